// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/error_report.h"

#include <QWidget>

namespace convscope {

/// Each axis as numbered cells, the taps of the first window on them, and what that says.
class ErrorAxes : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorAxes(QWidget *parent = nullptr);

    void setAxes(std::vector<ErrorAxis> axes);
    /// "rows: input 9, window 13, missing 4", for every axis.
    [[nodiscard]] QString spokenText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintAxis(QPainter &painter, const ErrorAxis &axis, int top);

    std::vector<ErrorAxis> m_axes;
};

} // namespace convscope
