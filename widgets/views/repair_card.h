// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/error_report.h"

#include <QWidget>

class QPushButton;

namespace convscope {

class ApplyButton;

/// One repair: the argument, old → new, the shape it gives, why, and Apply.
class RepairCard : public QWidget
{
    Q_OBJECT

public:
    /// `primary`: the filled button of the page.
    RepairCard(const ErrorRepair &repair, bool primary, QWidget *parent = nullptr);

    /// What does the same as the button, as words; empty: nothing.
    void setKey(const QString &key);
    void setMiniature(const QImage &picture);
    [[nodiscard]] QPushButton *applyButton() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void applied();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    ErrorRepair m_repair;
    ApplyButton *m_apply;
};

} // namespace convscope
