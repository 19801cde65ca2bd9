// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/weight_tools.h"

#include "controls/quiet_spin_box.h"
#include "controls/token_label.h"
#include "pages/weights/cell_digits.h"
#include "style/numbers.h"
#include "views/panel_buttons.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

WeightTools::WeightTools(QWidget *parent)
    : QWidget(parent), m_menu(new QMenu(this)),
      m_turn(addIcon(u"rotate"_s, tr("Turn by 90° (T)"), WeightOperation::Turn)),
      m_mirrorColumns(
          addIcon(u"mirror_h"_s, tr("Mirror left and right (M)"), WeightOperation::MirrorColumns)),
      m_mirrorRows(addIcon(u"mirror_v"_s, tr("Mirror top and bottom (Shift+M)"),
                           WeightOperation::MirrorRows)),
      m_biasName(new TokenLabel(tr("bias"), FontRole::Number, &Tokens::text2)),
      m_bias(new QuietDoubleSpinBox), m_sum(new TokenLabel({}, FontRole::Number, &Tokens::text2)),
      m_amount(new QuietDoubleSpinBox)
{
    m_menu->addAction(tr("Copy values"), this, &WeightTools::copyWanted);
    m_menu->addAction(tr("Paste values"), this, &WeightTools::pasteWanted);
    m_menu->addSeparator();
    addEntry(tr("Turn by 90°"), WeightOperation::Turn);
    addEntry(tr("Mirror left and right"), WeightOperation::MirrorColumns);
    addEntry(tr("Mirror top and bottom"), WeightOperation::MirrorRows);
    addEntry(tr("Transpose"), WeightOperation::Transpose);
    m_transpose = m_menu->actions().back();
    m_menu->addSeparator();
    addEntry(tr("Sum to 0"), WeightOperation::SumToZero);
    addEntry(tr("Sum to 1"), WeightOperation::SumToOne);
    addEntry(tr("Norm to 1"), WeightOperation::NormToOne);
    m_menu->addSeparator();
    addEntry(tr("Add 0.1"), WeightOperation::Add, 0.1);
    addEntry(tr("Subtract 0.1"), WeightOperation::Add, -0.1);
    addEntry(tr("Double"), WeightOperation::Scale, 2);
    addEntry(tr("Halve"), WeightOperation::Scale, 0.5);
    m_menu->addSeparator();
    addEntry(tr("Invert signs"), WeightOperation::Invert);
    addEntry(tr("Shuffle"), WeightOperation::Shuffle);
    addEntry(tr("Set to zero"), WeightOperation::Zero);

    auto *more = new PanelIconButton(u"more"_s, tr("More to do with the values"));
    connect(more, &QAbstractButton::clicked, this,
            [this, more] { m_menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    const auto row = [] {
        auto *layout = new QHBoxLayout;
        layout->setContentsMargins(16, 0, 16, 0);
        layout->setSpacing(6);
        return layout;
    };
    auto *first = row();
    for (QWidget *button : {m_turn, m_mirrorColumns, m_mirrorRows})
        first->addWidget(button);
    first->addSpacing(4);
    first->addWidget(
        addButton(tr("Sum to 0"), tr("Takes the mean away"), WeightOperation::SumToZero));
    m_sumToOne = addButton(tr("Sum to 1"), tr("Divides by the sum"), WeightOperation::SumToOne);
    first->addWidget(m_sumToOne);
    first->addStretch(1);
    first->addWidget(more);

    m_amounts = new QWidget;
    auto *second = row();
    m_amounts->setLayout(second);
    m_amount->setValue(0.1);
    m_amount->setFixedWidth(72);
    m_amount->setAccessibleName(tr("Amount to add, or factor"));
    second->addWidget(m_amount);
    second->addWidget(
        addButton(tr("Add"), tr("Adds the number to every value"), WeightOperation::Add));
    second->addWidget(
        addButton(tr("Scale"), tr("Multiplies every value by the number"), WeightOperation::Scale));
    m_normToOne = addButton(tr("Norm to 1"), tr("Divides by the root of the sum of squares"),
                            WeightOperation::NormToOne);
    second->addWidget(m_normToOne);
    second->addStretch(1);

    auto *third = row();
    m_bias->setFixedWidth(96);
    m_bias->setAccessibleName(tr("Bias of the filter"));
    third->addWidget(m_biasName);
    third->addWidget(m_bias);
    third->addSpacing(4);
    third->addWidget(m_sum);
    third->addStretch(1);
    connect(m_bias, &QuietDoubleSpinBox::valueEdited, this, &WeightTools::biasWanted);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(6);
    column->addLayout(first);
    column->addWidget(m_amounts);
    column->addLayout(third);
}

PanelIconButton *WeightTools::addIcon(const QString &icon, const QString &label,
                                      WeightOperation operation)
{
    auto *button = new PanelIconButton(icon, label);
    connect(button, &QAbstractButton::clicked, this, [this, operation] { send(operation); });
    return button;
}

QPushButton *WeightTools::addButton(const QString &text, const QString &tip,
                                    WeightOperation operation)
{
    auto *button = new QPushButton(text);
    button->setToolTip(tip);
    connect(button, &QPushButton::clicked, this, [this, operation] { send(operation); });
    return button;
}

void WeightTools::addEntry(const QString &text, WeightOperation operation)
{
    m_menu->addAction(text, this, [this, operation] { send(operation); });
}

void WeightTools::addEntry(const QString &text, WeightOperation operation, double amount)
{
    m_menu->addAction(text, this, [this, operation, amount] { Q_EMIT wanted(operation, amount); });
}

void WeightTools::setCompact(bool isCompact)
{
    m_amounts->setVisible(!isCompact);
}

void WeightTools::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sumToOne->setVisible(width() >= 300);
    m_normToOne->setVisible(width() >= 300);
    m_bias->setFixedWidth(width() >= 300 ? 96 : 80);
    fitSum();
}

void WeightTools::send(WeightOperation operation)
{
    Q_EMIT wanted(operation, m_amount->value());
}

void WeightTools::setKernel(const WeightLayout &layout)
{
    const bool hasPlaces = layout.kernel().count() > 1;
    const bool isSquare = hasPlaces && layout.kernel().rows == layout.kernel().columns;
    m_turn->setEnabled(isSquare);
    m_transpose->setEnabled(isSquare);
    m_mirrorColumns->setEnabled(hasPlaces);
    m_mirrorRows->setEnabled(layout.kernel().rows > 1);
}

void WeightTools::setBias(std::optional<float> bias)
{
    m_biasName->setVisible(bias.has_value());
    m_bias->setVisible(bias.has_value());
    if (bias)
        m_bias->setValue(shortest(*bias));
}

void WeightTools::setSum(double sum)
{
    m_sumValue = sum;
    fitSum();
}

void WeightTools::fitSum()
{
    // Fewer digits before a power of ten is cut off; all of them stand in the tooltip.
    const int taken =
        m_bias->isHidden() ? 32 : 32 + m_biasName->sizeHint().width() + m_bias->width() + 20;
    for (int digits = 4; digits > 0; --digits) {
        m_sum->setText(tr("sum %1").arg(signedValueText(m_sumValue, digits)));
        if (m_sum->sizeHint().width() <= width() - taken)
            break;
    }
    m_sum->setToolTip(QString::number(m_sumValue, 'g', 9));
}

} // namespace convscope
