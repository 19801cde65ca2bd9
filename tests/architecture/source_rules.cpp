// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "source_rules.h"

#include "dependency_tables.h"

#include <QRegularExpression>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace {

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

/// Why the folder `place`/`folder` may not include `header`, which lies in its sibling `other`;
/// empty where it may. `name`: the header without the path to the siblings.
QString outsideTable(const DependencyTable &table, const QString &place, const QString &folder,
                     const QString &other, const QString &name, const QString &header)
{
    const QStringList allowed = table.value(folder);
    if (other == folder || allowed.contains(other) || allowed.contains(name))
        return {};
    return u"%1/%2 may include %3, found \"%4\""_s.arg(
        place, folder, allowed.isEmpty() ? u"only itself"_s : allowed.join(u", "), header);
}

/// Pages know nothing of each other: only what stands above them knows them all.
QString fromPageToPage(const SourceFile &file, const QString &header)
{
    const QStringList from = file.path.split(u'/');
    const QStringList to = header.split(u'/');
    if (from.size() < 4 || to.size() < 3 || to[0] != u"pages" || from[2] == to[1])
        return {};
    return u"a page includes no other page, found \"%1\""_s.arg(header);
}

/// Why `file` may not include `header` (as written between the quotes or brackets); empty where it
/// may.
QString whyNot(const SourceFile &file, const QString &header, bool quoted,
               const QSet<QString> &paths)
{
    static const QRegularExpression qt(u"^(Q[A-Z]|Qt[A-Z]|qt[a-z]*/)"_s);
    const QString part = file.path.section(u'/', 0, 0);
    const QString folder = file.path.section(u'/', 1, 1);
    const QString other = header.section(u'/', 0, 0);
    if (part == u"core" && qt.match(header).hasMatch())
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
    if (paths.contains(beside))
        return {};
    if (part == u"core" && paths.contains(u"core/"_s + header))
        return outsideTable(coreTable(), part, folder, other, header, header);
    if (part == u"core" && paths.contains(u"widgets/"_s + header))
        return u"core includes no widgets, found \"%1\""_s.arg(header);
    if (part == u"widgets" && paths.contains(u"widgets/"_s + header)) {
        const QString rule = outsideTable(widgetsTable(), part, folder, other, header, header);
        return rule.isEmpty() && folder == u"pages" ? fromPageToPage(file, header) : rule;
    }
    if (file.path.startsWith(u"app/window/") && other == u"window")
        return outsideTable(windowTable(), u"app/window"_s, file.path.section(u'/', 2, 2),
                            header.section(u'/', 1, 1), header.section(u'/', 1), header);
    return {};
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
    struct Place
    {
        QString path;
        const DependencyTable &table;
    };
    const std::array places{Place{u"core/"_s, coreTable()}, Place{u"widgets/"_s, widgetsTable()},
                            Place{u"app/window/"_s, windowTable()}};
    QStringList found;
    for (const SourceFile &file : tree) {
        for (const Place &place : places) {
            if (!file.path.startsWith(place.path))
                continue;
            const QString folder = file.path.mid(place.path.size()).section(u'/', 0, 0);
            if (!place.table.contains(folder))
                found.append(
                    violation(file, 0, u"%1%2 is not in the table"_s.arg(place.path, folder)));
        }
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
