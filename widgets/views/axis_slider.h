// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QSlider;

namespace convscope {

class PanelIconButton;

/// One hidden axis: play, name, slider, "11 / 23". Playing steps forward and starts over at the
/// end.
class AxisSlider : public QWidget
{
    Q_OBJECT

public:
    /// `name` as said in read-outs: "slice", "batch", "frame".
    explicit AxisSlider(const QString &name, QWidget *parent = nullptr);

    /// `count` positions, 0 … count − 1.
    void setCount(int count);
    void setValue(int value);
    [[nodiscard]] int value() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] bool isPlaying() const { return m_playing.isActive(); }

public Q_SLOTS:
    void step(int steps);
    void setPlaying(bool playing);
    void togglePlaying() { setPlaying(!isPlaying()); }

Q_SIGNALS:
    /// By hand, key or playing; not by setValue.
    void valueChanged(int value);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void updateWords();

    QString m_name;
    PanelIconButton *m_play;
    QLabel *m_label;
    QSlider *m_slider;
    QLabel *m_words;
    QTimer m_playing;
};

} // namespace convscope
