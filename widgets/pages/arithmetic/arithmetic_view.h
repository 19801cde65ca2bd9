// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/arithmetic/arithmetic_scene.h"
#include "visual/colormap.h"

#include <QTimer>
#include <QWidget>

namespace convscope {

class QuietSpinBox;

/// Input, kernel and output around one cell. What is pointed at in one grid is followed through all
/// three; a click keeps it.
class ArithmeticView : public QWidget
{
    Q_OBJECT

public:
    enum class Grid
    {
        None,
        Input,
        Kernel,
        Output,
    };
    /// A cell of one of the grids; of the kernel its tap.
    struct Place
    {
        Grid grid = Grid::None;
        std::int64_t row = 0;
        std::int64_t column = 0;

        bool operator==(const Place &) const = default;
    };

    explicit ArithmeticView(QWidget *parent = nullptr);

    void setScene(ArithmeticScene scene);
    [[nodiscard]] const ArithmeticScene &scene() const { return m_scene; }
    [[nodiscard]] const ArithmeticLayout &layoutInUse() const { return m_layout; }
    /// Where everything would stand in a room of another size.
    [[nodiscard]] ArithmeticLayout layoutIn(QSize size) const;
    /// The product at hand, as a tap of the shown part of the kernel.
    void setTap(int tap);
    [[nodiscard]] int tap() const { return m_tap; }
    /// The chooser beside the input's title.
    void setChannels(std::int64_t first, std::int64_t last, std::int64_t value, bool isShown);

    /// Colours of numbers as the grids shade them.
    [[nodiscard]] QColor inputColour(double value) const;
    [[nodiscard]] QColor weightColour(double value) const;
    /// Of a signed number among such that are at most `most` away from 0.
    [[nodiscard]] QColor signedColour(double value, double most) const;

    [[nodiscard]] Place pointedAt() const;
    /// What a screen reader hears of a cell.
    [[nodiscard]] QString spoken(const Place &place) const;
    [[nodiscard]] QString toolTipAt(QPoint point) const;
    [[nodiscard]] Place placeAt(QPoint point) const;
    [[nodiscard]] std::optional<QRect> rectOf(const Place &place) const;
    /// All cells in the order of a screen reader: input, kernel, output.
    [[nodiscard]] std::vector<Place> places() const;
    void select(const Place &place);
    /// The grid that keys walk in.
    [[nodiscard]] Grid walkedGrid() const { return m_walked.grid; }
    [[nodiscard]] QuietSpinBox *channelField() const { return m_channel; }

    [[nodiscard]] QSize sizeHint() const override { return {872, 446}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 180}; }

Q_SIGNALS:
    /// An output cell (of the scene's axes) is pointed at; nothing: no longer.
    void outputPointed(std::optional<std::vector<std::int64_t>> cell);
    /// The cell that everything stands around shall be another.
    void cellChosen(const std::vector<std::int64_t> &cell);
    void tapChosen(int tap);
    void channelChosen(std::int64_t channel);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Shades
    {
        const Colormap *map = nullptr;
        float low = 0;
        float high = 1;
    };

    void arrange();
    void placeFields();
    void setHovered(const Place &place);
    void walk(std::int64_t rows, std::int64_t columns);
    void announce();
    [[nodiscard]] const Lens &lens(Grid grid) const;
    [[nodiscard]] std::optional<float> valueAt(const Place &place) const;
    /// The grid that the window lies in, and the one with the single cell.
    [[nodiscard]] Grid windowGrid() const;
    [[nodiscard]] Grid cellGrid() const;
    [[nodiscard]] std::vector<Touch> touchesOf(std::int64_t row, std::int64_t column) const;
    [[nodiscard]] const AxisMap &rowMap() const;
    [[nodiscard]] const AxisMap &columnMap() const;
    [[nodiscard]] int kernelRows() const;
    [[nodiscard]] QColor colourOf(int tap) const;
    [[nodiscard]] Shades shadesOf(Grid grid) const;
    [[nodiscard]] QRgb shade(const Shades &shades, float value) const;

    void paintLens(QPainter &painter, Grid grid);
    void paintRulers(QPainter &painter, Grid grid);
    void paintTitles(QPainter &painter);
    void paintMarks(QPainter &painter);
    void paintWindow(QPainter &painter);
    void paintFeeds(QPainter &painter, const Place &place);
    void paintUses(QPainter &painter, int tap);
    void paintHand(QPainter &painter);
    void paintMiddle(QPainter &painter);
    [[nodiscard]] QString inputTitle() const;
    void paintScale(QPainter &painter);
    void paintSecond(QPainter &painter);
    void paintLegend(QPainter &painter);
    void paintRules(QPainter &painter);

    ArithmeticScene m_scene;
    ArithmeticLayout m_layout;
    Shades m_inputShades;
    Shades m_kernelShades;
    Shades m_outputShades;
    int m_tap = 0;
    Place m_hovered;
    /// Clicked in input or kernel: stays until another click.
    Place m_kept;
    /// Where keys are: the grid, and the cell there (of the output it is the scene's).
    Place m_walked{Grid::Output, 0, 0};
    QuietSpinBox *m_channel;
    QTimer m_announcing;
};

} // namespace convscope
