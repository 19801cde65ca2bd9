// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "support/pseudo_language.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QResource>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What no translator touches.
const QRegularExpression &kept()
{
    static const QRegularExpression expression(
        uR"(\{\{|\}\}|\{[a-z0-9_]+\}|%L?\d+|%L?n|</?[A-Za-z][^>]*>|&[a-z]+;|\(\*[^)]*\)|https?://\S+|&)"_s);
    return expression;
}

QString accented(QStringView plain)
{
    static const QString letters = u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
    static const QString accents = u"åƀçđéƒĝĥîĵķļɱñöþǫřšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŘŠŢÛṼŴẊÝŽ"_s;
    QString text;
    for (const QChar c : plain) {
        const qsizetype at = letters.indexOf(c);
        text += at < 0 ? c : accents[at];
    }
    return text;
}

bool run(const QString &program, const QStringList &arguments, QString *error)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished(120000) && process.exitStatus() == QProcess::NormalExit &&
        process.exitCode() == 0)
        return true;
    *error = program + u": "_s + process.errorString() + u"\n"_s +
             QString::fromUtf8(process.readAllStandardOutput());
    return false;
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// The file of lupdate with every translation filled in.
int translate(const QString &from, const QString &to)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly))
        return 0;
    QXmlStreamReader in(&source);
    QXmlStreamWriter out(&target);
    out.writeStartDocument();
    int count = 0;
    bool isPlural = false;
    QString text;
    while (!in.atEnd()) {
        in.readNext();
        if (in.isStartElement() && in.name() == "message"_L1)
            isPlural = in.attributes().value("numerus"_L1) == "yes"_L1;
        if (in.isStartElement() && in.name() == "translation"_L1) {
            in.skipCurrentElement();
            out.writeStartElement(u"translation"_s);
            if (!isPlural) {
                out.writeCharacters(pseudo(text));
            } else {
                out.writeTextElement(u"numerusform"_s, pseudo(text));
                out.writeTextElement(u"numerusform"_s, pseudo(text));
            }
            out.writeEndElement();
            ++count;
        } else if (in.isStartElement() && in.name() == "source"_L1) {
            text = in.readElementText();
            out.writeTextElement(u"source"_s, text);
        } else if (!in.isDTD() && !in.isStartDocument() &&
                   in.tokenType() != QXmlStreamReader::Invalid) {
            out.writeCurrentToken(in);
        }
    }
    return in.hasError() ? 0 : count;
}

/// The places of a text, sorted: {name} of core's, each once, else %1 and %n as often as they
/// stand. Of core's text that cannot be formatted: one that no text has.
QStringList placesIn(const QString &text, bool isOfCore)
{
    static const QRegularExpression ofCore(u"\\{\\{|\\}\\}|\\{[a-z0-9_]+\\}|[{}]"_s);
    static const QRegularExpression ofQt(u"%L?\\d+|%L?n"_s);
    QStringList places;
    for (const QRegularExpressionMatch &match : (isOfCore ? ofCore : ofQt).globalMatch(text)) {
        if (match.captured() != u"{{" && match.captured() != u"}}")
            places += match.captured();
    }
    if (isOfCore)
        places.removeDuplicates();
    places.sort();
    return places;
}

} // namespace

QString pseudo(const QString &source)
{
    QString text;
    qsizetype letters = 0;
    qsizetype at = 0;
    const auto plain = [&](qsizetype to) {
        const QStringView part = QStringView(source).mid(at, to - at);
        letters += std::count_if(part.begin(), part.end(), [](QChar c) { return c.isLetter(); });
        text += accented(part);
    };
    for (const QRegularExpressionMatch &match : kept().globalMatch(source)) {
        plain(match.capturedStart());
        text += match.captured();
        at = match.capturedEnd();
    }
    plain(source.size());
    if (letters == 0)
        return text;
    // In words, so that a line can break.
    QString more;
    for (qsizetype i = 0; i < std::max<qsizetype>(1, letters * 2 / 5); ++i)
        more += i % 7 == 6 ? u' ' : QChar(u'ö');
    // A colon, an ellipsis or a line's end stays at the end.
    const auto ending =
        QRegularExpression(u"(\\s*\\(\\*[^)]*\\)|…|:|\\.|\\)|\\s|</[a-z]+>)*$"_s).match(text);
    return text.insert(ending.capturedStart(), (letters > 6 ? u" "_s : QString()) + more);
}

QString PseudoQt::translate(const char *context, const char *source, const char *, int) const
{
    // Qt's classes, and the names of keys in QShortcut.
    const QLatin1String name(context);
    const bool isOfQt = name.size() > 1 && name[0] == u'Q' && QChar(name[1]).isUpper();
    return isOfQt ? pseudo(QString::fromUtf8(source)) : QString();
}

QStringList placeMistakes(const QString &tsFile)
{
    QFile file(tsFile);
    if (!file.open(QIODevice::ReadOnly))
        return {tsFile + u": "_s + file.errorString()};
    QXmlStreamReader xml(&file);
    QStringList mistakes;
    QString context;
    QString source;
    const auto compare = [&](const QString &translation, bool isForm) {
        const bool isOfCore = context == u"core";
        QStringList wanted = placesIn(source, isOfCore);
        QStringList found = placesIn(translation, isOfCore);
        // "one layer" need not name its number.
        if (isForm) {
            wanted.removeAll(u"%n"_s);
            found.removeAll(u"%n"_s);
        }
        if (!translation.isEmpty() && wanted != found)
            mistakes += u"%1: \"%2\" became \"%3\""_s.arg(context, source, translation);
    };
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "translation"_L1 || xml.name() == "numerusform"_L1) {
            const bool hasForms = xml.name() == "translation"_L1;
            QString text;
            while (xml.readNext() == QXmlStreamReader::Characters)
                text += xml.text();
            if (!hasForms || xml.isEndElement())
                compare(text, !hasForms);
            else if (xml.isStartElement())
                compare(xml.readElementText(), true);
        }
    }
    if (xml.hasError())
        mistakes += tsFile + u": "_s + xml.errorString();
    return mistakes;
}

int makePseudoLanguage(const TranslationTools &tools, const QString &sources, const QString &folder,
                       QString *error)
{
    const QString patterns = folder + u"/core_patterns_list.cpp"_s;
    const QString plain = folder + u"/plain.ts"_s;
    const QString ts = folder + u"/convscope_en_XA.ts"_s;
    const QString qm = folder + u"/convscope_en_XA.qm"_s;
    const QString qrc = folder + u"/translations.qrc"_s;
    const QString rcc = folder + u"/translations.rcc"_s;
    if (!run(tools.corePatterns, {patterns, sources + u"/core"_s, sources + u"/widgets"_s},
             error) ||
        !run(tools.lupdate,
             {u"-silent"_s, u"-locations"_s, u"none"_s, u"-target-language"_s, u"en_XA"_s,
              sources + u"/app"_s, sources + u"/widgets"_s, patterns, u"-ts"_s, plain},
             error))
        return 0;
    const int count = translate(plain, ts);
    if (count == 0) {
        *error = plain + u" holds no sentences"_s;
        return 0;
    }
    const QByteArray list =
        R"(<RCC><qresource prefix="/translations"><file>convscope_en_XA.qm</file></qresource></RCC>)";
    if (!run(tools.lrelease, {u"-silent"_s, ts, u"-qm"_s, qm}, error) || !write(qrc, list) ||
        !run(tools.rcc, {u"--binary"_s, qrc, u"-o"_s, rcc}, error))
        return 0;
    if (!QResource::registerResource(rcc)) {
        *error = rcc + u" is no resource"_s;
        return 0;
    }
    return count;
}

} // namespace convscope
