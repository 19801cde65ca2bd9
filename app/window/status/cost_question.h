// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluation/layer_results.h"

#include <QPointer>
#include <QWidget>

class QToolButton;

namespace convscope {

class TokenLabel;

/// "about 6 s, 3.1 GiB. Compute · Preview at ¼" in the status line: what computing would take, and
/// links for both answers. Hidden while there is no question.
class CostQuestion : public QWidget
{
    Q_OBJECT

public:
    explicit CostQuestion(QWidget *parent = nullptr);

    /// `isPreview`: a preview is shown, what is left is the whole.
    void setQuestion(const std::optional<RunQuestion> &question, bool isPreview);
    /// "about 6 s, 3.1 GiB."; empty while there is no question.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QToolButton *computeLink() const { return m_compute; }
    [[nodiscard]] QToolButton *previewLink() const { return m_preview; }

Q_SIGNALS:
    void computeRequested();
    void previewRequested();

private:
    void giveFocusBack();

    QPointer<QWidget> m_cameFrom;
    TokenLabel *m_cost;
    QToolButton *m_compute;
    TokenLabel *m_or;
    QToolButton *m_preview;
    bool m_isAsking = false;
};

} // namespace convscope
