// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/layer_json.h"
#include "layers/registry.h"
#include "support/test_paths.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <fstream>
#include <set>
#include <utility>

using namespace convscope;

namespace {

/// rejects.json: what is wrong ("says"), a layer, an input shape where the layer alone is legal,
/// and the error with its exact message.
const Json &rows()
{
    static const Json document = [] {
        std::ifstream file(convscope::sourcePath("tests/rejects/rejects.json"));
        return Json::parse(file);
    }();
    return document;
}

Result<Shape> build(const Json &row)
{
    const auto entry = layerFromJson(row.at("layer"), KerasVersion{});
    if (!entry)
        return fail(entry.error());
    const Shape input = row.contains("input") ? shapeFromJson(row.at("input")).value() : Shape();
    return inferShape(entry->layer, std::span(&input, 1));
}

} // namespace

class TstRejects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWithTheReason_data();
    void refusesWithTheReason();
    void everyRuleOfEverySchemaHasARow();
};

void TstRejects::refusesWithTheReason_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < rows().size(); ++i)
        QTest::newRow(rows().at(i).at("says").get<std::string>().c_str()) << static_cast<int>(i);
}

void TstRejects::refusesWithTheReason()
{
    QFETCH(int, index);
    const Json &row = rows().at(static_cast<std::size_t>(index));
    const auto shape = build(row);
    QVERIFY2(!shape, "accepted");
    const Json &expected = row.at("error");
    QCOMPARE(shape.error().rule, expected.at("rule").get<std::string>());
    QCOMPARE(shape.error().argument, expected.at("argument").get<std::string>());
    QCOMPARE(QString::fromStdString(shape.error().message),
             QString::fromStdString(expected.at("message").get<std::string>()));
}

void TstRejects::everyRuleOfEverySchemaHasARow()
{
    std::set<std::pair<std::string, std::string>> covered;
    for (const Json &row : rows()) {
        const Json &error = row.at("error");
        covered.emplace(error.at("argument").get<std::string>(),
                        error.at("rule").get<std::string>());
    }
    for (const LayerType *type : layerTypes()) {
        for (const ParamInfo &info : type->table->params()) {
            const std::string name = info.name + " of " + type->className + " lacks a row for ";
            QVERIFY2(covered.contains({info.name, info.formRule}), (name + info.formRule).c_str());
            if (info.minimum || info.maximum)
                QVERIFY2(covered.contains({info.name, info.rangeRule}),
                         (name + info.rangeRule).c_str());
        }
    }
}

QTEST_APPLESS_MAIN(TstRejects)
#include "tst_rejects.moc"
