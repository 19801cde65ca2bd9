// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/test/case_look.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace convscope {

class CaseFigures;
class ComparisonView;
class TokenLabel;

/// One case: expected, computed and difference, what was found out, and the figures.
class CasePanel : public QWidget
{
    Q_OBJECT

public:
    explicit CasePanel(QWidget *parent = nullptr);

    /// Null: no case is chosen. `against`: what the case is held against, in words.
    void showLook(std::shared_ptr<const CaseLook> look, const QString &title,
                  const QString &against);
    /// What the oracles say of the case shown.
    void showOpinions(const std::vector<CaseCheck> &opinions);
    /// The case is being run: what is shown is the last outcome.
    void setBusy(bool busy);
    [[nodiscard]] const std::shared_ptr<const CaseLook> &look() const { return m_look; }
    [[nodiscard]] ComparisonView *comparison() const { return m_comparison; }
    [[nodiscard]] QString message() const;
    /// "shifted_padding: it matches with …", one per finding.
    [[nodiscard]] QStringList findings() const;
    /// The line in which one argument of the case is changed: "kernel_size=5".
    void startArgument();
    [[nodiscard]] QLineEdit *argumentLine() const { return m_argument; }
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }
    /// Whether the case is one of the suite, which alone can be changed.
    void setIsOfSuite(bool isOfSuite);

Q_SIGNALS:
    void runRequested();
    void acceptRequested();
    void argumentGiven(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeader();
    void showFindings();

    std::shared_ptr<const CaseLook> m_look;
    QString m_titleText;
    TokenLabel *m_title;
    TokenLabel *m_against;
    QPushButton *m_worst;
    QPushButton *m_accept;
    QPushButton *m_run;
    ComparisonView *m_comparison;
    TokenLabel *m_message;
    TokenLabel *m_arithmetic;
    QLineEdit *m_argument;
    QWidget *m_body;
    QVBoxLayout *m_column;
    QVBoxLayout *m_findings;
    CaseFigures *m_figures;
    bool m_isBusy = false;
};

} // namespace convscope
