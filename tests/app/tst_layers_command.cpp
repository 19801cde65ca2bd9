// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/registry.h"
#include "program.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TstLayersCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEveryLayer();
    void describesOneLayer();
    void printsText();
    void refusesAnUnknownClass();
};

void TstLayersCommand::listsEveryLayer()
{
    const Workplace place;
    const Outcome outcome = place.run({u"layers"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QStringList listed;
    for (const QJsonValue &layer : QJsonDocument::fromJson(outcome.out).array()) {
        QCOMPARE(keysOf(layer.toObject()), u"arguments class_name input_rank summary weights"_s);
        listed.append(layer[u"class_name"_s].toString());
    }
    QStringList expected;
    for (const convscope::LayerType *type : convscope::layerTypes())
        expected.append(QString::fromStdString(type->className));
    QCOMPARE(listed, expected);
}

void TstLayersCommand::describesOneLayer()
{
    const Workplace place;
    const Outcome outcome = place.run({u"layers"_s, u"SeparableConv2D"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonArray list = QJsonDocument::fromJson(outcome.out).array();
    QCOMPARE(list.size(), 1);
    const QJsonObject layer = list[0].toObject();
    QCOMPARE(layer[u"class_name"_s].toString(), u"SeparableConv2D"_s);
    QCOMPARE(layer[u"input_rank"_s].toInt(), 4);
    QCOMPARE(layer[u"weights"_s].toArray(),
             (QJsonArray{u"depthwise_kernel"_s, u"pointwise_kernel"_s, u"bias"_s}));
    QJsonObject padding;
    for (const QJsonValue &argument : layer[u"arguments"_s].toArray()) {
        if (argument[u"name"_s] == u"padding"_s)
            padding = argument.toObject();
    }
    QCOMPARE(keysOf(padding), u"choices default doc kind minimum name"_s);
    QCOMPARE(padding[u"default"_s].toString(), u"valid"_s);
    QCOMPARE(padding[u"choices"_s].toArray(), (QJsonArray{u"valid"_s, u"same"_s}));
    QVERIFY(padding[u"minimum"_s].isNull());
}

void TstLayersCommand::printsText()
{
    const Workplace place;
    const Outcome list = place.run({u"layers"_s});
    QVERIFY2(list.out.contains("Conv2DTranspose"), list.out);
    const Outcome one = place.run({u"layers"_s, u"Conv2DTranspose"_s});
    QVERIFY2(one.out.contains("output_padding = None"), one.out);
    QVERIFY2(one.out.contains("weights: kernel, bias"), one.out);
}

void TstLayersCommand::refusesAnUnknownClass()
{
    const Workplace place;
    const Outcome outcome = place.run({u"layers"_s, u"Conv2d"_s, u"--json"_s});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.error()[u"rule"_s].toString(), u"input"_s);
    QCOMPARE(outcome.error()[u"received"_s].toString(), u"Conv2d"_s);
    QVERIFY2(outcome.err.contains("Conv2D"), outcome.err);
}

QTEST_GUILESS_MAIN(TstLayersCommand)
#include "tst_layers_command.moc"
