// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "weights_edit/weight_transforms.h"

#include <QWidget>

#include <optional>

class QMenu;
class QPushButton;

namespace convscope {

class PanelIconButton;
class QuietDoubleSpinBox;
class TokenLabel;

/// What can be done to the chosen kernel, filter or weight: buttons, and the same and more as a
/// menu.
class WeightTools : public QWidget
{
    Q_OBJECT

public:
    explicit WeightTools(QWidget *parent = nullptr);

    /// Turning needs as many rows as columns; a list of numbers has no places to move.
    void setKernel(const WeightLayout &layout);
    /// Of the chosen filter; nothing: the layer has none.
    void setBias(std::optional<float> bias);
    void setSum(double sum);
    /// The row of amounts goes where the page is low: the menu has what it does.
    void setCompact(bool isCompact);
    /// Owned by this object; for the right button and the ⋯ button.
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    [[nodiscard]] QuietDoubleSpinBox *amountField() const { return m_amount; }
    [[nodiscard]] QuietDoubleSpinBox *biasField() const { return m_bias; }

Q_SIGNALS:
    void wanted(convscope::WeightOperation operation, double amount);
    void biasWanted(double value, bool continuing);
    void copyWanted();
    void pasteWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    PanelIconButton *addIcon(const QString &icon, const QString &label, WeightOperation operation);
    QPushButton *addButton(const QString &text, const QString &tip, WeightOperation operation);
    void addEntry(const QString &text, WeightOperation operation);
    void addEntry(const QString &text, WeightOperation operation, double amount);
    void send(WeightOperation operation);
    void fitSum();

    QMenu *m_menu;
    PanelIconButton *m_turn;
    PanelIconButton *m_mirrorColumns;
    PanelIconButton *m_mirrorRows;
    QAction *m_transpose = nullptr;
    QWidget *m_amounts;
    QPushButton *m_sumToOne;
    QPushButton *m_normToOne;
    TokenLabel *m_biasName;
    QuietDoubleSpinBox *m_bias;
    TokenLabel *m_sum;
    double m_sumValue = 0;
    QuietDoubleSpinBox *m_amount;
};

} // namespace convscope
