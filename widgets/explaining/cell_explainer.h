// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "evaluation/evaluation.h"
#include "explain/explain.h"
#include "jobs/background_jobs.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace convscope {

/// Keeps the explanation of the selected layer's cell that is looked at: the pinned one, or the one
/// that a page points at.
class CellExplainer : public QObject
{
    Q_OBJECT

public:
    explicit CellExplainer(const PageContext &context, QObject *parent = nullptr);

    /// Off: nothing follows; on: the present state.
    void setActive(bool isActive);

    /// Position of the layer that operands() belong to; −1: none.
    [[nodiscard]] int layer() const { return m_operands ? m_layer : -1; }
    /// Of a preview where above 1.
    [[nodiscard]] int reduction() const { return m_reduction; }
    /// What the layer ran with; null where that is not known.
    [[nodiscard]] const LayerOperands *operands() const { return m_operands.get(); }
    /// The pinned cell of the selected layer, the channel last; nothing where none is.
    [[nodiscard]] std::optional<Extents> pinnedCell() const;
    /// The cell that is explained: the one pointed at, else the pinned one.
    [[nodiscard]] std::optional<Extents> cell() const;
    [[nodiscard]] std::int64_t batch() const { return m_batch; }
    /// Of cell(); null where there is none, or while it is on its way.
    [[nodiscard]] const Explanation *explanation() const;
    /// Why there is none, as a sentence; empty while it is on its way.
    [[nodiscard]] const QString &obstacle() const { return m_obstacle; }
    /// The layer's output as it was before the last edit, or before its run has ended.
    [[nodiscard]] bool isStale() const { return m_isStale; }
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }
    /// Cells of this layer are explained at once.
    [[nodiscard]] bool isQuick() const { return m_isQuick; }

    /// Explains this cell instead of the pinned one; nothing: the pinned one again. Passed over
    /// where it cannot be done at once.
    void pointAt(std::optional<Extents> cell);
    /// Pins a cell of the selected layer (the channel last), also as the map looked at.
    void pin(const Extents &cell);

Q_SIGNALS:
    /// Anything of the above is another.
    void changed();

private:
    void operandsHaveChanged(int layer);
    void refresh();
    void takeOperands();
    void explainCell();
    void take(const Result<Explanation> &told);

    PageContext m_context;
    bool m_isActive = false;
    /// Results have changed since the operands were taken.
    bool m_isBehind = true;
    int m_layer = -1;
    int m_reduction = 1;
    std::shared_ptr<const LayerOperands> m_operands;
    std::string m_operandsName;
    QString m_operandsObstacle;
    bool m_isStale = false;
    bool m_isQuick = true;
    std::int64_t m_batch = 0;
    std::optional<Extents> m_pointed;
    std::optional<Explanation> m_explanation;
    QString m_obstacle;
    BackgroundJobs m_jobs;
};

} // namespace convscope
