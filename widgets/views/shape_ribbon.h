// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/lanes.h"
#include "pictures/line_envelope.h"
#include "views/ribbon_layout.h"
#include "views/ribbon_runs.h"

#include <QAbstractScrollArea>
#include <QImage>

#include <map>
#include <optional>
#include <vector>

namespace convscope {

class RibbonOverview;

/// One tensor of the stack as the ribbon shows it.
struct RibbonFace
{
    enum class State
    {
        Ok,
        Illegal,
        Waiting,
        Unknown, ///< of a class that is not known here
        Stale,
        Bypassed
    };

    /// The layer whose output it is, for those who ask for it; −1: an input.
    int layer = -1;
    /// Which of the model's inputs, where it is one.
    int input = 0;
    /// The layer that makes it, above the arrow; empty for the input.
    QString className;
    /// Below the arrow: "3×3 · stride 2".
    QString brief;
    /// Of the layer's kind, in the words' place where there is no room for them.
    QString icon;
    /// Over the face where the ribbon is folded: what an input is called.
    QString caption;
    /// The outermost block that it stands for or is a layer of; empty: none.
    QString block;
    /// It is a layer of a block that is not folded.
    bool isLine = false;
    /// "300×451×16"; the ribbon itself says "no output", "not known here" and, where there are
    /// none, "waiting".
    QString shapeWords;
    QString toolTip;
    /// "Layer 2 of 5, Conv2D conv2d, output 300 by 451 by 16".
    QString accessibleName;
    State state = State::Ok;
    /// What it makes is there or may be.
    [[nodiscard]] bool hasTensor() const
    {
        return state != State::Illegal && state != State::Waiting && state != State::Unknown;
    }
    /// 1 signals, 2 pictures, 3 volumes.
    int dimensions = 2;
    std::int64_t slices = 1;
    std::int64_t rows = 1;
    std::int64_t columns = 1;
    std::int64_t channels = 1;
    /// The current map; null: not computed yet.
    QImage picture;
    /// Of a signal: its lines (one, or the channels of the input), drawn over their common range.
    std::vector<LineEnvelope> lines;

    /// Pictures are told apart by identity.
    [[nodiscard]] bool looksLike(const RibbonFace &other) const;
};

/// The whole stack in one line: every tensor as a face of its proportions, arrows with the layers.
class ShapeRibbon : public QAbstractScrollArea
{
    Q_OBJECT

public:
    struct Total
    {
        QString label;
        QString value;
        /// Gives its place to the scale of the faces where that is logarithmic.
        bool yieldsToScale = false;

        bool operator==(const Total &) const = default;
    };

    explicit ShapeRibbon(QWidget *parent = nullptr);

    void setFaces(std::vector<RibbonFace> faces);
    /// One picture or line alone, where only a map changed.
    void setFace(int index, const RibbonFace &face);
    /// Who reads whom, faces being its rows; without it every face reads the one before. Of as many
    /// rows as the faces that are set next, or none.
    void setGraph(std::optional<LaneLayout> graph);
    /// One face for each folded block, with an overview of all layers below. Needs a graph.
    void setFolded(bool isFolded);
    [[nodiscard]] RibbonOverview *overview() const { return m_overview; }
    /// At which places the current face reads the others, by face.
    void setChips(std::map<int, QString> chips);
    /// At the right, where there is room (hidden in a ribbon narrower than 1360, shown again from
    /// 1400). The first are the most important: where tensors need the room only those two stay.
    void setTotals(std::vector<Total> totals);
    /// What the pinned cell depends on or reaches, as shares of the faces' sides: one per face;
    /// fewer or none take the boxes away.
    void setFieldBoxes(std::vector<std::optional<QRectF>> boxes);
    [[nodiscard]] const std::vector<std::optional<QRectF>> &fieldBoxes() const { return m_boxes; }
    void setCurrent(int index);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] int count() const { return static_cast<int>(m_faces.size()); }
    [[nodiscard]] const RibbonFace &face(int index) const
    {
        return m_faces[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] bool showsTotals() const { return m_showsTotals && !m_totals.empty(); }
    [[nodiscard]] int totalsShown() const;
    /// In viewport coordinates.
    [[nodiscard]] QRect columnRect(int index) const;
    [[nodiscard]] int indexAt(QPoint point) const;
    [[nodiscard]] const RibbonLayout &layoutInUse() const { return m_layout; }

    [[nodiscard]] QSize sizeHint() const override { return {1440, 108}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 72}; }

Q_SIGNALS:
    /// By click or key; the owner answers with setCurrent.
    void selected(int index);
    void activated(int index);

protected:
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// True: everything is where it was.
    bool updateLayout();
    /// True: the face takes as much room as before.
    bool measure(int index);
    void measureAll();
    void updateColumn(int index);
    void ensureVisible(int index);
    [[nodiscard]] int left() const;
    [[nodiscard]] int totalsWidth() const;
    [[nodiscard]] RibbonLayout layoutFor(QSize size) const;
    [[nodiscard]] bool isFolded() const;
    void placeOverview();
    [[nodiscard]] std::vector<Total> totalsNow() const;
    void paintBoxes(QPainter &painter);
    void paintLinks(QPainter &painter, bool isMarked);
    void paintRuns(QPainter &painter);
    void paintArcs(QPainter &painter, const QRect &visible, bool isMarked);
    void paintReadChips(QPainter &painter);
    void paintArrow(QPainter &painter, const RibbonColumn &column, const RibbonFace &face);
    void paintTensor(QPainter &painter, const RibbonColumn &column, const RibbonFace &face);
    void paintField(QPainter &painter, const RibbonColumn &column, const QRectF &share);
    void paintBox(QPainter &painter, const RibbonColumn &column, RibbonFace::State state);
    void paintLines(QPainter &painter, const QRectF &rect, const RibbonFace &face);
    void paintCaption(QPainter &painter, const RibbonColumn &column, const RibbonFace &face,
                      bool isCurrent);
    void paintShapeBelow(QPainter &painter, const RibbonColumn &column, const RibbonFace &face,
                         bool isCurrent);
    void paintTotals(QPainter &painter);
    void paintBriefTotals(QPainter &painter, const QRect &area);

    std::vector<RibbonFace> m_faces;
    std::vector<Total> m_totals;
    std::vector<std::optional<QRectF>> m_boxes;
    std::optional<LaneLayout> m_graph;
    std::map<int, QString> m_chips;
    /// What the layout knows of each face: texts are measured once.
    std::vector<RibbonExtent> m_extents;
    RibbonLayout m_layout;
    bool m_isFolded = false;
    WordedRuns m_runs;
    RibbonOverview *m_overview;
    int m_current = -1;
    int m_hovered = -1;
    bool m_showsTotals = true;
    /// Labels stand over their values, for the most important totals alone.
    bool m_isBrief = false;
};

/// What a caption says: the shape, or why there is none.
[[nodiscard]] QString ribbonCaption(const RibbonFace &face);

} // namespace convscope
