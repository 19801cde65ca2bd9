// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/line_envelope.h"
#include "views/map_grid_layout.h"
#include "views/tile_filter.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QImage>
#include <QTimer>

#include <map>
#include <vector>

namespace convscope {

/// Something worth knowing about a map, shown in its tile's corner.
struct TileFlag
{
    enum class Kind
    {
        None,
        Dead,
        Saturated,
        SameAs
    };
    Kind kind = Kind::None;
    /// The earlier map of SameAs.
    int other = 0;

    bool operator==(const TileFlag &) const = default;
};

/// Over maps that come from one input of a layer that joins several.
struct GridHeading
{
    /// At which place it is read: "0".
    QString chip;
    QString name;
    /// "maps 0 to 31".
    QString note;
    /// How many maps, from where the heading before ended.
    int count = 0;

    bool operator==(const GridHeading &) const = default;
};

/// All maps of a layer as tiles. It asks for the pictures of the tiles it shows and keeps the
/// latest of them; any number of tiles costs the same. Maps are named by index; their order may
/// differ.
class MapGrid : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit MapGrid(QWidget *parent = nullptr);

    /// `count` maps of `cells` (columns × rows). Pictures, lines, flags and order of before are
    /// forgotten where either differs; otherwise pictures stay until replaced.
    void setMaps(int count, QSize cells);
    /// `count` signals, one plot per row.
    void setSignals(int count);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool showsLines() const { return m_showsLines; }

    /// A picture of about the size asked for; its aspect is kept inside the tile.
    void setTile(int index, const QImage &picture);
    void setTileLine(int index, const LineEnvelope &line);
    /// Lines are drawn from `low` to `high`.
    void setLineRange(float low, float high);
    void setFlag(int index, TileFlag flag);
    /// All at once; those of before are forgotten.
    void setFlags(std::map<int, TileFlag> flags);
    /// The maps in the order to show them: a permutation of 0 … count − 1. Empty: by index.
    void setOrder(std::vector<int> order);
    /// Maps in groups, each under its heading and in its own order; empty, or of another number of
    /// maps than there are: none.
    void setHeadings(std::vector<GridHeading> headings);
    [[nodiscard]] const std::vector<GridHeading> &headings() const { return m_headings; }
    /// Shows only some of the maps, in their order. The selected one stays selected.
    void setFilter(const TileFilter &filter);
    /// How many maps the filter lets through.
    [[nodiscard]] int shownCount() const;
    /// Asks again for the pictures in view, e.g. after the range or the colormap changed. The old
    /// pictures stay until the new ones come.
    void requestTiles();
    void setStale(bool stale);

    [[nodiscard]] int selected() const { return m_selected; }
    /// Selects and scrolls to a map; emits selectionChanged where it differs.
    void select(int index);
    void selectNext(int steps);

    [[nodiscard]] int tileWidth() const { return m_tileWidth; }
    void setTileWidth(int pixels);

    [[nodiscard]] const MapGridLayout &layoutInUse() const { return m_layout; }
    [[nodiscard]] int indexAtPosition(int position) const;
    /// −1 where the filter hides the map.
    [[nodiscard]] int positionOf(int index) const;
    /// Of a map, in viewport coordinates; empty where it is hidden.
    [[nodiscard]] QRect tileRect(int index) const;
    /// The map at a point of the viewport, or −1.
    [[nodiscard]] int indexAt(QPoint point) const;
    /// The maps in view, in order.
    [[nodiscard]] std::vector<int> visibleIndices() const;
    /// What would be asked for if it showed `count` maps of `cells` (or so many signals).
    struct Wanted
    {
        std::vector<int> indices;
        QSize devicePixels;
    };
    [[nodiscard]] Wanted wantedFor(int count, QSize cells, bool lines) const;
    /// "Map 13, dead".
    [[nodiscard]] QString spokenTile(int index) const;
    [[nodiscard]] QString flagText(int index) const;

    [[nodiscard]] QSize sizeHint() const override { return {254, 400}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {138, 120}; }

Q_SIGNALS:
    /// Pictures are wanted for these maps, in a box of so many device pixels. After scrolling,
    /// resizing or requestTiles(); once per turn of the event loop.
    void tilesNeeded(const std::vector<int> &indices, QSize devicePixels);
    void selectionChanged(int index);
    /// The filter lets other maps through, or another number of them.
    void shownCountChanged();
    /// Enter or double-click.
    void activated(int index);
    /// The tile was dragged out of its place by the mouse.
    void dragRequested(int index);
    void tileWidthChanged(int pixels);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void reset(int count, QSize cells, bool lines);
    void updateLayout();
    /// Finds out which maps stand where, from order and filter.
    void arrange();
    void arrangeSections();
    void askForTiles();
    void placeBar();
    void scrollTo(int index);
    void paintTile(QPainter &painter, int index);
    void paintHeadings(QPainter &painter);
    void paintLabel(QPainter &painter, const QRect &tile, int index);
    void paintFlag(QPainter &painter, const QRect &tile, int index);
    [[nodiscard]] int top() const;

    MapGridLayout m_layout;
    int m_count = 0;
    QSize m_cells;
    int m_tileWidth = 114;
    bool m_showsLines = false;
    /// About two hundred screens of tiles would be too much memory: the least recently used go.
    QCache<int, QImage> m_tiles;
    std::map<int, LineEnvelope> m_lines;
    float m_lineLow = 0;
    float m_lineHigh = 1;
    std::map<int, TileFlag> m_flags;
    std::vector<int> m_order;
    std::vector<GridHeading> m_headings;
    /// By section of the layout: its heading.
    std::vector<std::size_t> m_shownHeadings;
    std::vector<MapGridLayout::Section> m_sections;
    TileFilter m_filter;
    /// The maps shown, and where each stands; both empty where all are shown by index.
    std::vector<int> m_places;
    std::vector<int> m_positions;
    int m_selected = -1;
    int m_hovered = -1;
    int m_pressed = -1;
    QPoint m_pressPoint;
    int m_wheelRest = 0;
    bool m_isStale = false;
    QTimer m_asking;
    QScrollBar *m_bar = nullptr;
};

} // namespace convscope
