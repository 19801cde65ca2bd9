// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/preset_bar.h"

#include "controls/quiet_spin_box.h"
#include "controls/token_label.h"
#include "language/core_words.h"
#include "pages/weights/weight_colours.h"
#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "style/tokens.h"
#include "tensor/random.h"

#include <QApplication>
#include <QDrag>
#include <QEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPicture = 34;
constexpr int kShapes = 9;
const QString kMime = u"application/x-convscope-kernel"_s;

std::vector<double> noise(const KernelExtents &extents)
{
    const RandomField random(FingerprintBuilder().add(std::string_view("preset")).finish());
    std::vector<double> values;
    for (std::int64_t i = 0; i < extents.rows * extents.columns; ++i)
        values.push_back(random.uniform(static_cast<std::uint64_t>(i), 0) * 2 - 1);
    return values;
}

} // namespace

PresetTile::PresetTile(const QString &name, QWidget *parent) : QAbstractButton(parent)
{
    setText(name);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void PresetTile::setKernel(const std::vector<double> &values, std::int64_t rows,
                           std::int64_t columns)
{
    m_picture = QImage();
    if (!values.empty()) {
        double reach = 0;
        for (const double value : values)
            reach = std::max(reach, std::abs(value));
        const WeightColours colours(reach);
        m_picture = QImage(static_cast<int>(columns), static_cast<int>(rows), QImage::Format_RGB32);
        for (int row = 0; row < m_picture.height(); ++row) {
            auto *line = reinterpret_cast<QRgb *>(m_picture.scanLine(row));
            for (int column = 0; column < m_picture.width(); ++column)
                line[column] = colours.colour(
                    static_cast<float>(values[std::size_t(row * m_picture.width() + column)]));
        }
    }
    update();
}

std::optional<KernelShape> PresetTile::shapeIn(const QMimeData &data)
{
    bool isNumber = false;
    const int shape = data.data(kMime).toInt(&isNumber);
    return isNumber && shape >= 0 && shape < kShapes ? std::optional(KernelShape(shape))
                                                     : std::nullopt;
}

void PresetTile::mousePressEvent(QMouseEvent *event)
{
    m_press = event->pos();
    QAbstractButton::mousePressEvent(event);
}

void PresetTile::mouseMoveEvent(QMouseEvent *event)
{
    const bool isFar =
        (event->pos() - m_press).manhattanLength() >= QApplication::startDragDistance();
    if (!m_shape || !isDown() || !isFar) {
        QAbstractButton::mouseMoveEvent(event);
        return;
    }
    setDown(false);
    auto *mime = new QMimeData;
    mime->setData(kMime, QByteArray::number(static_cast<int>(*m_shape)));
    auto *drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->setPixmap(QPixmap::fromImage(m_picture.scaled(kPicture, kPicture, Qt::KeepAspectRatio)));
    drag->exec(Qt::CopyAction);
}

QSize PresetTile::sizeHint() const
{
    // Longer names get more of the room.
    const QFontMetrics face(convscope::font(FontRole::Caption));
    return {std::max(64, face.horizontalAdvance(text()) + 6), kPicture + scaledHeight(24)};
}

void PresetTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setRenderHint(QPainter::Antialiasing, true);
        paintPanel(painter, QRectF(rect()).adjusted(1, 0, -1, 0), 4, isDown() ? t.pressed : t.hover,
                   QColor());
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (!m_picture.isNull()) {
        const int longest = std::max(m_picture.width(), m_picture.height());
        const QSize size(std::max(4, m_picture.width() * kPicture / longest),
                         std::max(4, m_picture.height() * kPicture / longest));
        const QRect box((width() - size.width()) / 2, 3 + (kPicture - size.height()) / 2,
                        size.width(), size.height());
        painter.setOpacity(isEnabled() ? 1 : 0.35);
        painter.drawImage(box, m_picture);
        painter.setPen(QPen(t.line, hairline(painter)));
        painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5));
        painter.setOpacity(1);
    } else {
        painter.setPen(t.disabled);
        painter.drawText(QRect(0, 3, width(), kPicture), Qt::AlignCenter, u"–"_s);
    }
    const QFont face = convscope::font(FontRole::Caption);
    painter.setFont(face);
    painter.setPen(isEnabled() ? t.text : t.disabled);
    const QString words = QFontMetricsF(face).elidedText(text(), Qt::ElideRight, width() - 2);
    drawLineOfText(painter, QRectF(0, kPicture + 5, width(), scaledHeight(18)), Qt::AlignCenter,
                   words);
    if (hasFocus())
        paintRing(painter, QRectF(rect()).adjusted(1, 0, -1, 0), 4, 2, t.accent);
}

PresetBar::PresetBar(QWidget *parent)
    : QWidget(parent), m_note(new TokenLabel({}, FontRole::Text, &Tokens::text2)),
      m_gabor(new QWidget)
{
    auto *title = new TokenLabel(tr("Presets"), FontRole::Title, &Tokens::text);
    auto *fields = new QHBoxLayout(m_gabor);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(6);
    m_angle = addField(tr("angle"), 0, -1e6);
    m_wavelength = addField(tr("wavelength"), 4, 0);
    m_phase = addField(tr("phase"), 0, -1e6);
    m_note->setElided(true);
    m_gabor->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 8, 16, 0);
    header->setSpacing(10);
    header->addWidget(title);
    header->addWidget(m_note);
    header->addStretch(1);
    header->addWidget(m_gabor);
    auto *tiles = new QHBoxLayout;
    tiles->setContentsMargins(8, 2, 8, 6);
    tiles->setSpacing(0);
    const std::array<QString, kShapes> names{tr("identity"), tr("box"),     tr("Gaussian"),
                                             tr("Sobel x"),  tr("Sobel y"), tr("Laplacian"),
                                             tr("sharpen"),  tr("emboss"),  tr("Gabor")};
    for (int i = 0; i < kShapes; ++i) {
        auto *tile = new PresetTile(names[std::size_t(i)]);
        tile->setShape(KernelShape(i));
        m_tiles.push_back(tile);
        tiles->addWidget(tile);
        connect(tile, &QAbstractButton::clicked, this, [this, i] {
            m_isGabor = KernelShape(i) == KernelShape::Gabor;
            Q_EMIT presetWanted(presetOf(KernelShape(i)), false);
        });
    }
    auto *random = new PresetTile(tr("random"));
    random->setToolTip(tr("Values as the layer's initializer draws them, with the next seed."));
    m_tiles.push_back(random);
    tiles->addWidget(random);
    connect(random, &QAbstractButton::clicked, this, [this] {
        m_isGabor = false;
        Q_EMIT randomWanted();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addLayout(tiles);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Presets"));
    // A single value, until a kernel is told.
    paintTiles();
}

QuietDoubleSpinBox *PresetBar::addField(const QString &name, double value, double least)
{
    auto *label = new TokenLabel(name, FontRole::Caption, &Tokens::text2);
    auto *field = new QuietDoubleSpinBox;
    field->setBounds(least, 1e6);
    field->setValue(value);
    field->setFixedWidth(64);
    field->setFixedHeight(scaledHeight(24));
    field->setAccessibleName(tr("Gabor: %1").arg(name));
    m_gabor->layout()->addWidget(label);
    m_gabor->layout()->addWidget(field);
    connect(field, &QuietDoubleSpinBox::valueEdited, this, [this](double, bool continuing) {
        paintTiles();
        // The Gabor kernel that was just applied follows its arguments.
        if (m_isGabor)
            Q_EMIT presetWanted(presetOf(KernelShape::Gabor), continuing);
    });
    return field;
}

KernelPreset PresetBar::presetOf(KernelShape shape) const
{
    return {shape, m_angle->value(), m_wavelength->value(), m_phase->value()};
}

void PresetBar::setKernel(const KernelExtents &extents)
{
    if (extents == m_extents)
        return;
    m_extents = extents;
    m_isGabor = false;
    paintTiles();
}

void PresetBar::setTarget(const QString &words)
{
    m_note->setText(words);
    m_isGabor = false;
}

void PresetBar::paintTiles()
{
    const bool hasPlaces = m_extents.count() > 1;
    m_gabor->setEnabled(hasPlaces);
    const std::int64_t plane = m_extents.rows * m_extents.columns;
    const auto slice = static_cast<std::ptrdiff_t>((m_extents.slices - 1) / 2 * plane);
    for (int i = 0; i < kShapes; ++i) {
        PresetTile *tile = m_tiles[std::size_t(i)];
        const auto values = kernelValues(presetOf(KernelShape(i)), m_extents);
        // Of larger ones than anybody writes by hand there is no picture.
        const bool isShown = values && plane <= 64 * 64 && hasPlaces;
        tile->setEnabled(values && hasPlaces);
        tile->setToolTip(!hasPlaces ? tr("Only kernels of several cells have a shape.")
                         : values   ? QString()
                                    : localized(values.error()));
        tile->setKernel(
            isShown ? std::vector<double>(values->begin() + slice, values->begin() + slice + plane)
                    : std::vector<double>(),
            m_extents.rows, m_extents.columns);
    }
    randomTile()->setKernel(plane <= 64 * 64 ? noise(m_extents) : std::vector<double>(),
                            m_extents.rows, m_extents.columns);
}

void PresetBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintTiles();
    QWidget::changeEvent(event);
}

void PresetBar::resizeEvent(QResizeEvent *event)
{
    m_gabor->setVisible(width() >= 520);
    m_note->setVisible(width() >= 660);
    QWidget::resizeEvent(event);
}

} // namespace convscope
