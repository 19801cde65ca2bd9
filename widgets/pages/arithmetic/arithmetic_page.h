// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explaining/cell_explainer.h"
#include "pages/arithmetic/cell_story.h"
#include "pages/arithmetic/coverage_picture.h"
#include "pages/page.h"

class QLabel;
class QStackedLayout;
class QToolButton;

namespace convscope {

class ArithmeticView;
class ChannelBarsView;
class FeatureMapView;
class MessagePage;
class ProductTiles;
class QuietSpinBox;
class SegmentedTabs;
class SumTable;
class TermListView;
class TokenLabel;
class Transport;

/// Where the number of the pinned cell comes from: operands, products, the sum.
class ArithmeticPage : public Page
{
    Q_OBJECT

public:
    static constexpr const char *kId = "arithmetic";

    explicit ArithmeticPage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override { return QString::fromLatin1(kId); }
    [[nodiscard]] QString title() const override { return tr("Arithmetic"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("sum"); }
    void activate() override;
    void deactivate() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QList<PagePanel> panels() const override;
    [[nodiscard]] QWidget *mainPanel() const override;
    [[nodiscard]] QList<QAction *> actions() const override { return m_actions; }
    [[nodiscard]] bool canCopy() const override { return m_explainer->explanation() != nullptr; }
    void copy() override;
    void save(QSettings &settings) const override;
    void restore(const QSettings &settings) override;

    [[nodiscard]] ArithmeticView *view() const { return m_view; }
    [[nodiscard]] ProductTiles *tiles() const { return m_tiles; }
    [[nodiscard]] ChannelBarsView *bars() const { return m_bars; }
    [[nodiscard]] SumTable *sums() const { return m_sums; }
    [[nodiscard]] TermListView *terms() const { return m_terms; }
    [[nodiscard]] Transport *transport() const { return m_transport; }
    [[nodiscard]] MessagePage *message() const { return m_message; }
    /// Of a transposed convolution: gather, scatter, coverage.
    [[nodiscard]] SegmentedTabs *direction() const { return m_direction; }
    [[nodiscard]] FeatureMapView *coverageMap() const { return m_coverageMap; }
    /// Of a layer that ends in a function along a line: the sum, or that line.
    [[nodiscard]] SegmentedTabs *stageTabs() const { return m_stage; }
    /// Tap along the slices of a volume, or which of several inputs.
    [[nodiscard]] QuietSpinBox *extraField() const { return m_extra; }
    [[nodiscard]] QToolButton *digitsButton() const { return m_digits; }
    [[nodiscard]] QToolButton *copyButton() const { return m_copy; }
    /// The input channel that the products are of.
    [[nodiscard]] std::int64_t channel() const { return m_choice.channel; }
    [[nodiscard]] const CellExplainer *explainer() const { return m_explainer; }

public Q_SLOTS:
    void chooseChannel(std::int64_t channel);
    void chooseTap(int tap);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void connectParts();
    void makeActions();
    void show();
    void showStory();
    void showHeader();
    void showMessage();
    void describeCell(const CellStory &story, const ArithmeticScene &scene);
    void updateCoverage(const CellStory &story);
    void goTo(std::int64_t position);
    void pinLargest();
    void stepCell(std::int64_t cells);
    void moveMap(int step);
    void choose(const std::vector<std::int64_t> &shown);
    [[nodiscard]] Extents cellOfShown(const std::vector<std::int64_t> &shown) const;
    /// Extents that the scan walks through: spatial, or the features.
    [[nodiscard]] Extents scanExtents() const;
    [[nodiscard]] bool isScattering() const;
    void showExtra(const CellStory &story);
    /// Gives tiles, bars and sums the heights they need.
    void fitDetails(bool hasPlaces);
    /// How high tiles may be without making the picture's cells smaller.
    [[nodiscard]] int roomForTiles() const;
    /// What stands beside the title of the products.
    void showNote();
    void followPlaying(bool isPlaying);
    void goAlongLine(std::int64_t place);
    void showCoverage(const CellStory &story);

    enum Direction
    {
        Gather,
        Scatter,
        Coverage,
    };

    CellExplainer *m_explainer;
    StoryChoice m_choice;
    /// The layer that the choice was made in.
    std::string m_choiceLayer;
    /// Channel and tap are still to be chosen for the layer.
    bool m_isFresh = true;
    /// Heights that the layer's tiles and sums have needed so far: nothing jumps from cell to cell.
    int m_tilesHeight = 0;
    int m_footHeight = 0;
    /// While the cells are played: the cell that was looked at.
    std::optional<Extents> m_ghost;
    bool m_showsAllDigits = false;
    bool m_isActive = false;
    /// Views change what they have pinned because another cell is shown.
    bool m_isShowing = false;
    /// The bars are places on a softmax's line, not channels.
    bool m_barsAreLine = false;
    std::optional<CoveragePicture> m_coverage;
    std::vector<AxisMap> m_coverageAxes;

    Transport *m_transport;
    SegmentedTabs *m_direction;
    SegmentedTabs *m_stage;
    QWidget *m_extraRow;
    TokenLabel *m_extraName;
    QuietSpinBox *m_extra;
    QWidget *m_body;
    QStackedLayout *m_stack;
    ArithmeticView *m_view;
    TermListView *m_terms;
    FeatureMapView *m_coverageMap;
    MessagePage *m_message;
    QWidget *m_details;
    TokenLabel *m_detailTitle;
    TokenLabel *m_detailNote;
    QToolButton *m_copy;
    QToolButton *m_digits;
    ProductTiles *m_tiles;
    QWidget *m_foot;
    ChannelBarsView *m_bars;
    SumTable *m_sums;
    QList<QAction *> m_actions;
    BackgroundJobs m_jobs;
};

} // namespace convscope
