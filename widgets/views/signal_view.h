// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/large_map_view.h"
#include "views/plot.h"
#include "visual/render.h"

#include <QImage>

#include <optional>
#include <vector>

namespace convscope {

/// One channel of a sequence.
struct SignalSeries
{
    QString name;
    /// One row; read for the values named and for the part in view when zoomed in.
    Plane values;
    /// Of the whole row.
    LineEnvelope line;
};

/// A colour per step from `first` on, premultiplied.
struct StepHeat
{
    std::int64_t first = 0;
    std::vector<QRgb> colours;

    bool operator==(const StepHeat &) const = default;
};

/// A map of a one-dimensional layer under its input, both over the same axis: as lines, as a strip
/// of colours or as numbers.
class SignalView : public LargeMapView
{
    Q_OBJECT

public:
    enum class Mode
    {
        Lines,
        HeatStrip,
        Numbers
    };

    explicit SignalView(QWidget *parent = nullptr);

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// The channels of the layer's input; empty: only the map is shown.
    void setInput(std::vector<SignalSeries> series);
    /// "Map 6"; `range` is what the plot's edges stand for, `strip` the map as one row of colours.
    void setMap(const SignalSeries &map, ValueRange range, const QImage &strip);
    /// The input steps [first, last] that the current step was computed from; nothing: not known.
    void setWindow(std::optional<std::pair<std::int64_t, std::int64_t>> window);
    /// Steps of the map that a cell of another layer depends on, or is reached from.
    void setField(std::optional<std::pair<std::int64_t, std::int64_t>> field, const QString &words);
    [[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>> field() const
    {
        return m_field;
    }
    /// How much each step counts for that cell, laid over the map.
    void setHeat(StepHeat heat);
    [[nodiscard]] const StepHeat &heat() const { return m_heat; }
    /// The whole axis.
    void fit();
    [[nodiscard]] bool isFit() const { return m_begin == 0 && m_end == 1; }

    [[nodiscard]] std::int64_t length() const { return m_map.values.columns; }
    [[nodiscard]] std::optional<std::int64_t> hoveredStep() const { return m_hovered; }
    [[nodiscard]] std::optional<std::int64_t> pinnedStep() const { return m_pinned; }
    [[nodiscard]] std::optional<std::int64_t> currentStep() const;
    void pin(std::int64_t step);
    void unpin();
    /// "step 270, −0.2414".
    [[nodiscard]] QString spokenStep(std::int64_t step) const;
    /// Steps whose value lies outside the range; nothing where the signal is too long to count
    /// here.
    [[nodiscard]] std::optional<std::int64_t> cutSteps() const { return m_cut; }
    /// Where a step is, logical x in the plots.
    [[nodiscard]] double xOf(std::int64_t step) const;

    [[nodiscard]] QSize sizeHint() const override { return {616, 456}; }

Q_SIGNALS:
    void stepHovered(std::optional<std::int64_t> step);
    void stepPinned(std::optional<std::int64_t> step);
    /// Enter on the pinned step.
    void stepOpened();

protected:
    [[nodiscard]] QString spokenCurrent() const override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Where things are, logical pixels.
    struct Places
    {
        QRectF inputTitle, input, mapTitle, map;
    };
    /// Numbers mode: cells of one step each.
    struct Cells
    {
        QRect area;
        int columns = 1;
        int width = 1;
        int height = 1;
    };

    [[nodiscard]] Places places() const;
    [[nodiscard]] Cells cells() const;
    [[nodiscard]] PlotScale inputScale() const;
    [[nodiscard]] PlotScale mapScale() const;
    [[nodiscard]] LineEnvelope visible(const SignalSeries &series, const PlotScale &scale) const;
    [[nodiscard]] std::optional<std::int64_t> stepAt(QPointF position) const;
    void goTo(std::int64_t step);
    void setHovered(std::optional<std::int64_t> step);
    void setSpan(double begin, double end);
    void scrollNumbers(int rows);

    void paintInput(QPainter &painter, const Places &at);
    void paintMapTitle(QPainter &painter, const QRectF &rect);
    void paintMapLine(QPainter &painter, const PlotScale &scale);
    void paintHeat(QPainter &painter, const PlotScale &scale, const QRectF &band) const;
    void paintStrip(QPainter &painter, const PlotScale &scale);
    void paintNumbers(QPainter &painter);
    void paintCursor(QPainter &painter, const PlotScale &scale);

    Mode m_mode = Mode::Lines;
    std::vector<SignalSeries> m_input;
    ValueRange m_inputRange;
    SignalSeries m_map;
    ValueRange m_range;
    QImage m_strip;
    std::optional<std::pair<std::int64_t, std::int64_t>> m_field;
    QString m_fieldWords;
    StepHeat m_heat;
    std::optional<std::pair<std::int64_t, std::int64_t>> m_window;
    std::optional<std::int64_t> m_cut;
    std::optional<std::int64_t> m_hovered;
    std::optional<std::int64_t> m_pinned;
    std::optional<std::int64_t> m_walked;
    /// The part of the axis in view, as shares of its length.
    double m_begin = 0;
    double m_end = 1;
    int m_topRow = 0;
    QPointF m_press;
    double m_dragX = 0;
    bool m_isPressed = false;
    bool m_isPanning = false;
};

} // namespace convscope
