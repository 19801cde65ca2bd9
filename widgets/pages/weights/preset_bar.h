// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "weights_edit/kernel_presets.h"

#include <QAbstractButton>
#include <QImage>

#include <optional>
#include <vector>

class QMimeData;

namespace convscope {

class QuietDoubleSpinBox;
class TokenLabel;

/// A kernel as a small picture with its name below.
class PresetTile : public QAbstractButton
{
    Q_OBJECT

public:
    PresetTile(const QString &name, QWidget *parent = nullptr);

    /// What it is when it is dragged onto a filter; without one it is not.
    void setShape(KernelShape shape) { m_shape = shape; }
    /// The shape that is dragged, if a preset is.
    [[nodiscard]] static std::optional<KernelShape> shapeIn(const QMimeData &data);

    /// rows × columns values in C order of one slice.
    void setKernel(const std::vector<double> &values, std::int64_t rows, std::int64_t columns);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {44, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QImage m_picture;
    std::optional<KernelShape> m_shape;
    QPoint m_press;
};

/// Kernels that everybody knows, in the size of the one that is edited.
class PresetBar : public QWidget
{
    Q_OBJECT

public:
    explicit PresetBar(QWidget *parent = nullptr);

    void setKernel(const KernelExtents &extents);
    /// "to the chosen kernel".
    void setTarget(const QString &words);
    /// With the arguments in the fields.
    [[nodiscard]] KernelPreset presetOf(KernelShape shape) const;
    [[nodiscard]] PresetTile *tile(KernelShape shape) const
    {
        return m_tiles[static_cast<std::size_t>(shape)];
    }
    [[nodiscard]] PresetTile *randomTile() const { return m_tiles.back(); }

Q_SIGNALS:
    /// `continuing`: one of the arguments of the last preset is still being changed.
    void presetWanted(const convscope::KernelPreset &preset, bool continuing);
    void randomWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QuietDoubleSpinBox *addField(const QString &name, double value, double least);
    void paintTiles();

    TokenLabel *m_note;
    QWidget *m_gabor;
    QuietDoubleSpinBox *m_angle;
    QuietDoubleSpinBox *m_wavelength;
    QuietDoubleSpinBox *m_phase;
    /// One per shape, and the random one.
    std::vector<PresetTile *> m_tiles;
    KernelExtents m_extents;
    bool m_isGabor = false;
};

} // namespace convscope
