// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QWidget>

namespace convscope {

/// A name and what is true of it, e.g. "rows" and "⌈300 ÷ 1⌉ = 300".
struct Fact
{
    QString name;
    QString value;
    bool isWrong = false;

    bool operator==(const Fact &) const = default;
};

/// A titled list of facts: names left, values right in the number face, both whole (a value that
/// does not fit goes to lines of its own). The context menu copies it.
class FactTable : public QWidget
{
    Q_OBJECT

public:
    explicit FactTable(const QString &title, QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);
    [[nodiscard]] const QList<Fact> &facts() const { return m_facts; }
    /// Title and lines, as copied.
    [[nodiscard]] QString text() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Line
    {
        bool isOwn = false; ///< the value stands below its name
        int height = 0;
    };
    [[nodiscard]] Line line(const Fact &fact, int width) const;

    QString m_title;
    QList<Fact> m_facts;
    /// Layouts ask for the same height many times.
    mutable QHash<int, int> m_heights;
};

} // namespace convscope
