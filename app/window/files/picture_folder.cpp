// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/picture_folder.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Digits as one number, everything else in small letters.
QString nextPart(const QString &name, qsizetype &at)
{
    const qsizetype begin = at++;
    if (!name[begin].isDigit())
        return name.mid(begin, 1).toLower();
    while (at < name.size() && name[at].isDigit())
        ++at;
    return name.mid(begin, at - begin);
}

/// As file managers sort, in any locale: "2.png" stands before "10.png".
bool standsBefore(const QString &a, const QString &b)
{
    qsizetype atA = 0;
    qsizetype atB = 0;
    while (atA < a.size() && atB < b.size()) {
        const QString partA = nextPart(a, atA);
        const QString partB = nextPart(b, atB);
        const bool areNumbers = partA.front().isDigit() && partB.front().isDigit();
        const qulonglong numberA = areNumbers ? partA.toULongLong() : 0;
        const qulonglong numberB = areNumbers ? partB.toULongLong() : 0;
        if (numberA != numberB)
            return numberA < numberB;
        if (!areNumbers && partA != partB)
            return partA < partB;
    }
    return a.size() - atA != b.size() - atB ? a.size() - atA < b.size() - atB : a < b;
}

} // namespace

QString pathOf(const ChosenInput *chosen)
{
    const QString path =
        chosen != nullptr ? QString::fromStdString(chosen->source.path) : QString();
    return QFileInfo(path).isFile() ? QFileInfo(path).absoluteFilePath() : QString();
}

QString neighbour(const QString &path, int steps)
{
    static const QStringList pictures{u"*.png"_s,  u"*.jpg"_s,  u"*.jpeg"_s, u"*.bmp"_s, u"*.tif"_s,
                                      u"*.tiff"_s, u"*.webp"_s, u"*.pgm"_s,  u"*.ppm"_s};
    const QFileInfo file(path);
    QStringList names = file.dir().entryList(pictures, QDir::Files);
    std::sort(names.begin(), names.end(), standsBefore);
    if (!names.contains(file.fileName()))
        return {};
    const qsizetype at = names.indexOf(file.fileName()) + steps;
    return at < 0 || at >= names.size() ? QString() : file.dir().filePath(names[at]);
}

} // namespace convscope
