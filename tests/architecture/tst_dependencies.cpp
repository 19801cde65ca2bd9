// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernel_rooms.h"
#include "source_rules.h"
#include "support/test_paths.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TstDependencies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesAnInclude_data();
    void refusesAnInclude();
    void refusesAnIncludeBetweenRooms_data();
    void refusesAnIncludeBetweenRooms();
    void refusesBadHabits_data();
    void refusesBadHabits();
    void theTreeKeepsEveryRule_data();
    void theTreeKeepsEveryRule();

private:
    std::vector<SourceFile> m_tree;
};

using Rule = QStringList (*)(std::span<const SourceFile>);
Q_DECLARE_METATYPE(Rule)

void TstDependencies::initTestCase()
{
    m_tree = readSourceTree(QString::fromStdString(convscope::sourcePath()));
    QVERIFY2(m_tree.size() > 50, "the source tree was not found");
}

void TstDependencies::refusesAnInclude_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");

    QTest::newRow("core may not include Qt")
        << u"core/base/x.cpp"_s << u"#include <QString>"_s
        << u"core/base/x.cpp:1: core includes no Qt, found <QString>"_s;
    QTest::newRow("core may not include a module of Qt")
        << u"core/run/x.h"_s << u"#  include <QtCore/qglobal.h>"_s
        << u"core/run/x.h:1: core includes no Qt, found <QtCore/qglobal.h>"_s;
    QTest::newRow("a lower folder may not include a higher one")
        << u"core/tensor/x.h"_s << u"#include \"layers/layer.h\""_s
        << u"core/tensor/x.h:1: core/tensor may include base, found \"layers/layer.h\""_s;
    QTest::newRow("the lowest folder includes only itself")
        << u"core/base/x.h"_s << u"#include \"layers/layer.h\""_s
        << u"core/base/x.h:1: core/base may include only itself, found \"layers/layer.h\""_s;
    QTest::newRow("core may not include widgets")
        << u"core/model/x.h"_s << u"#include \"document/model_document.h\""_s
        << u"core/model/x.h:1: core includes no widgets, found \"document/model_document.h\""_s;
    QTest::newRow("widgets may not include app")
        << u"widgets/views/x.h"_s << u"#include \"command.h\""_s
        << u"widgets/views/x.h:1: nobody includes app, found \"command.h\""_s;
    QTest::newRow("views may not include the evaluation")
        << u"widgets/views/x.h"_s << u"#include \"evaluation/map_renderer.h\""_s
        << u"widgets/views/x.h:1: widgets/views may include style, controls, pictures, jobs, found "
           "\"evaluation/map_renderer.h\""_s;
    QTest::newRow("the evaluation may not include views")
        << u"widgets/evaluation/x.h"_s << u"#include \"views/map_grid.h\""_s
        << u"widgets/evaluation/x.h:1: widgets/evaluation may include jobs, style, document, "
           u"pictures, "
           "found \"views/map_grid.h\""_s;
    QTest::newRow("a presenter may not include a page")
        << u"widgets/presenters/x.cpp"_s << u"#include \"pages/page.h\""_s
        << u"widgets/presenters/x.cpp:1: widgets/presenters may include style, controls, pictures, "
           "jobs, document, evaluation, params, stack, views, language, explaining, found "
           "\"pages/page.h\""_s;
    QTest::newRow("a page may not include another")
        << u"widgets/pages/weights/x.cpp"_s << u"#include \"pages/explore/explore_page.h\""_s
        << u"widgets/pages/weights/x.cpp:1: a page includes no other page, found "
           "\"pages/explore/explore_page.h\""_s;
    QTest::newRow("a page may include what all pages share")
        << u"widgets/pages/explore/x.cpp"_s << u"#include \"pages/page.h\""_s << QString();
    QTest::newRow("the list of pages may include every page")
        << u"widgets/pages/x.cpp"_s << u"#include \"pages/explore/explore_page.h\""_s << QString();
    QTest::newRow("no wing may include the frame")
        << u"app/window/printing/x.cpp"_s << u"#include \"window/frame/main_window.h\""_s
        << u"app/window/printing/x.cpp:1: app/window/printing may include actions, status, found "
           "\"window/frame/main_window.h\""_s;
    QTest::newRow("the frame may include a wing")
        << u"app/window/frame/x.cpp"_s << u"#include \"window/printing/printing.h\""_s << QString();
    QTest::newRow("a higher folder may include a lower one")
        << u"core/run/x.h"_s << u"#include \"layers/layer.h\""_s << QString();
    QTest::newRow("app may include itself")
        << u"app/x.cpp"_s << u"#include \"command.h\""_s << QString();
    QTest::newRow("widgets may include core")
        << u"widgets/views/x.h"_s << u"#include \"layers/layer.h\""_s << QString();
    QTest::newRow("a comment is no include")
        << u"core/base/x.h"_s << u"// #include <QString>"_s << QString();
}

void TstDependencies::refusesAnInclude()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(QString, expected);
    const std::vector<SourceFile> tree{{path, {line}},
                                       {u"core/layers/layer.h"_s, {}},
                                       {u"widgets/document/model_document.h"_s, {}},
                                       {u"widgets/evaluation/map_renderer.h"_s, {}},
                                       {u"widgets/views/map_grid.h"_s, {}},
                                       {u"widgets/pages/page.h"_s, {}},
                                       {u"widgets/pages/explore/explore_page.h"_s, {}},
                                       {u"app/window/frame/main_window.h"_s, {}},
                                       {u"app/window/printing/printing.h"_s, {}},
                                       {u"app/command.h"_s, {}}};
    QCOMPARE(includeViolations(tree).join(u'\n'), expected);
}

void TstDependencies::refusesAnIncludeBetweenRooms_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a lower room may not include a higher one")
        << u"core/kernels/simd/x.cpp"_s << u"kernels/direct/direct_tile.h"_s
        << u"core/kernels/simd/x.cpp:1: core/kernels/simd may include no other room, found "
           "\"kernels/direct/direct_tile.h\""_s;
    QTest::newRow("what every room stands on includes none")
        << u"core/kernels/parallel.cpp"_s << u"kernels/simd/vector_target.h"_s
        << u"core/kernels/parallel.cpp:1: core/kernels/ may include no other room, found "
           "\"kernels/simd/vector_target.h\""_s;
    QTest::newRow("the list of kernels names the fast ones and nothing else of theirs")
        << u"core/kernels/conv/x.cpp"_s << u"kernels/direct/direct_tile.h"_s
        << u"core/kernels/conv/x.cpp:1: core/kernels/conv may include simd, problem, functions, "
           "direct/direct.h, depthwise/depthwise.h, winograd/winograd.h, found "
           "\"kernels/direct/direct_tile.h\""_s;
    QTest::newRow("a room unknown to the table")
        << u"core/kernels/strange/x.cpp"_s << u"kernels/parallel.h"_s
        << u"core/kernels/strange/x.cpp:1: core/kernels/strange is not in the table of rooms"_s;
    QTest::newRow("a higher room may include a lower one")
        << u"core/kernels/winograd/x.cpp"_s << u"kernels/direct/direct_tile.h"_s << QString();
    QTest::newRow("every room may include what lies beside them")
        << u"core/kernels/simd/x.cpp"_s << u"kernels/parallel.h"_s << QString();
}

void TstDependencies::refusesAnIncludeBetweenRooms()
{
    QFETCH(QString, path);
    QFETCH(QString, header);
    QFETCH(QString, expected);
    const std::vector<SourceFile> tree{{path, {u"#include \"%1\""_s.arg(header)}}};
    QCOMPARE(roomViolations(tree).join(u'\n'), expected);
}

void TstDependencies::refusesBadHabits_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("text");
    QTest::newRow("a folder unknown to the table") << Rule(unknownFolders) << u""_s;
    QTest::newRow("501 lines") << Rule(tooLong) << u"\n"_s.repeated(500);
    QTest::newRow("no licence") << Rule(withoutLicence) << u"#pragma once"_s;
    QTest::newRow("a note of work to do") << Rule(unfinished)
                                          << u"// TO"
                                             "DO: more"_s;
    QTest::newRow("a stub's excuse") << Rule(unfinished)
                                     << u"\"not imple"
                                        "mented\""_s;
    QTest::newRow("a Qt keyword") << Rule(qtKeywords)
                                  << u"em"
                                     "it changed();"_s;
}

void TstDependencies::refusesBadHabits()
{
    QFETCH(Rule, rule);
    QFETCH(QString, text);
    const std::vector<SourceFile> tree{{u"core/strange/x.h"_s, text.split(u'\n')}};
    const QStringList found = rule(tree);
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().startsWith(u"core/strange/x.h:"), qPrintable(found.first()));
}

void TstDependencies::theTreeKeepsEveryRule_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::newRow("includes follow the table") << Rule(includeViolations);
    QTest::newRow("rooms of core/kernels follow their table") << Rule(roomViolations);
    QTest::newRow("every folder is in its table") << Rule(unknownFolders);
    QTest::newRow("files have at most 500 lines") << Rule(tooLong);
    QTest::newRow("files state their licence") << Rule(withoutLicence);
    QTest::newRow("nothing is left unfinished") << Rule(unfinished);
    QTest::newRow("no Qt keyword clashes with TBB") << Rule(qtKeywords);
}

void TstDependencies::theTreeKeepsEveryRule()
{
    QFETCH(Rule, rule);
    const QStringList found = rule(m_tree);
    QVERIFY2(found.isEmpty(), qPrintable(u"\n"_s + found.join(u'\n')));
}

QTEST_APPLESS_MAIN(TstDependencies)
#include "tst_dependencies.moc"
