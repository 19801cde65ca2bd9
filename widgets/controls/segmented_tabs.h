// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTabBar>

namespace convscope {

/// A few words of which one is chosen, in one sunken box: Arguments | Statistics. The wheel does
/// not change it. Expanding: the words share the width.
class SegmentedTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit SegmentedTabs(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    /// Height of the box and room left and right of a word.
    virtual int boxHeight() const;
    virtual int wordMargin() const { return 12; }
    virtual QFont wordFont(bool selected) const;

    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

/// The same look for the modes of the window: 30 high, words in the text size, as wide as it needs.
class ModeSwitch : public SegmentedTabs
{
    Q_OBJECT

public:
    explicit ModeSwitch(QWidget *parent = nullptr);

protected:
    int boxHeight() const override;
    int wordMargin() const override { return 15; }
    QFont wordFont(bool selected) const override;
};

} // namespace convscope
