// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"
#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "pages/page_host.h"
#include "window/file_opening.h"

#include <QMainWindow>
#include <QTimer>

#include <set>

namespace convscope {

class Actions;
class FileMenus;
class HairSplitter;
class Header;
class Inspector;
class InspectorPresenter;
class Printing;
class ShapeRibbon;
class StackPanel;
class StatusLine;
class Theme;
class Tour;
class WindowCommands;

/// The window: header, ribbon, [stack | maps or problem | inspector], status line. It wires the
/// parts; what they show comes from the document and its results.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `theme` must outlive the window. `restore`: geometry, recent files and display settings of
    /// the last session are taken over and kept.
    explicit MainWindow(Theme *theme, bool restore, QWidget *parent = nullptr);
    /// With other pages than those of the program.
    MainWindow(Theme *theme, bool restore, std::span<const PageEntry> pages,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a picture, volume, sound, array or model; a pattern works too.
    void open(const QString &path);
    /// The bundled photo and stack.
    void openFirstLook();
    void openBundledStack(const QString &name);

    [[nodiscard]] ModelDocument *document() { return &m_document; }
    [[nodiscard]] LayerResults *results() { return &m_results; }
    [[nodiscard]] Selection *selection() { return &m_selection; }
    [[nodiscard]] Actions *actions() { return m_actions; }
    [[nodiscard]] StackPanel *stackPanel() { return m_stack; }
    [[nodiscard]] ShapeRibbon *ribbon() { return m_ribbon; }
    [[nodiscard]] Inspector *inspector() { return m_inspector; }
    /// The page of a type; the window must have it.
    template <class P>
    [[nodiscard]] P *page()
    {
        return static_cast<P *>(m_host->page(QString::fromLatin1(P::kId)));
    }
    [[nodiscard]] StatusLine *statusLine() { return m_status; }
    [[nodiscard]] PageHost *centre() { return m_host; }
    /// Nothing is being read, computed or drawn: the window shows the final state.
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] Theme *theme() { return m_theme; }
    [[nodiscard]] FileOpening *opening() { return &m_opening; }
    [[nodiscard]] FileMenus *fileMenus() { return m_menus; }
    [[nodiscard]] HairSplitter *body() { return m_body; }
    [[nodiscard]] WindowCommands *commands() { return m_commands; }
    [[nodiscard]] Printing *printing() { return m_printing; }
    [[nodiscard]] Tour *tour() { return m_tour; }
    /// How the model in use takes inputs: 1 sequence, 2 picture, 3 volume; empty: it does not say.
    [[nodiscard]] std::optional<int> spatialRankOfModel() const;
    /// Asks whether unsaved changes may go; true: go on.
    [[nodiscard]] bool confirmDiscard();
    /// Reads state and problems again into the status line and the stack's foot.
    void updateState();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildLayout();
    void connectDocument();
    void connectPages();
    void connectEmptyPage();
    void connectStack();
    void updateEverything();
    void updateCards();
    [[nodiscard]] bool hasSameLayers() const;
    void layerHasChanged(int index);
    void updateLayers();
    void followProgress();
    void updateThumbnails();
    void updateTitle();
    /// Buttons and words that name a key, as the keys are now.
    void showKeys();
    /// Default widths of stack and inspector.
    void resetBody();
    void take(const OpenedFile &file);
    void restoreSession();
    void saveSession();

    Theme *m_theme;
    bool m_restores;
    ModelDocument m_document;
    LayerResults m_results;
    Selection m_selection;
    FileOpening m_opening;
    StatusLine *m_status;
    PageContext m_context;
    PageHost *m_host;
    Actions *m_actions;
    FileMenus *m_menus;
    WindowCommands *m_commands = nullptr;
    Printing *m_printing = nullptr;
    Tour *m_tour = nullptr;
    Header *m_header = nullptr;
    ShapeRibbon *m_ribbon = nullptr;
    HairSplitter *m_body = nullptr;
    StackPanel *m_stack = nullptr;
    Inspector *m_inspector = nullptr;
    InspectorPresenter *m_inspectorPresenter = nullptr;
    /// Layers whose cards and faces are behind, and when they catch up.
    std::set<int> m_changedLayers;
    bool m_areAllBehind = false;
    /// The cards say what has still to be computed.
    bool m_cardsAreSlow = false;
    QStringList m_cardNames;
    QTimer m_cardTimer;
    /// Of the map grid, by default.
    int m_columns = 2;
    bool m_isBodyMoved = false;
    bool m_isCompact = false;
    bool m_isLow = false;
};

} // namespace convscope
