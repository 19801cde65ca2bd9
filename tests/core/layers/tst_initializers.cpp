// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/parallel.h"
#include "layers/initializers.h"
#include "layers/orthogonal_matrix.h"
#include "support/test_paths.h"
#include "tensor/random.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <cmath>
#include <cstring>
#include <fstream>
#include <numeric>
#include <stop_token>

using namespace convscope;
using nlohmann::json;

namespace {

/// Laws of every initializer for the shapes of real weights; says how to accept (see "about" in
/// it).
const json &laws()
{
    static const json document = [] {
        std::ifstream file(convscope::dataPath("initializers.json"));
        return json::parse(file).at("entries");
    }();
    return document;
}

ObjectValue initializerOf(const json &entry)
{
    const json &given = entry.at("initializer");
    if (given.is_string())
        return initializers().make(given.get<std::string>());
    ObjectValue object = initializers().make(given.at("class_name").get<std::string>());
    for (ObjectField &field : object.fields) {
        if (!given.at("config").contains(field.name))
            continue;
        const json &value = given.at("config").at(field.name);
        if (value.is_number())
            field.value = value.get<double>();
        else if (value.is_string())
            field.value = value.get<std::string>();
    }
    return object;
}

Fingerprint key(std::uint64_t n)
{
    return FingerprintBuilder().add(n).finish();
}

double correlation(std::span<const float> a, std::span<const float> b)
{
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += static_cast<double>(a[i]) * static_cast<double>(b[i]);
        squaresA += static_cast<double>(a[i]) * static_cast<double>(a[i]);
        squaresB += static_cast<double>(b[i]) * static_cast<double>(b[i]);
    }
    return product / std::sqrt(squaresA * squaresB);
}

} // namespace

class TstInitializers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesFollowTheLaw_data();
    void valuesFollowTheLaw();
    void matricesAreOrthogonal_data();
    void matricesAreOrthogonal();
    void blocksAreAsIfOneByOne();
    void theSameKeyGivesTheSameBits();
    void differentKeysAreUncorrelated();
    void moreFiltersLeaveTheOthersAsTheyWere();
    void fixedValues();
    void refusesRanksThatHaveNoMatrix();
};

void TstInitializers::valuesFollowTheLaw_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < laws().size(); ++i) {
        const json &entry = laws().at(i);
        if (entry.contains("std"))
            QTest::newRow(
                (entry.at("name").get<std::string>() + ", " + entry.at("weight").get<std::string>())
                    .c_str())
                << static_cast<int>(i);
    }
}

void TstInitializers::valuesFollowTheLaw()
{
    QFETCH(int, index);
    const json &entry = laws().at(static_cast<std::size_t>(index));
    const auto shape = entry.at("shape").get<Extents>();
    const auto drawn = draw(initializerOf(entry), shape, key(static_cast<std::uint64_t>(index)));
    QVERIFY2(drawn, drawn ? "" : drawn.error().message.c_str());
    QCOMPARE(drawn->extents(), shape);
    const auto count = static_cast<double>(drawn->size());
    double sum = 0;
    for (const float x : drawn->values()) {
        if (!entry.at("low").is_null())
            QVERIFY(static_cast<double>(x) >= entry.at("low").get<double>() - 1e-8 &&
                    static_cast<double>(x) <= entry.at("high").get<double>() + 1e-8);
        sum += static_cast<double>(x);
    }
    const double mean = sum / count;
    double squares = 0;
    for (const float x : drawn->values())
        squares += (static_cast<double>(x) - mean) * (static_cast<double>(x) - mean);
    const auto deviation = entry.at("std").get<double>();
    const double ratio = squares / (count - 1) / (deviation * deviation);
    QVERIFY(std::abs(mean - entry.at("mean").get<double>()) <= 5 * deviation / std::sqrt(count));
    QVERIFY(std::abs(ratio - 1) <= 5 * std::sqrt((entry.at("kurtosis").get<double>() - 1) / count));
}

void TstInitializers::matricesAreOrthogonal_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<double>("gain");
    QTest::newRow("tall") << 45 << 7 << 1.0;
    QTest::newRow("wide") << 7 << 45 << 1.0;
    QTest::newRow("square, with a gain") << 32 << 32 << 1.5;
    QTest::newRow("one column") << 9 << 1 << 1.0;
    QTest::newRow("more columns than are dealt with at once") << 170 << 90 << 1.0;
    QTest::newRow("square, of several blocks") << 150 << 150 << 1.0;
}

void TstInitializers::matricesAreOrthogonal()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(double, gain);
    ObjectValue orthogonal = initializers().make("orthogonal");
    orthogonal.fields.front().value = gain;
    const auto drawn = draw(orthogonal, {1, rows, columns}, key(3));
    QVERIFY(drawn);
    const bool tall = rows >= columns;
    const int count = tall ? columns : rows;
    const int length = tall ? rows : columns;
    const auto at = [&](int vector, int i) {
        const int offset = tall ? i * columns + vector : vector * columns + i;
        return static_cast<double>(drawn->values()[static_cast<std::size_t>(offset)]);
    };
    for (int a = 0; a < count; ++a) {
        for (int b = 0; b < count; ++b) {
            double product = 0;
            for (int i = 0; i < length; ++i)
                product += at(a, i) * at(b, i);
            QVERIFY(std::abs(product - (a == b ? gain * gain : 0)) < 1e-5);
        }
    }
}

/// Many vectors go block by block: the same basis as one by one, whatever the number of threads.
void TstInitializers::blocksAreAsIfOneByOne()
{
    constexpr std::int64_t kCount = 139;
    constexpr std::int64_t kLength = 203;
    std::vector<double> vectors(kCount * kLength);
    const RandomField field(key(9));
    for (std::size_t i = 0; i < vectors.size(); ++i)
        vectors[i] = normalQuantile(field.uniform(i, 0));
    std::vector<double> plain = vectors;
    for (std::int64_t v = 0; v < kCount; ++v) {
        double *vector = plain.data() + v * kLength;
        for (std::int64_t u = 0; u < v; ++u) {
            const double *earlier = plain.data() + u * kLength;
            const double along = std::inner_product(vector, vector + kLength, earlier, 0.0);
            for (std::int64_t i = 0; i < kLength; ++i)
                vector[i] -= along * earlier[i];
        }
        const double norm = std::sqrt(std::inner_product(vector, vector + kLength, vector, 0.0));
        for (std::int64_t i = 0; i < kLength; ++i)
            vector[i] /= norm;
    }
    std::vector<double> alone = vectors;
    QVERIFY(orthonormalize(vectors, kCount, kLength));
    for (std::size_t i = 0; i < vectors.size(); ++i)
        QVERIFY(std::abs(vectors[i] - plain[i]) < 1e-10);
    setThreadCount(1);
    const bool done = orthonormalize(alone, kCount, kLength);
    setThreadCount(0);
    QVERIFY(done && alone == vectors);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!orthonormalize(alone, kCount, kLength, stop.get_token()));
}

void TstInitializers::theSameKeyGivesTheSameBits()
{
    // Bits, not values: these were drawn once and must be drawn everywhere.
    const auto bits = [](const char *name) {
        const auto drawn = draw(initializers().make(name), {3, 3, 2, 4}, Fingerprint{7, 11});
        std::uint32_t mixed = 0;
        for (const float x : drawn->values()) {
            std::uint32_t word = 0;
            std::memcpy(&word, &x, sizeof word);
            mixed = mixed * 0x9E3779B1U + word;
        }
        return mixed;
    };
    QCOMPARE(bits("glorot_uniform"), 2058533076U);
    QCOMPARE(bits("he_normal"), 2963049399U);
    QCOMPARE(bits("random_normal"), 254574295U);
    QCOMPARE(bits("orthogonal"), 368114914U);
}

void TstInitializers::differentKeysAreUncorrelated()
{
    const ObjectValue normal = initializers().make("random_normal");
    const Extents shape{3, 3, 32, 64};
    const auto a = draw(normal, shape, key(1));
    const auto b = draw(normal, shape, key(2));
    QVERIFY(std::abs(correlation(a->values(), b->values())) <
            5 / std::sqrt(static_cast<double>(a->size())));
}

void TstInitializers::moreFiltersLeaveTheOthersAsTheyWere()
{
    const ObjectValue normal = initializers().make("random_normal");
    const auto few = draw(normal, {3, 3, 2, 4}, key(1));
    const auto more = draw(normal, {3, 3, 2, 5}, key(1));
    for (std::size_t row = 0; row < 18; ++row) {
        for (std::size_t filter = 0; filter < 4; ++filter)
            QCOMPARE(more->values()[row * 5 + filter], few->values()[row * 4 + filter]);
    }
}

void TstInitializers::fixedValues()
{
    const auto all = [](const char *name) {
        const auto drawn = draw(initializers().make(name), {2, 3}, key(0));
        return std::vector<float>(drawn->values().begin(), drawn->values().end());
    };
    QCOMPARE(all("zeros"), std::vector<float>(6, 0));
    QCOMPARE(all("ones"), std::vector<float>(6, 1));
    QCOMPARE(all("constant"), std::vector<float>(6, 0));
    QCOMPARE(all("identity"), (std::vector<float>{1, 0, 0, 0, 1, 0}));
}

void TstInitializers::refusesRanksThatHaveNoMatrix()
{
    const auto vector = draw(initializers().make("orthogonal"), {5}, key(0));
    QVERIFY(!vector);
    QCOMPARE(vector.error().message,
             "Orthogonal makes weights of rank 2 or more only. Received the shape (5,)");
    const auto kernel = draw(initializers().make("identity"), {3, 3, 2, 2}, key(0));
    QVERIFY(!kernel);
    QCOMPARE(kernel.error().message,
             "Identity makes weights of rank 2 only. Received the shape (3, 3, 2, 2)");
}

QTEST_APPLESS_MAIN(TstInitializers)
#include "tst_initializers.moc"
