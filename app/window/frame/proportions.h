// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QSize>

namespace convscope {

class HairSplitter;
class PageHost;
class ShapeRibbon;
class StackPanel;

/// How the window's parts share its size: which give way as it shrinks, which grow, and the place
/// of the handles that a person has moved.
class Proportions : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        HairSplitter *body;
        StackPanel *stack;
        PageHost *pages;
        ShapeRibbon *ribbon;
    };

    /// `body` holds stack, pages and inspector.
    explicit Proportions(const Parts &parts, QObject *parent = nullptr);

    void follow(QSize window);
    /// Where somebody moved the handles; else empty: the window's size decides.
    [[nodiscard]] QList<int> chosen() const;
    void choose(const QList<int> &sizes);

private:
    void followWidth(int width);
    void followHeight(int height);
    /// Default widths of stack and inspector.
    void reset();

    Parts m_parts;
    /// Of small maps that the window has room for.
    int m_columns = 2;
    bool m_isMoved = false;
    bool m_isCompact = false;
    bool m_isLow = false;
};

} // namespace convscope
