// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What a kernel works out to see whether it takes a problem is worked out once: the run goes by it.
#include "kernels/direct/direct_plan.h"
#include "kernels/winograd/winograd_grid.h"
#include "support/conv_cases.h"

#include <QTest>

using namespace convscope;
using namespace convscope::testing;
using namespace Qt::Literals::StringLiterals;

class TstConvPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeOnce_data();
    void isMadeOnce();
    void declinesWithoutASentence();
};

void TstConvPlan::isMadeOnce_data()
{
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("kernel");
    QTest::newRow("direct") << u"conv ic3 in13x17 oc5 k3x3 s2x2"_s << u"direct"_s;
    QTest::newRow("direct, pointwise") << u"conv mb2 ic9 in7x5 oc8 k1x1"_s << u"direct"_s;
    QTest::newRow("direct, phases") << u"deconv ic3 in9x10 oc5 k3x3 s2x2"_s << u"direct"_s;
    QTest::newRow("depthwise") << u"depthwise ic16 in14x14 k3x3 p=same"_s << u"depthwise"_s;
    QTest::newRow("depthwise, not in place")
        << u"depthwise ic6 in14x14 k5x5 m2"_s << u"depthwise"_s;
    QTest::newRow("separable, in turn")
        << u"separable ic8 in14x14 oc8 k3x3 p=same"_s << u"separable"_s;
    QTest::newRow("separable, together")
        << u"separable ic64 in80x80 oc8 k3x3 p=same"_s << u"separable"_s;
    QTest::newRow("Winograd") << u"conv ic80 in16x24 oc16 k3x3 p=same"_s << u"winograd"_s;
    QTest::newRow("Winograd, phases")
        << u"deconv ic70 in15x14 oc9 k6x5 s2x2 p=same"_s << u"winograd"_s;
}

void TstConvPlan::isMadeOnce()
{
    QFETCH(QString, problem);
    QFETCH(QString, kernel);
    const ConvProblem p = problemOf(problem.toLatin1().constData(), DataFormat::ChannelsLast);
    const Tensor src = reals(srcExtents(p), 1);
    const ConvWeights weights =
        weightsOf(p, [](Extents e, std::uint32_t seed) { return reals(std::move(e), seed); });

    const auto asked = [] { return phasesAsked() + winogradGridsAsked(); };
    std::int64_t before = asked();
    const auto choice = chooseKernel(p, weights, {});
    QVERIFY(choice);
    QCOMPARE(QString::fromUtf8(choice->kernel->name.data(), qsizetype(choice->kernel->name.size())),
             kernel);
    const std::int64_t planned = asked() - before;
    QVERIFY(planned > 0);
    before = asked();
    static_cast<void>(computed(p, src, weights, {}));
    QCOMPARE(asked() - before, planned);
}

void TstConvPlan::declinesWithoutASentence()
{
    const auto choice =
        chooseKernel(problemOf("conv ic3 in13x17 oc5 k3x3 s2x2", DataFormat::ChannelsLast), {});
    QVERIFY(choice);
    QStringList said;
    for (const DeclinedKernel &declined : choice->declined)
        said +=
            QString::fromStdString(std::string(declined.name) + ": " + declined.reason().text());
    QCOMPARE(said, (QStringList{u"depthwise: takes depthwise convolutions only"_s,
                                u"separable: takes separable convolutions only"_s,
                                u"winograd_rows: takes stride 1 only"_s,
                                u"winograd_fused: takes stride 1 only"_s,
                                u"winograd: takes stride 1 only"_s}));
}

QTEST_APPLESS_MAIN(TstConvPlan)
#include "tst_conv_plan.moc"
