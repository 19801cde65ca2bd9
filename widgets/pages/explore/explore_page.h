// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/explore/maps_presenter.h"
#include "pages/page.h"

namespace convscope {

class ExploreActions;
class FormulaPresenter;
class FormulaStrip;
class HairSplitter;
class InputPairPresenter;
class InputPairView;
class InputValuesView;
class SegmentedTabs;
class TokenLabel;

/// The feature maps of the selected layer: the grid of all beside one large, with its contrast.
class ExplorePage : public Page
{
    Q_OBJECT

public:
    static constexpr const char *kId = "explore";

    explicit ExplorePage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] MapsPresenter *presenter() const { return m_presenter; }
    [[nodiscard]] MapGridPanel *grid() const { return m_grid; }
    [[nodiscard]] MapPanel *panel() const { return m_panel; }
    [[nodiscard]] ContrastStrip *contrast() const { return m_contrast; }
    [[nodiscard]] FormulaStrip *formula() const { return m_formula; }
    [[nodiscard]] FormulaPresenter *formulaPresenter() const { return m_formulaPresenter; }
    [[nodiscard]] HairSplitter *splitter() const { return m_splitter; }
    /// The input as it is and as the model reads it, in the place of the maps.
    [[nodiscard]] InputPairView *inputPair() const { return m_pair; }
    [[nodiscard]] InputValuesView *inputValues() const { return m_values; }
    /// Both pictures, or the maps of the input's channels.
    [[nodiscard]] SegmentedTabs *inputTabs() const { return m_inputTabs; }
    /// Another mode with the same cell.
    void openArithmetic();
    /// Widths of grid and map, where somebody moved the handle between them; else empty.
    [[nodiscard]] QList<int> chosenSizes() const;

    [[nodiscard]] QString id() const override { return QString::fromLatin1(kId); }
    [[nodiscard]] QString title() const override { return tr("Explore"); }
    void activate() override;
    void deactivate() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QList<PagePanel> panels() const override;
    [[nodiscard]] QWidget *mainPanel() const override;
    [[nodiscard]] QList<QAction *> actions() const override;
    bool startFilter() override;
    [[nodiscard]] bool canCopy() const override { return m_presenter->shown() != nullptr; }
    void copy() override;
    void togglePin();
    [[nodiscard]] bool canExport() const override { return m_presenter->shown() != nullptr; }
    void exportShown(QWidget *dialogs) override;
    [[nodiscard]] std::optional<PrintableMaps> printable() const override;
    [[nodiscard]] std::optional<EarlyDrawing> prepareEarly() override;
    /// So many columns of tiles where nobody has chosen another width.
    void setColumns(int columns) override;
    void save(QSettings &settings) const override;
    void restore(const QSettings &settings) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void connectFormula();
    void connectMenus();
    /// The context menu of the grid, or of the large view at a place of it.
    void openMenu(QPoint global, std::optional<MapCell> cell);
    void choose(const QList<int> &sizes);
    void resetSizes();
    [[nodiscard]] QWidget *buildInput();
    void showInputOrMaps();

    int m_columns = 2;
    bool m_isMoved = false;
    HairSplitter *m_splitter;
    MapGridPanel *m_grid;
    MapPanel *m_panel;
    ContrastStrip *m_contrast;
    FormulaStrip *m_formula;
    MapsPresenter *m_presenter;
    FormulaPresenter *m_formulaPresenter;
    QWidget *m_inputHead;
    TokenLabel *m_inputTitle;
    SegmentedTabs *m_inputTabs;
    QWidget *m_inputPart;
    InputPairView *m_pair;
    InputValuesView *m_values;
    InputPairPresenter *m_pairPresenter;
    ExploreActions *m_actions;
};

} // namespace convscope
