// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/page.h"
#include "pages/weights/weight_views.h"

#include <QPointer>

class QStackedLayout;

namespace convscope {

class HairSplitter;
class WeightsPresenter;

/// The weights of the selected layer as pictures and numbers, to be changed by hand while the map
/// follows.
class WeightsPage : public Page
{
    Q_OBJECT

public:
    static constexpr const char *kId = "weights";

    explicit WeightsPage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const WeightViews &views() const { return m_views; }
    [[nodiscard]] WeightsPresenter *presenter() const { return m_presenter; }
    /// What stands there where the layer has no weights.
    [[nodiscard]] QString sentence() const;

    [[nodiscard]] QString id() const override { return QString::fromLatin1(kId); }
    [[nodiscard]] QString title() const override { return tr("Weights"); }
    void activate() override;
    void deactivate() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QList<PagePanel> panels() const override;
    [[nodiscard]] QWidget *mainPanel() const override { return m_kernelPanel; }
    [[nodiscard]] QList<QAction *> actions() const override { return m_actions; }
    [[nodiscard]] QWidget *inspectorTab() const override;
    [[nodiscard]] bool canCopy() const override;
    void copy() override;
    [[nodiscard]] std::optional<EarlyDrawing> prepareEarly() override;
    void setColumns(int columns) override;
    void save(QSettings &settings) const override;
    void restore(const QSettings &settings) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeOverview();
    [[nodiscard]] QWidget *makeKernel();
    [[nodiscard]] QWidget *makeMap();
    void makeActions();
    void showNothing();
    void fitOverview();

    WeightViews m_views;
    QStackedLayout *m_stack;
    QWidget *m_editor;
    TokenLabel *m_sentence;
    QWidget *m_kernelPanel = nullptr;
    QWidget *m_mapPanel = nullptr;
    HairSplitter *m_splitter;
    QPointer<QWidget> m_beside;
    bool m_isMoved = false; ///< the handle beside the kernel
    WeightsPresenter *m_presenter = nullptr;
    QList<QAction *> m_actions;
};

} // namespace convscope
