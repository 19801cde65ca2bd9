// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "evaluation/evaluation.h"
#include "evaluation/map_renderer.h"
#include "model/layer_state.h"

#include <QList>
#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QSettings;

namespace convscope {

/// A part of a page that the focus goes to as a whole.
struct PagePanel
{
    /// For `convscope picture --part`: "grid", "map".
    QString id;
    QWidget *widget = nullptr;
};

/// Maps for paper: what is drawn, and in which order its tiles stand.
struct PrintableMaps
{
    RenderRequest request;
    /// Columns × rows of a map.
    QSize cells;
    std::vector<int> order;
};

/// One mode of the window's centre. The window knows of a page what stands here and nothing more;
/// pages know the document, its results and the selection, and nothing of each other.
///
/// Every page is made when the window is made and lives as long; only one is active. A page that is
/// not active costs nothing: it draws nothing and listens to nothing that is frequent.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const PageContext &context, QWidget *parent = nullptr);

    /// Names the page in settings, actions and on the command line; never translated. A word of
    /// small letters: "explore".
    [[nodiscard]] virtual QString id() const = 0;
    /// A word or two for the mode switch.
    [[nodiscard]] virtual QString title() const = 0;
    /// Of the action that shows the page; empty: none.
    [[nodiscard]] virtual QString icon() const { return {}; }

    /// The page becomes the mode of the window: it shows the present state, and says its cell and
    /// zoom, which the window has cleared. It stays active while a problem page stands in its
    /// place.
    virtual void activate() {}
    /// Another page takes its place. What was drawn may stay.
    virtual void deactivate() {}
    /// Whether the page has something to show for a layer in this state; where not, the problem
    /// pages take its place. Never asked for the input, which every page must be able to show.
    [[nodiscard]] virtual bool canShow(const LayerState &state) const;
    /// False: it has something to show also where nothing is open.
    [[nodiscard]] virtual bool needsInput() const { return true; }
    /// False: the inspector gives its room to the page while that is active.
    [[nodiscard]] virtual bool needsInspector() const { return true; }
    /// Active: it shows the final state of what there is.
    [[nodiscard]] virtual bool isSettled() const { return true; }

    /// In the order of F6; hidden ones are passed over. They are known once the page is made.
    [[nodiscard]] virtual QList<PagePanel> panels() const { return {}; }
    /// A tab of the inspector while the page is active, named like the page; null: none. The
    /// inspector owns it from then on.
    [[nodiscard]] virtual QWidget *inspectorTab() const { return nullptr; }
    /// Where its largest picture is: the tour points there. Null: all of the page.
    [[nodiscard]] virtual QWidget *mainPanel() const { return nullptr; }
    /// The page's own actions, made by makeAction() with ids that begin with the page's, in the
    /// order of the View menu; separators and submenus may be among them. The window lists them in
    /// menu, finder and Help → Keyboard, and hides and disables them while another page is active.
    /// Actions of different pages may have the same key.
    [[nodiscard]] virtual QList<QAction *> actions() const { return {}; }
    /// Ctrl+F with the focus on this page: false where it has no list to filter.
    virtual bool startFilter() { return false; }
    /// Edit → Copy and File → Export, of what the page has of its own. `dialogs`: their parent.
    [[nodiscard]] virtual bool canCopy() const { return false; }
    virtual void copy() {}
    [[nodiscard]] virtual bool canExport() const { return false; }
    virtual void exportShown(QWidget *dialogs);
    /// What goes on paper beside the stack; nothing where there is nothing to be seen.
    [[nodiscard]] virtual std::optional<PrintableMaps> printable() const { return std::nullopt; }

    /// A view of its own by name, and files that the page alone opens: for `convscope picture`.
    /// Names are those of viewNames().
    [[nodiscard]] virtual QStringList viewNames() const { return {}; }
    virtual void showView(const QString & /*name*/) {}
    virtual void openOwn(const QStringList & /*files*/) {}

    /// Asked before every run while the page is active: what the computing thread draws as soon as
    /// it can, see LayerResults::setEarlyDrawing().
    [[nodiscard]] virtual std::optional<EarlyDrawing> prepareEarly() { return std::nullopt; }
    /// What the page keeps beside the document and is not saved: asks whether to save it, to let it
    /// go, or to stay. True: go on.
    [[nodiscard]] virtual bool confirmDiscard() { return true; }
    /// How wide the window is, in columns of small maps: 1 to 4.
    virtual void setColumns(int /*columns*/) {}
    /// Whatever the page keeps from one start to the next; `settings` stands in the page's own
    /// group.
    virtual void save(QSettings & /*settings*/) const {}
    virtual void restore(const QSettings & /*settings*/) {}

Q_SIGNALS:
    /// canCopy(), canExport() or the state of the page's actions has changed.
    void possibilitiesChanged();
    /// Another page shall be shown: what is pointed at goes on there.
    void pageWanted(const QString &id);
    /// Statistics of a layer's maps, where the page has them from its drawing.
    void layerMeasured(int layer, const std::vector<convscope::MapStatistics> &maps);

protected:
    [[nodiscard]] const PageContext &context() const { return m_context; }

private:
    PageContext m_context;
};

} // namespace convscope
