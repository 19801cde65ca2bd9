// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/test/case_look.h"

#include <QWidget>

#include <memory>

namespace convscope {

/// The figures of a case in three columns: its errors, the largest error of each map as bars, and
/// everything that was checked.
class CaseFigures : public QWidget
{
    Q_OBJECT

public:
    explicit CaseFigures(QWidget *parent = nullptr);

    /// Forgets the opinions.
    void setLook(std::shared_ptr<const CaseLook> look);
    void setOpinions(std::vector<CaseCheck> opinions);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {300, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect columnRect(int column) const;
    void paintErrors(QPainter &painter, const QRect &area) const;
    void paintBars(QPainter &painter, const QRect &area) const;
    void paintChecks(QPainter &painter, const QRect &area) const;
    [[nodiscard]] std::vector<std::pair<QString, QString>> errorLines() const;

    /// Those of the case, then the opinions of the oracles.
    [[nodiscard]] std::vector<CaseCheck> checks() const;

    std::shared_ptr<const CaseLook> m_look;
    std::vector<CaseCheck> m_opinions;
};

} // namespace convscope
