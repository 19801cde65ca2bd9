// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/status_sink.h"

#include <QStatusBar>

class QLabel;

namespace convscope {

class CostQuestion;
class ElidedButton;
class LayerResults;
class ModelDocument;
class ReadingBar;
class TokenLabel;

/// The bottom line: state and time (a problem first, where there is one), the question about long
/// work, the cell looked at, cache and format. A failure takes the left part as a link until the
/// next success.
class StatusLine : public QStatusBar, public StatusSink
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void showState(const ModelDocument &document, const LayerResults &results, int problems,
                   const QString &firstProblem);
    /// What computes again, as words; for the next showState().
    void setComputeKey(const QString &key) { m_computeKey = key; }
    void showCell(const QString &text) override;
    void showZoom(std::optional<double> zoom) override;
    void showMessage(const QString &text, int milliseconds) override;
    /// Kernels other than the fastest; empty: nothing is shown.
    void showKernels(const QString &words);
    /// Something small to choose, at the right of the cell. Takes it over.
    void addOffer(QWidget *offer);
    /// A sentence about something that did not work; stays until the next successful action.
    void showFailure(const QString &message) override;
    void clearFailure() override;
    [[nodiscard]] QString failure() const { return m_failureText; }
    [[nodiscard]] QString stateText() const;
    /// Beside a problem: how it stands with the rest of the stack.
    [[nodiscard]] QString restText() const;
    [[nodiscard]] CostQuestion *question() const { return m_question; }
    [[nodiscard]] ReadingBar *reading() const { return m_reading; }

Q_SIGNALS:
    /// The problem named at the left was clicked.
    void problemActivated();
    /// The layer that is not known here was.
    void unknownActivated();

private:
    void showProblem(const ModelDocument &document, const LayerResults &results, int problems,
                     const QString &first);
    /// Beside the state, where no message covers both.
    void showRest();

    ElidedButton *m_state;
    TokenLabel *m_rest;
    CostQuestion *m_question;
    ReadingBar *m_reading;
    TokenLabel *m_cell;
    QLabel *m_kernels;
    QLabel *m_cache;
    QLabel *m_format;
    QLabel *m_zoom;
    QString m_failureText;
    QString m_computeKey;
    /// What is said is that an output is missing.
    bool m_wantsOutput = false;
};

} // namespace convscope
