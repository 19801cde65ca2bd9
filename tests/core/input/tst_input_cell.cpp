// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/input_cell.h"
#include "input/prepare_input.h"

#include <QTest>

#include <cmath>

using namespace convscope;

/// Where a cell that the model reads came from, against what prepared() really made.
class TstInputCell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsEveryCell_data();
    void explainsEveryCell();
    void findsTheCellOfAPixel();
};

namespace {

Input picture(std::int64_t rows, std::int64_t columns, std::int64_t channels, double white)
{
    Input input;
    auto buffer = TensorBuffer::allocate({1, rows, columns, channels}, "a picture").value();
    for (std::size_t i = 0; i < buffer.values().size(); ++i)
        buffer.data()[i] = static_cast<float>((i * 2654435761U >> 7) % std::size_t(white + 1));
    input.tensor = Tensor(std::move(buffer));
    input.white = white;
    if (channels == 3)
        input.channelNames = {words("red"), words("green"), words("blue")};
    return input;
}

} // namespace

void TstInputCell::explainsEveryCell_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<double>("white");
    QTest::addColumn<int>("fit");
    QTest::addColumn<double>("anchorRow");
    QTest::addColumn<double>("anchorColumn");
    QTest::addColumn<int>("range");
    const auto add = [](const char *name, int channels, int wanted, double white, Fit fit,
                        FitAnchor anchor, PictureRange range) {
        QTest::newRow(name) << channels << wanted << white << int(fit) << anchor.row
                            << anchor.column << int(range);
    };
    add("cropped at the centre, torch", 3, 3, 255, Fit::Crop, FitAnchor::Centre,
        PictureRange::Torch);
    add("cropped at the lower right, 0 to 1", 3, 3, 255, Fit::Crop, FitAnchor::BottomRight,
        PictureRange::ZeroToOne);
    add("cropped where it was dragged to", 3, 3, 255, Fit::Crop, {0.5, 0.25},
        PictureRange::ZeroToOne);
    add("padded, caffe", 3, 3, 255, Fit::Pad, FitAnchor::Centre, PictureRange::Caffe);
    add("padded at the upper left, 16 bits", 3, 3, 65535, Fit::Pad, FitAnchor::TopLeft,
        PictureRange::MinusOneToOne);
    add("resized", 4, 4, 255, Fit::Resize, FitAnchor::Centre, PictureRange::ZeroTo255);
    add("grey repeated", 1, 3, 255, Fit::Resize, FitAnchor::Centre, PictureRange::Torch);
    add("colour to grey, one bit", 3, 1, 1, Fit::Crop, FitAnchor::TopRight,
        PictureRange::ZeroTo255);
}

void TstInputCell::explainsEveryCell()
{
    QFETCH(int, channels);
    QFETCH(int, wanted);
    QFETCH(double, white);
    QFETCH(int, fit);
    QFETCH(double, anchorRow);
    QFETCH(double, anchorColumn);
    QFETCH(int, range);
    const Input read = picture(13, 19, channels, white);
    StatedInput stated;
    stated.shape = Shape{Dim(), 8, 7, wanted};
    InputPreparation preparation;
    preparation.fit = static_cast<Fit>(fit);
    preparation.anchor = {anchorRow, anchorColumn};
    preparation.values = static_cast<PictureRange>(range);
    const Input ready = prepared(read, stated, preparation, PictureRange::ZeroToOne).value();
    const PlaneFit plane = planeFit({13, 19}, {8, 7}, *preparation.fit, preparation.anchor);
    for (std::int64_t row = 0; row < 8; ++row) {
        for (std::int64_t column = 0; column < 7; ++column) {
            const CellOrigin origin =
                cellOrigin(read, ready, plane, preparation.values, row, column);
            QCOMPARE(origin.channels.size(), std::size_t(wanted));
            for (const CellChannel &channel : origin.channels) {
                const double last =
                    channel.steps.empty() ? channel.blended : channel.steps.back().result;
                QVERIFY2(std::abs(last - channel.value) <
                             2e-5 * std::max(1.0, std::abs(channel.value)),
                         qPrintable(QStringLiteral("%1, %2: %3, not %4")
                                        .arg(row)
                                        .arg(column)
                                        .arg(last)
                                        .arg(channel.value)));
            }
        }
    }
}

void TstInputCell::findsTheCellOfAPixel()
{
    // 19 columns: 6 + 7 are cut off.
    const AxisFit cropped{19, 6, 6, 3};
    QCOMPARE(cellFrom(cropped, 5), std::int64_t{-1});
    QCOMPARE(cellFrom(cropped, 6), std::int64_t{0});
    QCOMPARE(cellFrom(cropped, 11), std::int64_t{2});
    QCOMPARE(cellFrom(cropped, 12), std::int64_t{-1});
    for (std::int64_t cell = 0; cell < 3; ++cell)
        QCOMPARE(cellFrom(cropped, blendOf(cropped, cell).position), cell);
    const AxisFit padded{4, -3, 10, 10};
    QCOMPARE(blendOf(padded, 0).first, std::int64_t{-1});
    QCOMPARE(blendOf(padded, 3).first, std::int64_t{0});
    QCOMPARE(cellFrom(padded, 0), std::int64_t{3});
}

QTEST_APPLESS_MAIN(TstInputCell)
#include "tst_input_cell.moc"
