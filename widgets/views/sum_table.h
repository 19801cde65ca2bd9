// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace convscope {

/// One line of the sum.
struct SumRow
{
    QString label;
    /// After the label, smaller.
    QString note;
    QString value;
    /// The result: large.
    bool isResult = false;
    /// A rule above.
    bool hasRule = false;

    bool operator==(const SumRow &) const = default;
};

/// The last lines of the computation: channels, bias, activation, value.
class SumTable : public QWidget
{
    Q_OBJECT

public:
    explicit SumTable(QWidget *parent = nullptr);

    void setRows(std::vector<SumRow> rows);
    [[nodiscard]] const std::vector<SumRow> &rows() const { return m_rows; }

    /// Height of all rows.
    [[nodiscard]] int wholeHeight() const;

    [[nodiscard]] QSize sizeHint() const override { return {400, 112}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {190, 48}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<SumRow> m_rows;
};

} // namespace convscope
