// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "kernels/window/upsample.h"

#include "support/kernel_oracle.h"

#include <QTest>

#include <array>
#include <vector>

using namespace convscope;
using namespace convscope::testing;

namespace {

struct Row
{
    const char *name;
    int rank;
    std::int64_t mb;
    std::int64_t c;
    Spatial in;
    Spatial factor;
};

constexpr Row kRows[] = {
    {"doubled, a plane", 2, 1, 1, {7, 37, 1}, {2, 2, 1}},
    {"doubled, a photo", 2, 1, 3, {5, 41, 1}, {2, 2, 1}},
    {"doubled, a vector of channels", 2, 1, 16, {6, 9, 1}, {2, 2, 1}},
    {"odd number of channels", 2, 2, 21, {4, 5, 1}, {2, 3, 1}},
    {"seven channels, unequal factors", 2, 1, 7, {5, 11, 1}, {3, 5, 1}},
    {"one row", 2, 1, 5, {1, 6, 1}, {5, 2, 1}},
    {"one column", 2, 1, 2, {6, 1, 1}, {2, 4, 1}},
    {"one cell", 2, 3, 2, {1, 1, 1}, {3, 3, 1}},
    {"factor one", 2, 1, 4, {5, 6, 1}, {1, 1, 1}},
    {"rows of several parts", 2, 1, 3, {2, 900, 1}, {1, 3, 1}},
};

Tensor sourceOf(const UpsampleProblem &p)
{
    Extents extents{p.mb};
    if (p.format == DataFormat::ChannelsFirst)
        extents.push_back(p.c);
    extents.insert(extents.end(), p.in.begin(), p.in.begin() + p.rank);
    if (p.format == DataFormat::ChannelsLast)
        extents.push_back(p.c);
    return randomTensor(std::move(extents), 11);
}

struct Named
{
    const char *name;
    Interpolation interpolation;
};

constexpr Named kInterpolations[] = {
    {"nearest", Interpolation::Nearest},
    {"bilinear", Interpolation::Bilinear},
    {"legacy bilinear", Interpolation::BilinearLegacy},
    {"bicubic", Interpolation::Bicubic},
    {"lanczos3", Interpolation::Lanczos3},
    {"lanczos5", Interpolation::Lanczos5},
};

} // namespace

class TstUpsample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesReference_data();
    void matchesReference();
    void repeatsSequencesAndVolumes();
    void bypassesTheCaches_data();
    void bypassesTheCaches();
    void givesKerasValues_data();
    void givesKerasValues();
};

void TstUpsample::matchesReference_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("interpolation");
    for (int i = 0; i < int(std::size(kRows)); ++i)
        for (const Named &named : kInterpolations)
            QTest::addRow("%s, %s", kRows[i].name, named.name) << i << int(named.interpolation);
}

void TstUpsample::matchesReference()
{
    QFETCH(int, row);
    QFETCH(int, interpolation);
    const Row &r = kRows[row];
    for (const DataFormat format : {DataFormat::ChannelsLast, DataFormat::ChannelsFirst}) {
        const UpsampleProblem p{
            Interpolation(interpolation), r.rank, r.mb, r.c, r.in, r.factor, format};
        const Tensor src = sourceOf(p);
        const bool exact = p.interpolation == Interpolation::Nearest;
        const std::string wrong = differenceFromReference(
            [&](const KernelContext &context) { return upsample(p, src, context); }, 0,
            exact ? 0 : 1e-6);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
}

void TstUpsample::repeatsSequencesAndVolumes()
{
    for (const std::int64_t c : {1, 3, 16, 19})
        for (const DataFormat format : {DataFormat::ChannelsLast, DataFormat::ChannelsFirst}) {
            const UpsampleProblem sequence{
                Interpolation::Nearest, 1, 2, c, {13, 1, 1}, {3, 1, 1}, format};
            const UpsampleProblem volume{
                Interpolation::Nearest, 3, 1, c, {3, 4, 5}, {2, 3, 2}, format};
            for (const UpsampleProblem &p : {sequence, volume}) {
                const Tensor src = sourceOf(p);
                const std::string wrong = differenceFromReference(
                    [&](const KernelContext &context) { return upsample(p, src, context); }, 0, 0);
                QVERIFY2(wrong.empty(), wrong.c_str());
            }
        }
}

void TstUpsample::bypassesTheCaches_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("a photo") << 3 << 601 << 603;
    QTest::newRow("a plane") << 1 << 1030 << 1031;
    QTest::newRow("whole vectors of channels") << 32 << 184 << 185;
    QTest::newRow("an odd number of channels") << 37 << 170 << 171;
}

void TstUpsample::bypassesTheCaches()
{
    QFETCH(int, channels);
    QFETCH(int, rows);
    QFETCH(int, columns);
    for (const Interpolation interpolation : {Interpolation::Nearest, Interpolation::Bilinear})
        for (const DataFormat format : {DataFormat::ChannelsLast, DataFormat::ChannelsFirst}) {
            const UpsampleProblem p{interpolation,      2,         1,     channels,
                                    {rows, columns, 1}, {2, 2, 1}, format};
            const Tensor src = sourceOf(p);
            const std::string wrong = differenceFromReference(
                [&](const KernelContext &context) { return upsample(p, src, context); }, 0,
                interpolation == Interpolation::Nearest ? 0 : 1e-6);
            QVERIFY2(wrong.empty(), wrong.c_str());
        }
}

void TstUpsample::givesKerasValues_data()
{
    QTest::addColumn<int>("interpolation");
    QTest::addColumn<int>("factor");
    QTest::addColumn<QVector<float>>("in");
    QTest::addColumn<QVector<float>>("out");
    using V = QVector<float>;
    QTest::newRow("nearest") << int(Interpolation::Nearest) << 2 << V{4, 7} << V{4, 4, 7, 7};
    QTest::newRow("bilinear twice")
        << int(Interpolation::Bilinear) << 2 << V{0, 1} << V{0, 0.25F, 0.75F, 1};
    QTest::newRow("bilinear three times")
        << int(Interpolation::Bilinear) << 3 << V{0, 3, 6} << V{0, 0, 1, 2, 3, 4, 5, 6, 6};
    QTest::newRow("legacy bilinear twice")
        << int(Interpolation::BilinearLegacy) << 2 << V{0, 1} << V{0, 0.5F, 1, 1};
    QTest::newRow("legacy bilinear three times")
        << int(Interpolation::BilinearLegacy) << 3 << V{0, 3, 6} << V{0, 1, 2, 3, 4, 5, 6, 6, 6};
    // Keys' weights at a quarter, (−9, 111, 29, −3) / 128, renormalised at the ends.
    QTest::newRow("bicubic twice")
        << int(Interpolation::Bicubic) << 2 << V{0, 0, 128, 0}
        << V{0,   -3.0F * 128 / 137,  -9.0F * 128 / 131, 29,
             111, 111.0F * 128 / 131, 29.0F * 128 / 137, -9.0F * 128 / 102};
}

void TstUpsample::givesKerasValues()
{
    QFETCH(int, interpolation);
    QFETCH(int, factor);
    QFETCH(QVector<float>, in);
    QFETCH(QVector<float>, out);
    const UpsampleProblem p{
        Interpolation(interpolation), 2, 1, 1, {1, in.size(), 1}, {1, factor, 1}};
    const Tensor src = Tensor::of({1, 1, in.size(), 1}, {in.constData(), std::size_t(in.size())});
    const Tensor expected =
        Tensor::of({1, 1, out.size(), 1}, {out.constData(), std::size_t(out.size())});
    const auto y = upsample(p, src, {});
    QVERIFY(y.has_value());
    QCOMPARE(difference(*y, expected, 1e-6, 1e-6), std::string());
}

QTEST_APPLESS_MAIN(TstUpsample)
#include "tst_upsample.moc"
