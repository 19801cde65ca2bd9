// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/lines/problem_text.h"

#include "support/kernel_oracle.h"

#include <QTest>

#include <vector>

using namespace convscope;

class TstProblemText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsItsOwnText_data();
    void readsItsOwnText();
    void givesTheRightShape_data();
    void givesTheRightShape();
    void namesTheWrongWord_data();
    void namesTheWrongWord();
};

void TstProblemText::readsItsOwnText_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"conv mb4 ic3 in600x600 oc64 k3x3 s2x2 p=same",
          "separable ic8 in20x21 oc4 k3x3 p=1,2x0,3 m2 first",
          "deconv ic4 in5x7 oc3 k3x3 s2x2 p=same op=1x1", "pad ic3 in5x6 p=1,2x0,3",
          "crop mb2 ic3 in15x16 p=1,2x0,3 first", "pad ic4 in9 p=2,0",
          "upsample ic3 in5x6 k=2x3 bilinear", "upsample in4x5x6 k2x2x2 nearest any",
          "max_pool ic8 in15x16 k3x3 s2x2 p=same", "average_pool ic8 in15 k3 p=1,1 last",
          "softmax ic10 in7", "batch_norm mb3 ic10 in7x7 first", "add ic3 in5",
          "concatenate mb2 ic3 in5x6 first", "permute ic3 in4x5x6"})
        QTest::newRow(text) << QByteArray(text);
}

void TstProblemText::readsItsOwnText()
{
    QFETCH(QByteArray, text);
    const auto problem = parseProblem(text.constData());
    QVERIFY2(problem.has_value(), problem ? "" : problem.error().message.c_str());
    const std::string written = toString(*problem);
    const auto again = parseProblem(written);
    QVERIFY2(again.has_value(), written.c_str());
    QVERIFY2(*again == *problem, written.c_str());
}

void TstProblemText::givesTheRightShape_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shape");
    const auto row = [](const char *text, const char *shape) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(shape);
    };
    row("pad ic3 in5x6 p=1,2x0,3", "(1, 8, 9, 3)");
    row("crop mb2 ic3 in15x16 p=1,2x0,3 first", "(2, 3, 12, 13)");
    row("upsample ic3 in5x6 k2x3", "(1, 10, 18, 3)");
    row("upsample ic3 in5x6 k2x3 bilinear first", "(1, 3, 10, 18)");
    row("max_pool ic8 in15x16 k3x3 s2x2 p=same", "(1, 8, 8, 8)");
    row("max_pool ic8 in15x16 k3x3 s2x2", "(1, 7, 7, 8)");
    row("average_pool ic8 in15 k3 p=1,1", "(1, 15, 8)");
    row("softmax ic10 in7", "(1, 7, 10)");
    row("batch_norm mb3 ic10 in7x7 first", "(3, 10, 7, 7)");
    row("tanh ic2 in3x4x5", "(1, 3, 4, 5, 2)");
    row("add ic2 in3x4 first", "(1, 2, 3, 4)");
    row("concatenate ic2 in3x4", "(1, 3, 4, 4)");
    row("concatenate ic2 in3x4 first", "(1, 4, 3, 4)");
    row("permute mb2 ic5 in3x4", "(2, 5, 3, 4)");
    row("permute ic5 in3x4 first", "(1, 3, 4, 5)");
}

void TstProblemText::givesTheRightShape()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shape);
    const auto problem = parseMoveProblem(text.constData());
    QVERIFY2(problem.has_value(), problem ? "" : problem.error().message.c_str());
    std::vector<Tensor> sources;
    std::int64_t given = 0;
    for (int i = 0; i < sourceCount(*problem); ++i) {
        sources.push_back(testing::randomTensor(srcExtents(*problem), std::uint32_t(i)));
        given += sources.back().bytes();
    }
    const auto result = runMove(*problem, sources, {});
    QVERIFY2(result.has_value(), result ? "" : result.error().message.c_str());
    QCOMPARE(toString(result->extents()), shape.toStdString());
    const std::int64_t read = problem->op == MoveOp::Crop ? result->bytes() : given;
    QCOMPARE(movedBytes(*problem), read + result->bytes());
}

void TstProblemText::namesTheWrongWord_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *text, const char *why) {
        QTest::newRow(text) << QByteArray(text)
                            << QByteArray("the problem \"") + text + "\" " + why;
    };
    row("conf ic3",
        "must begin with conv, depthwise, separable, deconv, pad, crop, upsample, max_pool, "
        "average_pool, relu, sigmoid, tanh, softmax, batch_norm, add, concatenate or permute");
    row("pad ic3 in5x6 k3x3", "has the unknown or wrong word \"k3x3\"");
    row("crop ic3 in5x6 p=same", "has the wrong padding \"same\": p=before,after once per axis, "
                                 "for pools also same or valid");
    row("crop in5x6 p=3,2x0,0", "has no output along axis 0");
    row("max_pool in5x6 k9x2", "has no output along axis 0");
    row("max_pool in5x6 k2", "must give every size as many numbers as in has");
    row("relu ic0 in5", "has the unknown or wrong word \"ic0\"");
    row("relu ic3", "needs in with 1 to 3 numbers, e.g. in64x64");
    row("upsample in5 k2 bilinear", "is bilinear, which takes two axes");
}

void TstProblemText::namesTheWrongWord()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    const auto problem = parseProblem(text.constData());
    QVERIFY(!problem);
    QCOMPARE(problem.error().rule, std::string("input"));
    QCOMPARE(problem.error().argument, std::string("problem"));
    QCOMPARE(QByteArray::fromStdString(problem.error().message), message);
}

QTEST_APPLESS_MAIN(TstProblemText)
#include "tst_problem_text.moc"
