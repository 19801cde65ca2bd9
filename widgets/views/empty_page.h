// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>
#include <QUrl>
#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace convscope {

/// Where to start: drop something, open or paste it, or take a sample and a starter stack.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    struct Sample
    {
        /// Given back by sampleChosen.
        QString id;
        QString name;
        QImage picture;
    };
    struct Starter
    {
        QString id;
        QString name;
        /// "Conv2D, MaxPooling2D, Conv2D"
        QString layers;
    };

    explicit EmptyPage(QWidget *parent = nullptr);

    /// At most six.
    void setSamples(const std::vector<Sample> &samples);
    /// At most three.
    void setStarters(const std::vector<Starter> &starters);

Q_SIGNALS:
    void openRequested();
    void pasteRequested();
    void sampleChosen(const QString &id);
    void starterChosen(const QString &id);
    void filesDropped(const QList<QUrl> &files);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    static constexpr std::size_t kMostSamples = 6;
    static constexpr std::size_t kMostStarters = 3;

    QWidget *m_zone;
    QWidget *m_sampleBox;
    QHBoxLayout *m_samples;
    QWidget *m_starterBox;
    QHBoxLayout *m_starters;
    bool m_isDropTarget = false;
};

} // namespace convscope
