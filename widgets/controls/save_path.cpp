// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/save_path.h"

#include "controls/question.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SavePath
{
    Q_DECLARE_TR_FUNCTIONS(SavePath)
};

/// ".h5", ".hdf5" of "Keras HDF5: architecture (*.h5 *.hdf5)".
QStringList endingsOf(const QString &filter)
{
    QStringList endings;
    const QString patterns = filter.section(u'(', -1).section(u')', 0, 0);
    for (const QString &pattern : patterns.split(u' ', Qt::SkipEmptyParts))
        endings << pattern.mid(1);
    return endings;
}

} // namespace

QString withEnding(const QString &path, const QString &chosen, const QStringList &filters)
{
    const QString name = QFileInfo(path).fileName();
    QStringList endings;
    for (const QString &filter : filters)
        endings << endingsOf(filter);
    // A name that is nothing but an ending has none.
    const bool has = std::any_of(endings.begin(), endings.end(), [&](const QString &ending) {
        return name.size() > ending.size() && name.endsWith(ending, Qt::CaseInsensitive);
    });
    return has ? path : path + endingsOf(chosen).value(0);
}

QString askSavePath(QWidget *parent, const QString &title, const QString &suggestion,
                    const QStringList &filters)
{
    QString start = suggestion;
    QString chosen = filters.value(0);
    for (;;) {
        // The dialog would ask about the name as it was typed.
        QString path = QFileDialog::getSaveFileName(parent, title, start, filters.join(u";;"_s),
                                                    &chosen, QFileDialog::DontConfirmOverwrite);
        if (path.isEmpty())
            return {};
        path = withEnding(path, chosen, filters);
        if (!QFileInfo::exists(path))
            return path;
        const QString question =
            SavePath::tr("%1 is there already. Replace it?").arg(QFileInfo(path).fileName());
        if (ask(parent, title, question, QMessageBox::Yes | QMessageBox::No, QMessageBox::No) ==
            QMessageBox::Yes)
            return path;
        start = path;
    }
}

} // namespace convscope
