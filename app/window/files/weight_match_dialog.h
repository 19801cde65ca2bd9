// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/donated_weights.h"
#include "model/model.h"

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace convscope {

/// Before weights of a file go into the layers of the stack: what goes where, how it was matched,
/// what does not fit and why. Accepted, the rows that fit are to be taken; nothing changes before.
class WeightMatchDialog : public QDialog
{
    Q_OBJECT

public:
    WeightMatchDialog(const QString &fileName, const Model &model, const WeightMatch &match,
                      QWidget *parent);

    [[nodiscard]] QTableWidget *table() const { return m_table; }
    /// Disabled where nothing fits.
    [[nodiscard]] QPushButton *takeButton() const { return m_take; }

private:
    void fill(const Model &model, const WeightMatch &match);

    QTableWidget *m_table;
    QPushButton *m_take;
};

} // namespace convscope
