// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// How a layer stands, from what is known of it.
#include "model/layer_state.h"

#include <QTest>

using namespace convscope;
using Kind = LayerState::Kind;
Q_DECLARE_METATYPE(Kind)

class TstLayerState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDecidedOnce_data();
    void isDecidedOnce();
};

void TstLayerState::isDecidedOnce_data()
{
    QTest::addColumn<bool>("isIllegal");
    QTest::addColumn<bool>("waits");
    QTest::addColumn<bool>("failed");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("isProblem");
    QTest::newRow("legal and up to date") << false << false << false << Kind::Fine << false;
    QTest::newRow("illegal") << true << false << false << Kind::Illegal << true;
    QTest::newRow("behind an illegal one") << false << true << false << Kind::Waits << false;
    QTest::newRow("failed when it ran") << false << false << true << Kind::Failed << true;
    QTest::newRow("failed, and made illegal since")
        << true << false << true << Kind::Illegal << true;
    QTest::newRow("failed, and waiting since") << false << true << true << Kind::Waits << false;
}

void TstLayerState::isDecidedOnce()
{
    QFETCH(bool, isIllegal);
    QFETCH(bool, waits);
    QFETCH(bool, failed);
    LayerShapes shapes;
    Error illegal;
    illegal.rule = "E1";
    if (isIllegal)
        shapes.error = illegal;
    if (waits)
        shapes.waitsFor = "conv2d";
    Error ended;
    ended.rule = "memory";
    const LayerState state = layerState(shapes, failed ? &ended : nullptr);
    QTEST(state.kind, "kind");
    QTEST(state.isProblem(), "isProblem");
    QCOMPARE(state.error.has_value(), state.isProblem());
    if (state.kind == Kind::Illegal)
        QCOMPARE(state.error->rule, "E1");
    if (state.kind == Kind::Failed)
        QCOMPARE(state.error->rule, "memory");
    QCOMPARE(state.waitsFor, state.kind == Kind::Waits ? "conv2d" : "");
}

QTEST_APPLESS_MAIN(TstLayerState)
#include "tst_layer_state.moc"
