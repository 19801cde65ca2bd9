// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QToolButton;

namespace convscope {

class TokenLabel;

/// "Reading vgg16.h5 ▬▬▬ Cancel" in the status line, while a file is read that takes longer than a
/// glance.
class ReadingBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReadingBar(QWidget *parent = nullptr);

    /// The share of its bytes that is read, 0 … 1. The first call begins.
    void showShare(const QString &fileName, double share);
    void end();
    /// Steps of a thousand; 0 while nothing is read.
    [[nodiscard]] int shown() const;
    [[nodiscard]] QToolButton *cancelLink() const { return m_cancel; }

Q_SIGNALS:
    void cancelRequested();

private:
    TokenLabel *m_name;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    QTimer m_delay;
    bool m_isReading = false;
};

} // namespace convscope
