// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "pages/page_host.h"

#include <QMainWindow>

namespace convscope {

class Actions;
class DocumentFiles;
class HairSplitter;
class InputKeeper;
class InputPresenter;
class Inspector;
class InspectorPresenter;
class Printing;
class Proportions;
class ShapeRibbon;
class StackCommands;
class ReadsPresenter;
class GraphCommands;
class StackPanel;
class StackPresenter;
class StatusLine;
class Theme;
class Tour;
class WindowCommands;
struct SessionParts;

/// The window: header, ribbon, [stack | page | inspector], status line. It makes the parts and
/// wires them; what they show comes from the document and its results.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `theme` must outlive the window. `restore`: geometry, recent files and what the pages keep
    /// are taken over from the last session and kept.
    explicit MainWindow(Theme *theme, bool restore, QWidget *parent = nullptr);
    /// With other pages than those of the program.
    MainWindow(Theme *theme, bool restore, std::span<const PageEntry> pages,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Makes a window that nobody has given a size fit a screen with so much room.
    void fitScreen(QRect room);
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
    [[nodiscard]] StatusLine *statusLine() { return m_status; }
    [[nodiscard]] PageHost *centre() { return m_host; }
    /// The page of a type; the window must have it.
    template <class P>
    [[nodiscard]] P *page()
    {
        return static_cast<P *>(m_host->page(QString::fromLatin1(P::kId)));
    }
    [[nodiscard]] DocumentFiles *files() { return m_files; }
    [[nodiscard]] Printing *printing() { return m_printing; }
    [[nodiscard]] Tour *tour() { return m_tour; }
    [[nodiscard]] HairSplitter *body() { return m_body; }
    /// The session ends: asks as closing does, false: it must not end. Where nobody can be asked
    /// the changes are kept among the recent files.
    [[nodiscard]] bool endSession(bool canAsk);
    /// Nothing is being read, computed or drawn: the window shows the final state.
    [[nodiscard]] bool isSettled() const;

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildLayout();
    void makePresenters();
    void makeCommands();
    /// Whether what has changed, of the stack or of a page, may go.
    [[nodiscard]] bool confirmDiscard();
    void connectDocument();
    void connectEmptyPage();
    void updateCommands();
    void updateTitle();
    void updateState();
    /// Buttons and words that name a key, as the keys are now.
    void showKeys();
    [[nodiscard]] SessionParts sessionParts();

    Theme *m_theme;
    bool m_restores;
    /// Its size is one that a session before has left.
    bool m_isRestored = false;
    ModelDocument m_document;
    LayerResults m_results;
    Selection m_selection;
    StatusLine *m_status;
    PageContext m_context;
    PageHost *m_host;
    Actions *m_actions;
    DocumentFiles *m_files;
    ShapeRibbon *m_ribbon = nullptr;
    HairSplitter *m_body = nullptr;
    StackPanel *m_stack = nullptr;
    Inspector *m_inspector = nullptr;
    Proportions *m_proportions = nullptr;
    StackPresenter *m_stackPresenter = nullptr;
    InputKeeper *m_inputKeeper = nullptr;
    InputPresenter *m_inputPresenter = nullptr;
    InspectorPresenter *m_inspectorPresenter = nullptr;
    StackCommands *m_stackCommands = nullptr;
    ReadsPresenter *m_readsPresenter = nullptr;
    GraphCommands *m_graphCommands = nullptr;
    WindowCommands *m_commands = nullptr;
    Printing *m_printing = nullptr;
    Tour *m_tour = nullptr;
};

} // namespace convscope
