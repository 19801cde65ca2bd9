// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/error_report.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;

namespace convscope {

class CommandButton;
class ErrorAxes;
class LastMaps;
class RepairCard;
class TokenLabel;

/// Why the selected layer has no output, what would repair it, and the last maps it had.
class ErrorPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit ErrorPage(QWidget *parent = nullptr);

    void setReport(const ErrorReport &report);
    /// What applies the first repair, as words; empty: nothing.
    void setRepairKey(const QString &key);
    /// The miniature of a repair, when it has been computed.
    void setMiniature(int repair, const QImage &picture);
    /// `words`: "dilation_rate 1, 5×10×32". No pictures: the section is left out.
    void setLastMaps(const QString &words, const std::vector<QImage> &pictures);
    /// Title, formula and axes as plain text, for the clipboard.
    [[nodiscard]] QString plainText() const;
    [[nodiscard]] int repairCount() const { return static_cast<int>(m_cards.size()); }
    [[nodiscard]] RepairCard *card(int repair) const
    {
        return m_cards[static_cast<std::size_t>(repair)];
    }

Q_SIGNALS:
    void applyRepair(int repair);
    void copyMessage();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateFormula();
    void placeCards();

    static constexpr std::size_t kMostRepairs = 4;

    ErrorReport m_report;
    QString m_repairKey;
    QWidget *m_content;
    TokenLabel *m_title;
    QLabel *m_formula;
    ErrorAxes *m_axes;
    QWidget *m_repairs;
    QGridLayout *m_cardGrid;
    std::vector<RepairCard *> m_cards;
    QWidget *m_last;
    TokenLabel *m_lastWords;
    LastMaps *m_lastMaps;
};

} // namespace convscope
