// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "params/read_list.h"

#include <QWidget>

class QPushButton;

namespace convscope {

class TokenLabel;

/// "Reads" in the inspector of a layer: the list, and a button that adds to it where the layer's
/// class reads more.
class ReadsSection : public QWidget
{
    Q_OBJECT

public:
    explicit ReadsSection(QWidget *parent = nullptr);

    /// `canAdd`: the class reads another tensor.
    void setReads(std::vector<ReadRow> rows, bool canAdd);
    /// "would make 96×96×64", in the place of how many there are; empty: that.
    void setOutcome(const QString &words);
    [[nodiscard]] ReadList *list() const { return m_list; }
    [[nodiscard]] QPushButton *addButton() const { return m_add; }
    /// Where a list of what could be read opens, in global pixels.
    [[nodiscard]] QPoint pickerPosition() const;

Q_SIGNALS:
    void addRequested();

private:
    TokenLabel *m_count;
    QString m_countWords;
    ReadList *m_list;
    QPushButton *m_add;
};

} // namespace convscope
