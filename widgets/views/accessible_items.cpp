// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/accessible_items.h"

#include <QWidget>

namespace convscope {

namespace {

class Item : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    Item(AccessibleItems *list, int index) : m_list(list), m_index(index) {}

    [[nodiscard]] int index() const { return m_index; }

    bool isValid() const override
    {
        return m_list->isValid() && m_index < m_list->source().count();
    }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return m_list; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_list->source().name(m_index) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect own = m_list->source().rect(m_index);
        return {m_list->source().surface->mapToGlobal(own.topLeft()), own.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const AccessibleItemSource &source = m_list->source();
        state.selected = source.current() == m_index;
        state.focused = state.selected && m_list->state().focused;
        state.offscreen = !source.surface->rect().intersects(source.rect(m_index));
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &) override
    {
        if (isValid())
            m_list->source().select(m_index);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    AccessibleItems *m_list;
    int m_index;
};

/// More are forgotten at once: a reader that walks through 100 000 tiles must not keep them all.
constexpr qsizetype kKeptItems = 2048;

} // namespace

AccessibleItems::AccessibleItems(QWidget *widget, AccessibleItemSource source)
    : QAccessibleWidget(widget, QAccessible::List), m_source(std::move(source))
{
}

AccessibleItems::~AccessibleItems()
{
    for (const QAccessible::Id id : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *AccessibleItems::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (const auto known = m_items.constFind(index); known != m_items.constEnd())
        return QAccessible::accessibleInterface(*known);
    if (m_items.size() >= kKeptItems) {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
        m_items.clear();
    }
    auto *item = new Item(const_cast<AccessibleItems *>(this), index);
    m_items.insert(index, QAccessible::registerAccessibleInterface(item));
    return item;
}

int AccessibleItems::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const Item *>(child);
    return item && item->parent() == this ? item->index() : -1;
}

QAccessibleInterface *AccessibleItems::childAt(int x, int y) const
{
    return child(m_source.at(m_source.surface->mapFromGlobal(QPoint(x, y))));
}

QAccessibleInterface *AccessibleItems::focusChild() const
{
    return child(m_source.current());
}

QString AccessibleItems::text(QAccessible::Text kind) const
{
    const int current = m_source.current();
    if (kind == QAccessible::Value && current >= 0)
        return m_source.name(current);
    return QAccessibleWidget::text(kind);
}

} // namespace convscope
