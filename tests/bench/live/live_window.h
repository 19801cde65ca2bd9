// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "paint_watch.h"
#include "visual/render.h"
#include "window/frame/main_window.h"

#include <QImage>
#include <QTemporaryDir>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace convscope {

/// When what an edit changed was to be seen, in milliseconds from its beginning.
struct PaintTimes
{
    double first = 0;
    double last = 0;
};

/// The real window with the bundled stack, and a record of when changed maps were painted: the
/// tiles and the large map of the selected layer, and every layer's picture on its card and in the
/// ribbon.
class LiveWindow
{
public:
    LiveWindow(PaintWatch *application, Theme *theme);

    /// The bundled stack, and the bundled photo scaled to `size`. False: it did not open.
    [[nodiscard]] bool open(QSize size);
    [[nodiscard]] MainWindow &window() { return m_window; }
    /// Runs the event loop until everything is computed and painted. False: not within a minute.
    [[nodiscard]] bool settle();
    /// Does `edit` and follows what it changes to the screen; nothing where no map changed.
    [[nodiscard]] std::optional<PaintTimes> timed(const std::function<void()> &edit);
    /// An empty cache and another seed: every result is a new one from here on.
    [[nodiscard]] bool startAfresh();
    /// Changed sets of maps painted so far.
    [[nodiscard]] int mapsPainted() const { return m_mapsPainted; }
    /// Comparing pictures costs time on the event loop: off while its lateness is measured.
    void setComparing(bool compares) { m_compares = compares; }

private:
    /// A widget, and since when it owes the screen a changed picture.
    struct Debt
    {
        QWidget *widget = nullptr;
        std::optional<qint64> since;
    };

    void shownChanged();
    void pictureChanged(int layer);
    void owe(std::size_t first, std::size_t count);
    void painted(std::size_t which, qint64 began, qint64 ended);
    [[nodiscard]] bool isPaid() const;
    [[nodiscard]] bool runUntil(const std::function<bool()> &done);

    PaintWatch *m_application;
    QTemporaryDir m_folder;
    MainWindow m_window;
    std::array<Debt, 4> m_debts;
    Fingerprint m_shown;
    ValueRange m_shownRange;
    std::vector<QImage> m_pictures;
    std::optional<qint64> m_first;
    std::optional<qint64> m_last;
    qint64 m_lastChange = 0;
    int m_mapsPainted = 0;
    bool m_compares = true;
};

} // namespace convscope
