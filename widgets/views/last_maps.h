// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QWidget>

#include <vector>

namespace convscope {

/// Pictures of maps that no longer hold: grey, with their numbers, as many columns as fit and as
/// wide as they then may be.
class LastMaps : public QWidget
{
    Q_OBJECT

public:
    explicit LastMaps(QWidget *parent = nullptr);

    void setPictures(std::vector<QImage> pictures);
    [[nodiscard]] bool isEmpty() const { return m_pictures.empty(); }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect tileRect(int index, int width) const;

    std::vector<QImage> m_pictures;
};

} // namespace convscope
