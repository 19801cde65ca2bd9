// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QImage>

#include <span>

class QMenu;

namespace convscope {

/// A word with a swatch or an icon and a chevron that opens a menu; 24 high, for panel headers.
class PanelMenuButton : public QAbstractButton
{
    Q_OBJECT

public:
    /// `flat`: no edge, for quiet choices.
    explicit PanelMenuButton(bool flat, QWidget *parent = nullptr);

    /// Owned by the button.
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    void setIconName(const QString &name);
    /// A strip of colours instead of an icon, from left to right; 0xAARRGGBB.
    void setSwatch(std::span<const std::uint32_t> colours);
    /// Without the word, where the panel is narrow; it stays the accessible name.
    void setCompact(bool compact);
    [[nodiscard]] bool isCompact() const { return m_isCompact; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

public Q_SLOTS:
    void openMenu();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int leadWidth() const;

    QMenu *m_menu;
    QString m_iconName;
    QImage m_swatch;
    bool m_isFlat;
    bool m_isCompact = false;
};

/// An icon of 16 in a square of 24; checked it lies on soft accent.
class PanelIconButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PanelIconButton(const QString &iconName, const QString &label,
                             QWidget *parent = nullptr);

    void setIconName(const QString &name);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
};

} // namespace convscope
