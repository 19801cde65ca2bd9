// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessibleWidget>
#include <QHash>

#include <functional>

namespace convscope {

/// What a painted list tells about its items; indices count in the order shown.
struct AccessibleItemSource
{
    std::function<int()> count;
    /// The item that has the focus, or −1.
    std::function<int()> current;
    std::function<QString(int)> name;
    /// In coordinates of `surface`.
    std::function<QRect(int)> rect;
    std::function<int(QPoint)> at;
    std::function<void(int)> select;
    QWidget *surface = nullptr;
};

/// A painted widget as a list of items that exist only while somebody asks for them.
class AccessibleItems : public QAccessibleWidget
{
public:
    AccessibleItems(QWidget *widget, AccessibleItemSource source);
    ~AccessibleItems() override;
    Q_DISABLE_COPY_MOVE(AccessibleItems)

    [[nodiscard]] int childCount() const override { return m_source.count(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;

    [[nodiscard]] const AccessibleItemSource &source() const { return m_source; }

private:
    AccessibleItemSource m_source;
    mutable QHash<int, QAccessible::Id> m_items;
};

} // namespace convscope
