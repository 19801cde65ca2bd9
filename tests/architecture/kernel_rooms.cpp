// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernel_rooms.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// What a room may include besides itself and what lies beside the rooms, which itself includes no
/// room. An entry with a slash is one header.
const QHash<QString, QStringList> &roomTable()
{
    static const QStringList belowFunctions{u"simd"_s, u"move"_s};
    static const QStringList belowConv{u"simd"_s, u"problem"_s, u"functions"_s};
    static const QStringList belowDirect = belowConv + QStringList{u"conv"_s};
    static const QStringList belowOthers = belowDirect + QStringList{u"direct"_s};
    static const QHash<QString, QStringList> table{
        {QString(), {}},
        {u"simd"_s, {}},
        {u"problem"_s, {}},
        {u"move"_s, {u"simd"_s}},
        {u"functions"_s, belowFunctions},
        {u"window"_s, belowFunctions + QStringList{u"problem"_s, u"functions"_s}},
        // The ordered list of kernels names the fast ones.
        {u"conv"_s, belowConv + QStringList{u"direct/direct.h"_s, u"depthwise/depthwise.h"_s,
                                            u"winograd/winograd.h"_s}},
        {u"direct"_s, belowDirect},
        {u"depthwise"_s, belowOthers + QStringList{u"move"_s}},
        {u"winograd"_s, belowOthers},
        {u"lines"_s, belowFunctions + belowConv + QStringList{u"window"_s, u"conv"_s}},
    };
    return table;
}

/// "direct/direct.h" → "direct"; "parallel.h" → "".
QString roomOf(const QString &path)
{
    return path.contains(u'/') ? path.section(u'/', 0, 0) : QString();
}

} // namespace

QStringList roomViolations(std::span<const SourceFile> tree)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*\"kernels/([^\"]+)\""_s);
    const QString kernels = u"core/kernels/"_s;
    QStringList found;
    const auto add = [&](const SourceFile &file, qsizetype line, const QString &rule) {
        found.append(u"%1:%2: %3"_s.arg(file.path).arg(line + 1).arg(rule));
    };
    for (const SourceFile &file : tree) {
        if (!file.path.startsWith(kernels))
            continue;
        const QString room = roomOf(file.path.mid(kernels.size()));
        if (!roomTable().contains(room)) {
            add(file, 0, u"%1%2 is not in the table of rooms"_s.arg(kernels, room));
            continue;
        }
        const QStringList allowed = roomTable().value(room);
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            const auto match = include.match(file.lines[i]);
            const QString header = match.captured(1);
            const QString other = roomOf(header);
            if (!match.hasMatch() || other.isEmpty() || other == room || allowed.contains(other) ||
                allowed.contains(header))
                continue;
            add(file, i,
                u"%1%2 may include %3, found \"kernels/%4\""_s.arg(
                    kernels, room, allowed.isEmpty() ? u"no other room"_s : allowed.join(u", "),
                    header));
        }
    }
    return found;
}
