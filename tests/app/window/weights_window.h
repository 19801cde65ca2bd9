// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "controls/segmented_tabs.h"
#include "controls/token_label.h"
#include "pages/weights/split_map_view.h"
#include "pages/weights/weight_cells.h"
#include "pages/weights/weight_facts.h"
#include "pages/weights/weight_overview.h"
#include "pages/weights/weights_page.h"
#include "pages/weights/weights_presenter.h"
#include "support/window_look.h"
#include "window/frame/main_window.h"

#include <QObject>

namespace convscope {

/// The real window on its Weights page, with the first layer of the first look.
class WeightsWindow : public QObject
{
    Q_OBJECT

protected:
    void makeLook() { m_look = std::make_unique<WindowLook>(); }
    void open();
    void close() { m_window.reset(); }

    bool settle();
    [[nodiscard]] WeightsPage *page() const { return m_window->page<WeightsPage>(); }
    [[nodiscard]] const WeightViews &views() const { return page()->views(); }
    [[nodiscard]] WeightsPresenter *presenter() const { return page()->presenter(); }
    [[nodiscard]] ModelDocument *document() const { return m_window->document(); }
    [[nodiscard]] int steps() const { return document()->undoStack()->index(); }
    [[nodiscard]] QString lastStep() const { return document()->undoStack()->undoText(); }
    /// Of the layer's stored weights.
    [[nodiscard]] float stored(int layer, std::size_t weight, const WeightPlace &place) const;
    [[nodiscard]] float cell(std::int64_t row, std::int64_t column) const
    {
        return views().cells->sheet().value(row, column);
    }
    void click(SheetCell cell);
    /// One layer of a class on an input of a shape, with the page on it.
    void showOnly(const std::string &className, const Extents &input,
                  const std::vector<std::pair<std::string, Value>> &arguments = {});

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace convscope
