// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "source_rules.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// What a folder of core may include besides itself. An entry with a slash is one header.
const QHash<QString, QStringList> &coreTable()
{
    static const QStringList belowLayers{u"base"_s, u"tensor"_s, u"schema"_s, u"kernels"_s};
    static const QStringList belowModel = belowLayers + QStringList{u"layers"_s};
    static const QStringList belowRun = belowModel + QStringList{u"model"_s};
    static const QStringList pictures{u"base"_s, u"tensor"_s, u"kernels/parallel.h"_s};
    static const QHash<QString, QStringList> table{
        {u"base"_s, {}},
        {u"tensor"_s, {u"base"_s}},
        {u"schema"_s, {u"base"_s}},
        {u"kernels"_s, {u"base"_s, u"tensor"_s}},
        {u"layers"_s, belowLayers},
        {u"model"_s, belowModel},
        {u"run"_s, belowRun},
        {u"explain"_s, belowRun + QStringList{u"run"_s}},
        {u"keras"_s, belowRun},
        {u"input"_s, pictures},
        {u"visual"_s, pictures},
        {u"testing"_s, belowRun + QStringList{u"run"_s, u"keras"_s}},
        {u"bench"_s, {u"base"_s, u"tensor"_s, u"kernels"_s}},
    };
    return table;
}

QString violation(const SourceFile &file, qsizetype line, const QString &rule)
{
    return u"%1:%2: %3"_s.arg(file.path).arg(line + 1).arg(rule);
}

/// Violations of one pattern, looked for in the files that `applies` picks.
template <class Applies>
QStringList linesThatMatch(std::span<const SourceFile> tree, const QRegularExpression &pattern,
                           const QString &rule, Applies applies)
{
    QStringList found;
    for (const SourceFile &file : tree) {
        if (!applies(file))
            continue;
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            if (pattern.match(file.lines[i]).hasMatch())
                found.append(violation(file, i, rule));
        }
    }
    return found;
}

/// Why `file` may not include `header` (as written between the quotes or brackets); empty where it
/// may.
QString whyNot(const SourceFile &file, const QString &header, bool quoted,
               const QSet<QString> &paths)
{
    static const QRegularExpression qt(u"^(Q[A-Z]|Qt[A-Z]|qt[a-z]*/)"_s);
    const QString part = file.path.section(u'/', 0, 0);
    const bool isCore = part == u"core";
    if (isCore && qt.match(header).hasMatch())
        return u"core includes no Qt, found <%1>"_s.arg(header);
    if (!quoted)
        return {};
    const QString beside = file.path.section(u'/', 0, -2) + u'/' + header;
    if (part != u"tests" && part != u"app") {
        const bool isApp = header.startsWith(u"app/") ||
                           (!paths.contains(beside) && paths.contains(u"app/"_s + header));
        if (isApp)
            return u"nobody includes app, found \"%1\""_s.arg(header);
    }
    if (!isCore || paths.contains(beside))
        return {};
    if (!paths.contains(u"core/"_s + header))
        return paths.contains(u"widgets/"_s + header)
                   ? u"core includes no widgets, found \"%1\""_s.arg(header)
                   : QString();
    const QString folder = file.path.section(u'/', 1, 1);
    const QString other = header.section(u'/', 0, 0);
    const QStringList allowed = coreTable().value(folder);
    if (other == folder || allowed.contains(other) || allowed.contains(header))
        return {};
    return u"core/%1 may include %2, found \"%3\""_s.arg(
        folder, allowed.isEmpty() ? u"only itself"_s : allowed.join(u", "), header);
}

} // namespace

QStringList includeViolations(std::span<const SourceFile> tree)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    QSet<QString> paths;
    for (const SourceFile &file : tree)
        paths.insert(file.path);
    QStringList found;
    for (const SourceFile &file : tree) {
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            const auto match = include.match(file.lines[i]);
            if (!match.hasMatch())
                continue;
            const QString rule = whyNot(file, match.captured(2), match.captured(1) == u"\"", paths);
            if (!rule.isEmpty())
                found.append(violation(file, i, rule));
        }
    }
    return found;
}

QStringList unknownFolders(std::span<const SourceFile> tree)
{
    QStringList found;
    for (const SourceFile &file : tree) {
        const QString folder = file.path.section(u'/', 1, 1);
        if (file.path.startsWith(u"core/") && !coreTable().contains(folder))
            found.append(violation(file, 0, u"core/%1 is not in the table"_s.arg(folder)));
    }
    return found;
}

QStringList tooLong(std::span<const SourceFile> tree)
{
    constexpr qsizetype kMostLines = 500;
    QStringList found;
    for (const SourceFile &file : tree) {
        if (file.lines.size() > kMostLines)
            found.append(
                violation(file, kMostLines, u"longer than %1 lines, split it"_s.arg(kMostLines)));
    }
    return found;
}

QStringList withoutLicence(std::span<const SourceFile> tree)
{
    QStringList found;
    for (const SourceFile &file : tree) {
        const bool states = file.lines.size() >= 2 &&
                            file.lines[0].startsWith(u"// SPDX-FileCopyrightText: ") &&
                            file.lines[1].startsWith(u"// SPDX-License-Identifier: ") &&
                            file.lines[1].contains(u"MIT");
        if (!states)
            found.append(violation(file, 0, u"the two SPDX lines are missing"_s));
    }
    return found;
}

QStringList unfinished(std::span<const SourceFile> tree)
{
    // Written in halves, so that this file keeps its own rule.
    static const QRegularExpression words(u"\\b(TO"
                                          "DO|FIX"
                                          "ME|XX"
                                          "X|HA"
                                          "CK)\\b|"
                                          "not (yet )?imple"
                                          "mented|for n"
                                          "ow\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return linesThatMatch(tree, words, u"a promise instead of work"_s,
                          [](const SourceFile &) { return true; });
}

QStringList qtKeywords(std::span<const SourceFile> tree)
{
    static const QRegularExpression words(u"^\\s*(em"
                                          "it +[a-z]|(public |protected |private )?(sig"
                                          "nals|sl"
                                          "ots) *:)"_s);
    return linesThatMatch(tree, words, u"write Q_EMIT, Q_SIGNALS, Q_SLOTS"_s,
                          [](const SourceFile &) { return true; });
}
