// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/arithmetic/sum_pictures.h"

#include <QWidget>

namespace convscope {

/// The last lines of the computation: channels, bias, activation, value.
class SumTable : public QWidget
{
    Q_OBJECT

public:
    explicit SumTable(QWidget *parent = nullptr);

    void setRows(std::vector<SumRow> rows);
    [[nodiscard]] const std::vector<SumRow> &rows() const { return m_rows; }

    [[nodiscard]] QSize sizeHint() const override { return {400, 112}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {190, 100}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<SumRow> m_rows;
};

} // namespace convscope
