// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "language/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kFolder = ":/translations"_L1;
constexpr auto kPrefix = "convscope_"_L1;

void install(QCoreApplication &application, std::unique_ptr<QTranslator> translator)
{
    translator->setParent(&application);
    QCoreApplication::installTranslator(translator.release());
}

/// The first language of the desktop that is there, English also counting as one.
QString languageOfDesktop()
{
    const QStringList known = languages();
    for (QString wanted : QLocale::system().uiLanguages()) {
        wanted.replace(u'-', u'_');
        for (; !wanted.isEmpty();
             wanted.truncate(std::max<qsizetype>(wanted.lastIndexOf(u'_'), 0))) {
            if (known.contains(wanted))
                return wanted;
        }
    }
    return u"en"_s;
}

} // namespace

QStringList languages()
{
    QStringList names{u"en"_s};
    for (const QString &file :
         QDir(kFolder).entryList({kPrefix + "*.qm"_L1}, QDir::Files, QDir::Name)) {
        // A language of which nothing is translated yet is none.
        QTranslator translator;
        if (translator.load(kFolder + u'/' + file) && !translator.isEmpty())
            names += file.mid(kPrefix.size()).chopped(3);
    }
    return names;
}

void useLanguage(QCoreApplication &application, const QString &name)
{
    const QString language = name.isEmpty() ? languageOfDesktop() : name;
    auto ours = std::make_unique<QTranslator>();
    if (ours->load(kFolder + u'/' + kPrefix + language))
        install(application, std::move(ours));
    auto ofQt = std::make_unique<QTranslator>();
    if (ofQt->load(QLocale(language), u"qtbase"_s, u"_"_s,
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(application, std::move(ofQt));
}

} // namespace convscope
