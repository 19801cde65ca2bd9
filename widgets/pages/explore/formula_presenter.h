// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "explaining/cell_explainer.h"
#include "explaining/pinned_field.h"
#include "jobs/background_jobs.h"

#include <QObject>
#include <QTimer>

namespace convscope {

class FormulaStrip;

/// Keeps the formula strip telling why the pinned cell has its value, and finds how much each cell
/// of the photo counts for it, off the window's thread.
class FormulaPresenter : public QObject
{
    Q_OBJECT

public:
    FormulaPresenter(const PageContext &context, FormulaStrip *strip, QObject *parent = nullptr);

    void setActive(bool isActive);
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] const CellExplainer *explainer() const { return m_explainer; }
    /// Of the pinned cell, in the layer that it was pinned in; nothing: not known.
    [[nodiscard]] const std::optional<EffectivePicture> &effective() const { return m_effective; }
    void copySum();

Q_SIGNALS:
    void effectiveChanged();

private:
    void show();
    void showProfile();
    void follow();
    void compute();
    [[nodiscard]] bool ownsEffective() const;

    PageContext m_context;
    FormulaStrip *m_strip;
    CellExplainer *m_explainer;
    bool m_isActive = false;
    std::optional<EffectivePicture> m_effective;
    /// The cell that m_effective is of, and the run.
    int m_effectiveLayer = -2;
    Extents m_effectiveCell;
    QTimer m_timer;
    BackgroundJobs m_jobs;
};

} // namespace convscope
