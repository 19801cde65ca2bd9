// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "weights_edit/kernel_presets.h"

#include <QAbstractScrollArea>

#include <functional>
#include <optional>

namespace convscope {

/// Every kernel of a weight, read when it is painted.
struct OverviewSheet
{
    std::int64_t filters = 0;
    std::int64_t channels = 0;
    KernelExtents kernel;
    /// The slice that is shown.
    std::int64_t slice = 0;
    std::function<float(const WeightPlace &)> value;
    std::function<QString(std::int64_t channel)> channelName;
    /// Magnitude of the strongest colour of a filter.
    std::function<double(std::int64_t filter)> reach;
    /// Channels stand across and filters down: "filter" and "channel" change their places here.
    bool isTurned = false;
    /// Under each filter; null: none.
    std::function<float(std::int64_t filter)> bias;
};

struct OverviewTile
{
    std::int64_t filter = 0;
    std::int64_t channel = 0;

    bool operator==(const OverviewTile &) const = default;
};

/// The kernels of a weight as small pictures: channels down, filters across, the bias below.
/// Painting costs the visible ones, whatever the size of the tensor.
class WeightOverview : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit WeightOverview(QWidget *parent = nullptr);

    void setSheet(OverviewSheet sheet);
    [[nodiscard]] const OverviewSheet &sheet() const { return m_sheet; }
    void valuesChanged() { viewport()->update(); }
    [[nodiscard]] OverviewTile current() const { return m_current; }
    void setCurrent(OverviewTile tile);

    /// In the viewport's coordinates.
    [[nodiscard]] QRect tileRect(OverviewTile tile) const;
    [[nodiscard]] std::optional<OverviewTile> tileAt(QPoint position) const;
    /// "filter 8, green".
    [[nodiscard]] QString spoken(OverviewTile tile) const;

    /// As high as it would like to be, at most `rows` rows of kernels.
    [[nodiscard]] int heightFor(int rows) const;
    /// Smaller tiles.
    void setCompact(bool isCompact);
    [[nodiscard]] QSize sizeHint() const override { return {600, heightFor(3)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 60}; }

Q_SIGNALS:
    void chosen(convscope::OverviewTile tile);
    void menuWanted(const QPoint &at);
    /// A preset was dropped on a kernel.
    void presetDropped(convscope::OverviewTile tile, convscope::KernelShape shape);
    /// heightFor() may be another.
    void heightChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void choose(OverviewTile tile);
    void paintHeads(QPainter &painter, OverviewTile first, OverviewTile last) const;
    void paintTiles(QPainter &painter, OverviewTile first, OverviewTile last) const;

    OverviewSheet m_sheet;
    bool m_isCompact = false;
    OverviewTile m_current;
    QSize m_tile{30, 30};
    int m_across = 50;
    int m_down = 33;
    int m_left = 0;
    int m_top = 0;
    int m_bottom = 0;
};

} // namespace convscope

Q_DECLARE_METATYPE(convscope::OverviewTile)
