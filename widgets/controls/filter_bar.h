// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QWidget>

class QToolButton;

namespace convscope {

class SearchField;

/// A search field that lies over the header of a panel while its list is filtered: it takes no room
/// of its own, so nothing else moves. Esc clears and closes it and gives the focus back.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    /// Covers `header`, its parent. `name` is for screen readers ("Filter layers"), `hint` stands
    /// in the empty field.
    FilterBar(const QString &name, const QString &hint, QWidget *header);

    /// Shows the field and focuses it; what had the focus gets it back from dismiss().
    void open();
    void dismiss();
    [[nodiscard]] bool isOpen() const { return !isHidden(); }
    [[nodiscard]] QString text() const;
    [[nodiscard]] SearchField *field() const { return m_field; }
    /// "3 of 16" beside the text.
    void setMatches(int matching, int all);
    /// For a list that stays while hits in it are gone through: buttons to the one before and the
    /// next, and a funnel that leaves the hits alone. setMatches() then tells which hit it is.
    void addSteps();
    [[nodiscard]] bool showsHitsOnly() const;
    [[nodiscard]] QToolButton *funnel() const { return m_funnel; }

Q_SIGNALS:
    /// Empty when it closes.
    void textChanged(const QString &text);
    /// Enter or the arrow down: on to what was found.
    void listWanted();
    /// To the next hit (1) or the one before (−1).
    void stepWanted(int direction);
    void hitsOnlyToggled(bool isOn);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void coverHeader();
    void showRemark();

    SearchField *m_field;
    /// "3 of 16"; a narrow field leaves it to screen readers.
    QString m_remark;
    QToolButton *m_funnel = nullptr;
    QPointer<QWidget> m_before;
};

} // namespace convscope
