// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "jobs/background_jobs.h"
#include "pages/weights/live_map_presenter.h"
#include "pages/weights/present_weights.h"
#include "pages/weights/weight_origins.h"
#include "pages/weights/weight_views.h"
#include "pages/weights/weights_editor.h"
#include "weights_edit/kernel_presets.h"
#include "weights_edit/weight_statistics.h"
#include "weights_edit/weight_transforms.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace convscope {

struct OverviewTile;
struct SheetCell;

/// Keeps the Weights page showing the selected layer and turns what is done there into edits.
class WeightsPresenter : public QObject
{
    Q_OBJECT

public:
    WeightsPresenter(const PageContext &context, const WeightViews &views,
                     QObject *parent = nullptr);

    void setActive(bool isActive);
    [[nodiscard]] bool isActive() const { return m_isActive; }
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] LiveMapPresenter *live() { return &m_live; }
    /// Empty: there are weights to be shown; else why not.
    [[nodiscard]] const QString &nothing() const { return m_nothing; }

    [[nodiscard]] const PresentWeights &weights() const { return m_weights; }
    /// Of the weight that is shown; there is one.
    [[nodiscard]] std::size_t weight() const { return m_weight; }
    [[nodiscard]] const WeightPlace &place() const { return m_place; }
    [[nodiscard]] WeightTarget target() const { return m_target; }
    [[nodiscard]] const WeightStatistics *statistics() const { return m_statistics.get(); }

    void goTo(WeightPlace place);
    void setTarget(WeightTarget target);
    void transform(WeightOperation operation, double amount);
    void applyPreset(const KernelPreset &preset, bool continuing);
    void drawStartValues(std::int64_t seed, bool continuing);
    void applyConstraint();
    /// Brings back what the weights were before the first edit: the target's, or all of the layer.
    void restoreTarget();
    void restoreAll();
    /// Of the target, as text.
    void copy();
    void paste();

Q_SIGNALS:
    /// nothing() is another.
    void nothingChanged();

private:
    /// Vectors of a layer are shown together, every other weight by itself.
    struct Entry
    {
        std::vector<std::size_t> weights;
        bool isVectors = false;

        bool operator==(const Entry &) const = default;
    };

    void connectViews();
    void connectEdits();
    void follow(bool isEdited);
    void build();
    void showEntry();
    void showOverview();
    void showCells();
    void showPlace();
    void showValues();
    void showNames();
    void showStart();
    void showEdited();
    /// Channels stand across, as a depthwise kernel has few filters of each.
    [[nodiscard]] bool isTurned() const;
    [[nodiscard]] WeightPlace placeOfTile(OverviewTile tile) const;
    void setNothing(const QString &sentence);
    void followMap();
    void takeCell(SheetCell cell);
    [[nodiscard]] SheetCell cellOf(const WeightPlace &place) const;
    [[nodiscard]] WeightPlace placeAt(SheetCell cell) const;
    [[nodiscard]] std::size_t weightAt(SheetCell cell) const;
    [[nodiscard]] const Entry &entry() const { return m_entries[std::size_t(m_entry)]; }
    [[nodiscard]] const WeightLayout &layout() const { return m_weights.layout(m_weight); }
    [[nodiscard]] const WeightSpec &spec() const { return m_weights.specs()[m_weight]; }
    [[nodiscard]] double reachOf(std::size_t weight, std::int64_t filter) const;
    [[nodiscard]] std::optional<std::size_t> biasWeight() const;
    [[nodiscard]] QString nameOfChannel(std::int64_t channel) const;
    void describe(std::optional<SheetCell> hovered);

    void setValue(std::size_t weight, const WeightPlace &place, double value);
    /// Replaces the target by what `work` makes of it: at once where it is small, else off this
    /// thread.
    using Work = std::function<Result<Tensor>(const Tensor &block, const WeightLayout &layout,
                                              const std::stop_token &stop)>;
    void replaceTarget(const QString &name, bool continuing, const Work &work);
    void putBlock(const WeightRegion &region, Result<Tensor> values, const QString &name,
                  bool continuing);
    void measure();
    void startMeasuring();

    PageContext m_context;
    const WeightViews &m_views;
    PresentWeights m_weights;
    WeightsEditor m_editor;
    WeightOrigins m_origins;
    LiveMapPresenter m_live;
    bool m_isActive = false;
    bool m_isShowing = false;
    QString m_nothing;
    std::vector<Entry> m_entries;
    int m_entry = 0;
    std::size_t m_weight = 0;
    WeightPlace m_place;
    WeightTarget m_target = WeightTarget::Kernel;
    bool m_isRangeOfFilter = true;
    double m_valueBefore = 0; ///< where a gesture of one value began

    std::shared_ptr<const WeightStatistics> m_statistics;
    /// The weight that m_statistics is of.
    std::size_t m_measured = 0;
    /// Of the tensor that was measured or is being; none: nothing was.
    std::optional<Fingerprint> m_measuring;
    QTimer m_rest;
    BackgroundJobs m_jobs;
    BackgroundJobs m_edits;
};

} // namespace convscope
