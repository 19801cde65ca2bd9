// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/error_report.h"

#include <QWidget>

class QPushButton;

namespace convscope {

/// One repair: the argument, old → new, the shape it gives, why, and Apply.
class RepairCard : public QWidget
{
    Q_OBJECT

public:
    /// `primary`: the filled button of the page, with its key.
    RepairCard(const ErrorRepair &repair, bool primary, QWidget *parent = nullptr);

    void setMiniature(const QImage &picture);
    [[nodiscard]] QPushButton *applyButton() const { return m_apply; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void applied();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    ErrorRepair m_repair;
    QPushButton *m_apply;
};

} // namespace convscope
