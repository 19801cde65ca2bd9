// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "evaluation/evaluation.h"
#include "jobs/background_jobs.h"
#include "pages/weights/live_maps.h"

#include <QObject>

#include <memory>
#include <optional>

namespace convscope {

struct WeightViews;

/// Keeps the map of the layer that is edited on the screen: as it was before the last gesture, and
/// now.
class LiveMapPresenter : public QObject
{
    Q_OBJECT

public:
    LiveMapPresenter(const PageContext &context, const WeightViews &views,
                     QObject *parent = nullptr);

    void setActive(bool isActive);
    /// A gesture begins: what is shown now is the map before it.
    void keepBefore();
    [[nodiscard]] bool hasBefore() const { return !m_before.isNull(); }
    /// Another map, layer, theme or output.
    void refresh();
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] std::optional<EarlyDrawing> prepareEarly();
    /// Words for the last gesture, beside the title.
    void setNote(const QString &note);

Q_SIGNALS:
    void shown();

private:
    /// All of a request but the output.
    [[nodiscard]] LiveMapRequest request() const;
    void show(LiveMaps maps);
    void updateStaleness();

    PageContext m_context;
    const WeightViews &m_views;
    bool m_isActive = false;
    int m_layer = -2;
    Tensor m_before;
    std::optional<LiveMapRequest> m_asked;
    BackgroundJobs m_jobs;
};

} // namespace convscope
