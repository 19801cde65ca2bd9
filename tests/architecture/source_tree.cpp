// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

std::vector<SourceFile> readSourceTree(const QString &root)
{
    std::vector<SourceFile> files;
    const QDir top(root);
    for (const QString &folder : {u"app"_s, u"core"_s, u"resources"_s, u"tests"_s, u"widgets"_s}) {
        QDirIterator it(top.filePath(folder), {u"*.h"_s, u"*.cpp"_s, u"*.inc"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            QString text = QString::fromUtf8(file.readAll());
            if (text.endsWith(u'\n'))
                text.chop(1);
            files.push_back({top.relativeFilePath(file.fileName()), text.split(u'\n')});
        }
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile &a, const SourceFile &b) { return a.path < b.path; });
    return files;
}
