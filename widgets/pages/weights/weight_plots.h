// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "weights_edit/weight_statistics.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace convscope {

/// How often which value occurs, in the colours of the weights; zero in the middle.
class WeightHistogram : public QWidget
{
    Q_OBJECT

public:
    explicit WeightHistogram(QWidget *parent = nullptr);

    void setStatistics(const WeightStatistics &statistics);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF area() const;

    std::array<std::int64_t, kWeightBins> m_bins{};
    double m_reach = 0;
};

/// A bar for the norm of each filter; a click chooses it.
class NormBars : public QWidget
{
    Q_OBJECT

public:
    explicit NormBars(QWidget *parent = nullptr);

    void setNorms(std::vector<double> norms);
    void setCurrent(std::int64_t filter);
    [[nodiscard]] std::int64_t filterAt(double x) const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(std::int64_t filter);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    std::vector<double> m_norms;
    double m_largest = 0;
    std::int64_t m_current = 0;
};

/// How strongly a kernel passes every frequency, in decibels: dark is nothing.
class ResponsePlot : public QWidget
{
    Q_OBJECT

public:
    explicit ResponsePlot(QWidget *parent = nullptr);

    /// rows × columns values in C order.
    void setKernel(const std::vector<float> &values, std::int64_t rows, std::int64_t columns);
    /// One word or two for what is seen: "low frequencies pass", …
    [[nodiscard]] QString words() const { return m_words; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {160, heightForWidth(160)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_picture;
    std::vector<float> m_line;
    double m_high = 0;
    QString m_words;
};

} // namespace convscope
