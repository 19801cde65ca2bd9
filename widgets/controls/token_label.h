// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "style/fonts.h"
#include "style/themed_icon.h"

#include <QLabel>

namespace convscope {

/// Plain text in a role's face and a token's colour; follows theme changes.
class TokenLabel : public QLabel
{
    Q_OBJECT

public:
    TokenLabel(const QString &text, FontRole face, TokenRole colour, QWidget *parent = nullptr);

    void setColour(TokenRole colour);
    [[nodiscard]] TokenRole colour() const { return m_colour; }
    /// One line that may be cut where there is no room for it; the tooltip then says it whole.
    void setElided(bool isElided);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TokenRole m_colour;
    bool m_isElided = false;
};

/// A rule across its layout, one device pixel high.
class HairLine : public QWidget
{
    Q_OBJECT

public:
    explicit HairLine(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace convscope
