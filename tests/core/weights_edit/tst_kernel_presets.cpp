// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// Presets are the textbook's, and OpenCV's where it has them.
#include "weights_edit/kernel_presets.h"

#include <QTest>

#include <numeric>
#include <opencv2/imgproc.hpp>

using namespace convscope;

namespace {

std::vector<double> values(KernelShape shape, std::int64_t rows, std::int64_t columns,
                           std::int64_t slices = 1)
{
    return kernelValues({.shape = shape}, {slices, rows, columns}).value();
}

double sum(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

bool near(const std::vector<double> &a, const std::vector<double> &b, double tolerance = 1e-12)
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(),
                      [&](double x, double y) { return std::abs(x - y) <= tolerance; });
}

std::vector<double> product(const cv::Mat &rows, const cv::Mat &columns)
{
    const cv::Mat all = rows * columns.t();
    return {all.begin<double>(), all.end<double>()};
}

} // namespace

class TstKernelPresets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofThreeByThreeAreTheTextbooks();
    void areOpenCvs_data();
    void areOpenCvs();
    void gaborIsOpenCvsTurnedRound();
    void sumAsTheyShould_data();
    void sumAsTheyShould();
    void identityStandsWhereSameReads();
    void volumesAreSmoothedAlongTheSlices();
    void sayWhatIsTooShort_data();
    void sayWhatIsTooShort();
};

void TstKernelPresets::ofThreeByThreeAreTheTextbooks()
{
    QCOMPARE(values(KernelShape::Identity, 3, 3), (std::vector<double>{0, 0, 0, 0, 1, 0, 0, 0, 0}));
    QCOMPARE(values(KernelShape::SobelX, 3, 3),
             (std::vector<double>{-1, 0, 1, -2, 0, 2, -1, 0, 1}));
    QCOMPARE(values(KernelShape::SobelY, 3, 3),
             (std::vector<double>{-1, -2, -1, 0, 0, 0, 1, 2, 1}));
    QCOMPARE(values(KernelShape::Laplacian, 3, 3),
             (std::vector<double>{0, 1, 0, 1, -4, 1, 0, 1, 0}));
    QCOMPARE(values(KernelShape::Sharpen, 3, 3),
             (std::vector<double>{0, -1, 0, -1, 5, -1, 0, -1, 0}));
    QCOMPARE(values(KernelShape::Emboss, 3, 3),
             (std::vector<double>{-2, -1, 0, -1, 1, 1, 0, 1, 2}));
    QCOMPARE(values(KernelShape::Laplacian, 1, 3), (std::vector<double>{1, -2, 1}));
    QCOMPARE(values(KernelShape::SobelX, 2, 2), (std::vector<double>{-1, 1, -1, 1}));
}

void TstKernelPresets::areOpenCvs_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    for (const auto &[rows, columns] : {std::pair{3, 3}, {5, 5}, {5, 7}, {11, 3}, {11, 11}})
        QTest::addRow("%d × %d", rows, columns) << rows << columns;
}

void TstKernelPresets::areOpenCvs()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    // getDerivKernels makes its two lines for one size: the lines are independent of each other.
    const auto line = [](int cells, bool isDerivative) {
        cv::Mat x;
        cv::Mat y;
        cv::getDerivKernels(x, y, isDerivative ? 1 : 0, isDerivative ? 0 : 1, cells, false, CV_64F);
        return x;
    };
    QVERIFY(near(values(KernelShape::SobelX, rows, columns),
                 product(line(rows, false), line(columns, true))));
    QVERIFY(near(values(KernelShape::SobelY, rows, columns),
                 product(line(rows, true), line(columns, false))));
    const auto gaussian = [](int cells) {
        return cv::getGaussianKernel(cells, 0.3 * ((cells - 1) * 0.5 - 1) + 0.8, CV_64F);
    };
    QVERIFY(near(values(KernelShape::Gaussian, rows, columns),
                 product(gaussian(rows), gaussian(columns))));
}

void TstKernelPresets::gaborIsOpenCvsTurnedRound()
{
    const double wavelength = 5;
    const double degrees = M_PI / 180;
    for (const double angle : {0.0, 30.0, 90.0, 135.0}) {
        for (const double phase : {0.0, 90.0, 45.0}) {
            // OpenCV turns its kernels by 180° and adds the phase: the two undo each other.
            const cv::Mat theirs = cv::getGaborKernel({9, 9}, 0.56 * wavelength, angle * degrees,
                                                      wavelength, 0.5, phase * degrees, CV_64F);
            const auto ours =
                kernelValues({KernelShape::Gabor, angle, wavelength, phase}, {1, 9, 9}).value();
            QVERIFY(near(ours, {theirs.begin<double>(), theirs.end<double>()}, 1e-12));
        }
    }
}

void TstKernelPresets::sumAsTheyShould_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<double>("expected");
    const auto row = [](KernelShape shape, double expected) {
        QTest::addRow("%s", std::string(name(shape)).c_str())
            << static_cast<int>(shape) << expected;
    };
    row(KernelShape::Identity, 1);
    row(KernelShape::Box, 1);
    row(KernelShape::Gaussian, 1);
    row(KernelShape::SobelX, 0);
    row(KernelShape::SobelY, 0);
    row(KernelShape::Laplacian, 0);
    row(KernelShape::Sharpen, 1);
    row(KernelShape::Emboss, 1);
}

void TstKernelPresets::sumAsTheyShould()
{
    QFETCH(int, shape);
    QFETCH(double, expected);
    for (const KernelExtents extents :
         {KernelExtents{1, 3, 3}, {1, 4, 6}, {1, 11, 7}, {3, 3, 3}, {2, 5, 4}})
        QVERIFY(std::abs(
                    sum(values(KernelShape(shape), extents.rows, extents.columns, extents.slices)) -
                    expected) < 1e-9);
}

void TstKernelPresets::identityStandsWhereSameReads()
{
    // Padding "same" of four cells puts one before and two behind.
    QCOMPARE(values(KernelShape::Identity, 1, 4), (std::vector<double>{0, 1, 0, 0}));
    QCOMPARE(values(KernelShape::Identity, 1, 1), (std::vector<double>{1}));
}

void TstKernelPresets::volumesAreSmoothedAlongTheSlices()
{
    const auto volume = values(KernelShape::SobelX, 3, 3, 3);
    const auto plane = values(KernelShape::SobelX, 3, 3);
    for (std::size_t slice = 0; slice < 3; ++slice)
        for (std::size_t i = 0; i < 9; ++i)
            QCOMPARE(volume[slice * 9 + i], plane[i] * (slice == 1 ? 2 : 1));
}

void TstKernelPresets::sayWhatIsTooShort_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("message");
    QTest::newRow("Sobel across one column")
        << static_cast<int>(KernelShape::SobelX) << 3 << 1
        << QStringLiteral(
               "A kernel of this shape (Sobel) needs at least 2 columns, this one has 1");
    QTest::newRow("Sobel down one row")
        << static_cast<int>(KernelShape::SobelY) << 1 << 3
        << QStringLiteral("A kernel of this shape (Sobel) needs at least 2 rows, this one has 1");
    QTest::newRow("Laplacian of two by two")
        << static_cast<int>(KernelShape::Laplacian) << 2 << 2
        << QStringLiteral("A kernel of this shape (Laplacian) needs at least 3 cells along an "
                          "axis, this one has 2");
    QTest::newRow("sharpening two by two")
        << static_cast<int>(KernelShape::Sharpen) << 2 << 2
        << QStringLiteral("A kernel of this shape (Laplacian) needs at least 3 cells along an "
                          "axis, this one has 2");
    QTest::newRow("emboss of one cell")
        << static_cast<int>(KernelShape::Emboss) << 1 << 1
        << QStringLiteral(
               "A kernel of this shape (emboss) needs at least 2 rows or columns, this one has 1");
}

void TstKernelPresets::sayWhatIsTooShort()
{
    QFETCH(int, shape);
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(QString, message);
    const auto result = kernelValues({.shape = KernelShape(shape)}, {1, rows, columns});
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(result.error().message), message);
    const auto gabor = kernelValues({KernelShape::Gabor, 0, 0, 0}, {1, 3, 3});
    QVERIFY(!gabor);
}

QTEST_APPLESS_MAIN(TstKernelPresets)
#include "tst_kernel_presets.moc"
