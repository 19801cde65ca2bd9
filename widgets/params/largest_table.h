// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <vector>

namespace convscope {

/// The largest shares of a softmax.
struct LargestShares
{
    struct Share
    {
        qint64 index = 0;
        double value = 0;

        bool operator==(const Share &) const = default;
    };
    /// The largest first.
    std::vector<Share> largest;
    /// How many values are left, and what they add up to.
    qint64 others = 0;
    double rest = 0;

    [[nodiscard]] bool isEmpty() const { return largest.empty(); }
    bool operator==(const LargestShares &) const = default;
};

/// The `count` largest of some values; of equal ones the first comes first. What is not a number
/// comes last.
[[nodiscard]] LargestShares largestShares(const float *values, qint64 size, int count);

/// "Five largest": index, bar and digits, then the others and the sum. The indices are the model's;
/// names of classes are in no file of it.
class LargestTable : public QWidget
{
    Q_OBJECT

public:
    explicit LargestTable(QWidget *parent = nullptr);

    void setShares(LargestShares shares);
    [[nodiscard]] const LargestShares &shares() const { return m_shares; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LargestShares m_shares;
};

} // namespace convscope
