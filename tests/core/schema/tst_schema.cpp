// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "schema/schema.h"

#include <QTest>

using namespace convscope;

namespace convscope {

enum class Side
{
    Left,
    Right,
};

template <>
struct ChoiceWords<Side>
{
    static constexpr std::array<std::string_view, 2> words{"left", "right"};
};

} // namespace convscope

namespace {

/// A member of every kind; the first is no argument, so that no other lies where the struct begins.
struct Params
{
    std::string unlisted = "kept";
    std::int64_t integer = 3;
    std::optional<std::int64_t> maybeInteger;
    double number = 0.5;
    std::optional<double> maybeNumber = 1.5;
    bool flag = true;
    Side side = Side::Right;
    Tuple<2> tuple{3, 5};
    std::optional<Tuple<2>> maybeTuple;
    Pairs<2> pairs{{{1, 2}, {3, 4}}};
    IntList list{7, 8};
    std::optional<IntList> maybeList;
    ObjectValue object{"L2", {{"l2", 0.25}}};

    bool operator==(const Params &) const = default;
};

Result<void> integerBelowNumber(const Params &p)
{
    if (static_cast<double>(p.integer) < p.number + 1000)
        return {};
    return fail("E9", "integer", std::to_string(p.integer), words("integer is too large"));
}

const Schema<Params> &schema()
{
    static const Schema<Params> all{
        {
            param("integer", &Params::integer).label("Integer").doc("A whole number.").atLeast(1),
            param("maybe_integer", &Params::maybeInteger),
            param("number", &Params::number).above(0).below(2).rules("E2", "E5"),
            param("maybe_number", &Params::maybeNumber),
            param("flag", &Params::flag),
            param("side", &Params::side).noneMeans([] { return Value(std::string("left")); }),
            param("tuple", &Params::tuple).required(),
            param("maybe_tuple", &Params::maybeTuple),
            param("pairs", &Params::pairs),
            param("list", &Params::list),
            param("maybe_list", &Params::maybeList),
            param("object", &Params::object).rare(),
        },
        {integerBelowNumber}};
    return all;
}

int at(const char *name)
{
    return schema().indexOf(name);
}

} // namespace

class TstSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyArgumentStartsAsTheStructSays();
    void everyArgumentIsReadAndWritten_data();
    void everyArgumentIsReadAndWritten();
    void aChangeLeavesTheOriginalAlone();
    void refusesWhatTheArgumentRefuses();
    void refusesWhatARuleOverSeveralRefuses();
    void severalChangesAreCheckedTogether();
    void whatIsNoneByDefaultStartsAsWhatNoneMeans();
};

void TstSchema::everyArgumentStartsAsTheStructSays()
{
    const AnyParams params = schema().defaults();
    QVERIFY(Schema<Params>::of(params) == Params{});
    QCOMPARE(schema().params().size(), std::size_t{12});
    for (std::size_t i = 0; i < schema().params().size(); ++i) {
        const ParamInfo &info = schema().params()[i];
        QVERIFY2(schema().get(params, static_cast<int>(i)) == info.defaultValue, info.name.c_str());
    }
    const ParamInfo &integer = schema().params()[0];
    QCOMPARE(integer.label, "Integer");
    QCOMPARE(integer.doc, "A whole number.");
    QVERIFY(integer.minimum == 1.0 && !integer.minimumExcluded);
    QVERIFY(schema().params()[6].required);
    QVERIFY(schema().params()[11].rare);
    QCOMPARE(schema().params()[5].choices, (std::vector<std::string>{"left", "right"}));
    QCOMPARE(at("nothing"), -1);
}

void TstSchema::everyArgumentIsReadAndWritten_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, ParamKind kind) {
        QTest::newRow(name) << QByteArray(name) << static_cast<int>(kind);
    };
    row("integer", ParamKind::Integer);
    row("maybe_integer", ParamKind::OptionalInteger);
    row("number", ParamKind::Number);
    row("maybe_number", ParamKind::OptionalNumber);
    row("flag", ParamKind::Boolean);
    row("side", ParamKind::Choice);
    row("tuple", ParamKind::Tuple);
    row("maybe_tuple", ParamKind::OptionalTuple);
    row("pairs", ParamKind::Pairs);
    row("list", ParamKind::IntegerList);
    row("maybe_list", ParamKind::OptionalIntegerList);
}

void TstSchema::everyArgumentIsReadAndWritten()
{
    QFETCH(QByteArray, name);
    QFETCH(int, kind);
    const std::vector<std::pair<std::string, Value>> values{
        {"integer", std::int64_t{9}},
        {"maybe_integer", std::int64_t{4}},
        {"number", 1.25},
        {"maybe_number", Value{}},
        {"flag", false},
        {"side", std::string("left")},
        {"tuple", IntList{11, 12}},
        {"maybe_tuple", IntList{1, 2}},
        {"pairs", PairList{{5, 6}, {7, 8}}},
        {"list", IntList{1, 2, 3}},
        {"maybe_list", IntList{4}},
    };
    const int index = at(name.constData());
    QVERIFY(index >= 0);
    QCOMPARE(static_cast<int>(schema().params()[static_cast<std::size_t>(index)].kind), kind);
    const AnyParams before = schema().defaults();
    for (const auto &[argument, value] : values) {
        if (argument != name.constData())
            continue;
        const auto after = schema().with(before, index, value);
        QVERIFY2(after, after ? "" : after.error().message.c_str());
        QVERIFY(schema().get(*after, index) == value);
        QVERIFY(!schema().equal(before, *after));
        QCOMPARE(Schema<Params>::of(*after).unlisted, "kept");
        // The others stay, and the way back leads to an equal struct.
        const auto back = schema().with(*after, index, schema().get(before, index));
        QVERIFY(back && schema().equal(before, *back));
        return;
    }
    QFAIL("a value for every row");
}

void TstSchema::aChangeLeavesTheOriginalAlone()
{
    const AnyParams before = schema().defaults();
    const auto after = schema().with(before, at("integer"), std::int64_t{9});
    QVERIFY(after);
    QCOMPARE(Schema<Params>::of(before).integer, std::int64_t{3});
    QCOMPARE(Schema<Params>::of(*after).integer, std::int64_t{9});
}

void TstSchema::refusesWhatTheArgumentRefuses()
{
    const auto small = schema().with(schema().defaults(), at("integer"), std::int64_t{0});
    QVERIFY(!small);
    QCOMPARE(small.error().rule, "E3");
    const auto large = schema().with(schema().defaults(), at("number"), 2.0);
    QVERIFY(!large);
    QCOMPARE(large.error().rule, "E5");
    const auto strange = schema().with(schema().defaults(), at("number"), std::string("two"));
    QVERIFY(!strange);
    QCOMPARE(strange.error().rule, "E2");
    QCOMPARE(strange.error().argument, "number");
}

void TstSchema::refusesWhatARuleOverSeveralRefuses()
{
    const auto refused = schema().with(schema().defaults(), at("integer"), std::int64_t{5000});
    QVERIFY(!refused);
    QCOMPARE(refused.error().rule, "E9");
}

void TstSchema::severalChangesAreCheckedTogether()
{
    const std::vector<std::pair<int, Value>> changes{{at("integer"), std::int64_t{1001}},
                                                     {at("number"), 1.5}};
    const auto one = schema().with(schema().defaults(), at("integer"), std::int64_t{1001});
    QVERIFY(!one);
    const auto both = schema().with(schema().defaults(), changes);
    QVERIFY(both);
    QCOMPARE(Schema<Params>::of(*both).number, 1.5);
}

void TstSchema::whatIsNoneByDefaultStartsAsWhatNoneMeans()
{
    const Schema<Params> sided{{param("side", &Params::side)
                                    .noneMeans([] { return Value(std::string("left")); })
                                    .noneByDefault()}};
    QVERIFY(Schema<Params>::of(sided.defaults()).side == Side::Left);
}

QTEST_APPLESS_MAIN(TstSchema)
#include "tst_schema.moc"
