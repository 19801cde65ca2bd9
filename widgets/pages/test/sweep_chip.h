// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace convscope {

/// What a chip is held by: dragged onto the table or onto another chip, or used by key.
class ChipGrip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChipGrip(QWidget *parent = nullptr);

    QSize sizeHint() const override { return {20, 28}; }

Q_SIGNALS:
    /// While it is dragged, and where it was let go (screen coordinates).
    void dragged(const QPoint &global);
    void dropped(const QPoint &global);
    void dragCancelled();
    /// Left and right arrow: −1, 1.
    void moved(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QPoint m_from;
    bool m_isDragging = false;
};

/// One argument of a sweep with its values.
class SweepChip : public QWidget
{
    Q_OBJECT

public:
    explicit SweepChip(QWidget *parent = nullptr);

    [[nodiscard]] ChipGrip *grip() const { return m_grip; }
    [[nodiscard]] QString argument() const;
    [[nodiscard]] QString values() const;
    void set(const QString &argument, const QString &values);
    void setChoices(const QStringList &arguments);
    /// Marked as the one that makes the columns.
    void setMakesColumns(bool makesColumns);
    void focusValues();
    /// Opens the list of arguments.
    void chooseArgument();

Q_SIGNALS:
    void argumentChosen();
    void valuesGiven();

private:
    ChipGrip *m_grip;
    QComboBox *m_argument;
    QLineEdit *m_values;
    /// As last given, so that leaving the field alone does not run anything.
    QString m_given;
};

} // namespace convscope
