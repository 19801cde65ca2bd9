// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "core/input/written_files.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

WrittenFiles::WrittenFiles() : m_path(m_folder.filePath(u"Bilder 猫 é"_s))
{
    if (!QDir().mkpath(m_path))
        qFatal("cannot make a temporary folder");
}

std::string WrittenFiles::write(const QString &name, const QByteArray &content) const
{
    QFile file(QDir(m_path).filePath(name));
    QDir().mkpath(QFileInfo(file).path());
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write a temporary file");
    return file.fileName().toStdString();
}

std::string WrittenFiles::path(const QString &name) const
{
    return QDir(m_path).filePath(name).toStdString();
}

QString failureOf(const convscope::Result<convscope::Input> &input)
{
    if (input)
        return {};
    return QString::fromStdString(input.error().rule + ": " + input.error().message);
}

QString notesOf(const convscope::Input &input)
{
    QStringList notes;
    for (const convscope::Words &note : input.notes)
        notes.append(QString::fromStdString(note.text()));
    return notes.join(u"; "_s);
}
