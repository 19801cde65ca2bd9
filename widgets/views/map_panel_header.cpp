// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/map_panel_header.h"

#include "controls/token_label.h"
#include "style/fonts.h"
#include "style/tokens.h"
#include "views/device_pixels.h"
#include "views/panel_buttons.h"
#include "views/panel_header.h"

#include <QActionGroup>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace convscope {

namespace {

constexpr int kCompactBelow = 520;
constexpr std::array kScopes{RangeScope::Map, RangeScope::Layer, RangeScope::All,
                             RangeScope::Fixed};

QString nameOf(const Colormap &colormap)
{
    return QString::fromLatin1(colormap.name.data(), static_cast<qsizetype>(colormap.name.size()));
}

QString scopeName(RangeScope scope)
{
    switch (scope) {
    case RangeScope::Map:
        return MapPanelHeader::tr("Map range");
    case RangeScope::Layer:
        return MapPanelHeader::tr("Layer range");
    case RangeScope::All:
        return MapPanelHeader::tr("Range of all");
    case RangeScope::Fixed:
        return MapPanelHeader::tr("Fixed range");
    }
    return {};
}

QString shortScopeName(RangeScope scope)
{
    switch (scope) {
    case RangeScope::Map:
        return MapPanelHeader::tr("Map");
    case RangeScope::Layer:
        return MapPanelHeader::tr("Layer");
    case RangeScope::All:
        return MapPanelHeader::tr("All");
    case RangeScope::Fixed:
        return MapPanelHeader::tr("Fixed");
    }
    return {};
}

QString scopeSentence(RangeScope scope)
{
    switch (scope) {
    case RangeScope::Map:
        return MapPanelHeader::tr("Map: every map has its own range");
    case RangeScope::Layer:
        return MapPanelHeader::tr("Layer: all maps of a layer share one range");
    case RangeScope::All:
        return MapPanelHeader::tr("All: all layers share one range");
    case RangeScope::Fixed:
        return MapPanelHeader::tr("Fixed: the range stays as it is");
    }
    return {};
}

void keepRoom(QWidget *part, bool keep)
{
    QSizePolicy policy = part->sizePolicy();
    policy.setRetainSizeWhenHidden(keep);
    part->setSizePolicy(policy);
}

/// One vertical line of the header.
class Rule : public QWidget
{
public:
    explicit Rule(QWidget *parent) : QWidget(parent) { setFixedSize(1, 18); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().line);
    }
};

QIcon swatchIcon(const Colormap &colormap, qreal ratio)
{
    constexpr int kWidth = 40;
    constexpr int kHeight = 12;
    QImage line(256, 1, QImage::Format_RGB32);
    std::copy(colormap.colours.begin(), colormap.colours.end(),
              reinterpret_cast<QRgb *>(line.bits()));
    QPixmap swatch =
        QPixmap::fromImage(line.scaled(qRound(kWidth * ratio), qRound(kHeight * ratio),
                                       Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    swatch.setDevicePixelRatio(ratio);
    return QIcon(swatch);
}

} // namespace

MapPanelHeader::MapPanelHeader(QWidget *parent) : QWidget(parent)
{
    m_title = new QLabel(this);
    m_layer = new QLabel(this);
    m_layer->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_layer})
        label->installEventFilter(this);
    m_note = new TokenLabel({}, FontRole::Small, &Tokens::warning, this);
    m_note->hide();
    m_colormap = new PanelMenuButton(false, this);
    // Before the first map there is no name to put on it.
    m_colormap->hide();
    m_scope = new PanelMenuButton(false, this);
    m_scope->setIconName(u"contrast"_s);
    m_rule = new Rule(this);
    m_field = new PanelIconButton(u"field"_s, tr("Receptive field of the pinned cell (R)"), this);
    m_field->setCheckable(true);
    m_field->setChecked(true);
    m_overlay = new PanelIconButton(u"overlay"_s, tr("Overlay on the photo (O)"), this);
    m_overlay->setCheckable(true);
    m_overlay->hide();
    m_fit = new PanelIconButton(u"fit"_s, tr("Fit the map into the panel (Ctrl+0)"), this);

    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(12, 0, 12, 1);
    m_row->setSpacing(8);
    // The header gives up words before it widens the panel.
    m_row->setSizeConstraint(QLayout::SetNoConstraint);
    m_row->addWidget(m_title);
    m_row->addWidget(m_layer);
    m_row->addWidget(m_note);
    m_row->addStretch(1);
    m_row->addWidget(m_colormap);
    m_row->addWidget(m_scope);
    m_row->addWidget(m_rule);
    m_row->addWidget(m_field);
    m_row->addWidget(m_overlay);
    m_row->addWidget(m_fit);
    setFixedHeight(std::max(kPanelHeader, scaledHeight(kPanelHeader)));

    connect(m_field, &QAbstractButton::toggled, this, &MapPanelHeader::fieldToggled);
    connect(m_overlay, &QAbstractButton::toggled, this, &MapPanelHeader::overlayToggled);
    connect(m_fit, &QAbstractButton::clicked, this, &MapPanelHeader::fitRequested);
    fillMenus();
    updateLook();
}

QSize MapPanelHeader::minimumSizeHint() const
{
    return {320, height()};
}

void MapPanelHeader::addSwitch(QWidget *views)
{
    // After the stretch.
    m_row->insertWidget(m_row->indexOf(m_colormap), views);
}

void MapPanelHeader::fillMenus()
{
    auto *maps = new QActionGroup(this);
    QMenu *menu = m_colormap->menu();
    const auto addMap = [&](const QString &words, const QString &name) {
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        action->setData(name);
        maps->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] {
            DisplaySettings chosen = m_settings;
            chosen.colormap = name;
            choose(chosen);
        });
        return action;
    };
    addMap(tr("Follow theme"), {});
    menu->addSeparator();
    for (const Colormap &colormap : colormaps())
        addMap(nameOf(colormap), nameOf(colormap))
            ->setIcon(swatchIcon(colormap, devicePixelRatioF()));
    menu->addSeparator();
    QAction *invert = menu->addAction(tr("Invert"));
    invert->setCheckable(true);
    invert->setObjectName(u"invert"_s);
    connect(invert, &QAction::triggered, this, [this](bool inverted) {
        DisplaySettings chosen = m_settings;
        chosen.inverted = inverted;
        choose(chosen);
    });

    auto *scopes = new QActionGroup(this);
    for (const RangeScope scope : kScopes) {
        QAction *action = m_scope->menu()->addAction(scopeSentence(scope));
        action->setCheckable(true);
        action->setData(static_cast<int>(scope));
        scopes->addAction(action);
        connect(action, &QAction::triggered, this, [this, scope] {
            DisplaySettings chosen = m_settings;
            chosen.scope = scope;
            choose(chosen);
        });
    }
}

void MapPanelHeader::choose(const DisplaySettings &settings)
{
    if (settings == m_settings)
        return;
    setSettings(settings);
    Q_EMIT settingsChosen(m_settings);
}

void MapPanelHeader::nextScope()
{
    DisplaySettings chosen = m_settings;
    const auto at = std::find(kScopes.begin(), kScopes.end(), chosen.scope);
    chosen.scope = at + 1 == kScopes.end() ? kScopes.front() : *(at + 1);
    choose(chosen);
}

void MapPanelHeader::nextColormap()
{
    DisplaySettings chosen = m_settings;
    const auto all = colormaps();
    const auto at = std::find_if(all.begin(), all.end(), [&](const Colormap &colormap) {
        return nameOf(colormap) == chosen.colormap;
    });
    // Follow theme, then each by name, then Follow theme again.
    if (chosen.colormap.isEmpty())
        chosen.colormap = all.empty() ? QString() : nameOf(all.front());
    else if (at == all.end() || at + 1 == all.end())
        chosen.colormap.clear();
    else
        chosen.colormap = nameOf(*(at + 1));
    choose(chosen);
}

void MapPanelHeader::setTitle(const QString &map, const QString &layer)
{
    m_title->setText(map);
    m_layer->setText(layer.isEmpty() ? QString() : tr("of %1").arg(layer));
    fitTitle();
}

void MapPanelHeader::setNote(const QString &note, const QString &brief)
{
    if (note == m_noteText)
        return;
    m_noteText = note;
    m_noteBrief = brief;
    m_note->setToolTip(note);
    m_note->setAccessibleName(note);
    m_note->setVisible(!note.isEmpty());
    fitTitle();
}

void MapPanelHeader::fitTitle()
{
    const bool isCompact = width() < kCompactBelow;
    m_title->show();
    m_layer->setVisible(!isCompact);
    m_note->setText(m_noteText);
    m_scope->setCompact(false);
    m_colormap->setCompact(isCompact);
    m_colormap->setVisible(m_isColormapWanted && m_inUse != nullptr);
    m_fit->setVisible(m_isFitWanted);
    m_rule->setVisible(m_isFitWanted || !m_overlay->isHidden());
    // The switch of views keeps its place while what stands beside it goes.
    for (QWidget *part :
         {static_cast<QWidget *>(m_colormap), m_rule, static_cast<QWidget *>(m_fit)})
        keepRoom(part, true);
    const auto fits = [this] {
        m_row->invalidate();
        return m_row->sizeHint().width() <= width();
    };
    const auto giveUp = [](QWidget *part) {
        keepRoom(part, false);
        part->hide();
    };
    // The stack says which layer it is; nothing else here says what the note does. What goes next
    // is in the menus and has keys.
    if (!fits())
        m_layer->hide();
    // A note is worth more than that the switch stays where it is.
    if (!m_noteText.isEmpty() && !fits()) {
        for (QWidget *part :
             {static_cast<QWidget *>(m_colormap), m_rule, static_cast<QWidget *>(m_fit)})
            keepRoom(part, false);
    }
    // The swatch shows which colormap it is.
    if (!fits())
        m_colormap->setCompact(true);
    if (!m_noteText.isEmpty() && !fits())
        m_note->setText(m_noteBrief);
    if (!fits())
        m_scope->setCompact(true);
    if (!fits()) {
        giveUp(m_fit);
        giveUp(m_rule);
    }
    if (!fits())
        giveUp(m_colormap);
    if (!fits())
        m_title->hide();
    // Showing a part has laid out the row as it was then.
    m_row->activate();
}

void MapPanelHeader::setSettings(const DisplaySettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    updateLook();
}

void MapPanelHeader::setColormapInUse(const Colormap &colormap)
{
    if (m_inUse == &colormap)
        return;
    m_inUse = &colormap;
    setColormapShown(m_isColormapWanted);
    updateLook();
}

void MapPanelHeader::setColormapShown(bool shown)
{
    m_isColormapWanted = shown;
    fitTitle();
}

void MapPanelHeader::setFitShown(bool shown)
{
    m_isFitWanted = shown;
    fitTitle();
}

void MapPanelHeader::setFieldShown(bool shown)
{
    m_field->setChecked(shown);
}

bool MapPanelHeader::isFieldShown() const
{
    return m_field->isChecked();
}

void MapPanelHeader::setOverlayAvailable(bool available)
{
    const bool isOther = available == m_overlay->isHidden();
    m_overlay->setVisible(available);
    if (isOther)
        Q_EMIT overlayAvailabilityChanged(available);
    if (!available)
        m_overlay->setChecked(false);
    fitTitle();
}

void MapPanelHeader::setOverlayShown(bool shown)
{
    if (!m_overlay->isHidden())
        m_overlay->setChecked(shown);
}

bool MapPanelHeader::isOverlayAvailable() const
{
    return !m_overlay->isHidden();
}

QMenu *MapPanelHeader::colormapMenu() const
{
    return m_colormap->menu();
}

QMenu *MapPanelHeader::rangeMenu() const
{
    return m_scope->menu();
}

bool MapPanelHeader::isOverlayShown() const
{
    return m_overlay->isChecked();
}

void MapPanelHeader::updateLook()
{
    m_title->setFont(convscope::font(FontRole::Title));
    m_layer->setFont(convscope::font(FontRole::Text));
    for (PanelMenuButton *button : {m_colormap, m_scope})
        button->setFont(convscope::font(FontRole::Small));
    const bool isCompact = width() < kCompactBelow;
    m_colormap->setCompact(isCompact);
    for (QAction *action : m_colormap->menu()->actions()) {
        if (action->objectName() == u"invert"_s)
            action->setChecked(m_settings.inverted);
        else if (action->isCheckable())
            action->setChecked(action->data().toString() == m_settings.colormap);
    }
    if (m_inUse) {
        std::array<std::uint32_t, 256> colours = m_inUse->colours;
        if (m_settings.inverted)
            std::reverse(colours.begin(), colours.end());
        m_colormap->setSwatch(colours);
        m_colormap->setText(nameOf(*m_inUse));
        m_colormap->setAccessibleName(tr("Colormap %1").arg(nameOf(*m_inUse)));
        m_colormap->setToolTip(m_settings.colormap.isEmpty()
                                   ? tr("Colormap: %1, follows the theme (C)").arg(nameOf(*m_inUse))
                                   : tr("Colormap: %1 (C)").arg(nameOf(*m_inUse)));
    }
    for (QAction *action : m_scope->menu()->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_settings.scope));
    m_scope->setText(isCompact ? shortScopeName(m_settings.scope) : scopeName(m_settings.scope));
    m_scope->setAccessibleName(scopeName(m_settings.scope));
    m_scope->setToolTip(tr("%1 (S)").arg(scopeSentence(m_settings.scope)));
    m_scope->updateGeometry();
    m_scope->update();
    fitTitle();
}

bool MapPanelHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        m_press = static_cast<QMouseEvent *>(event)->position().toPoint();
        return true;
    }
    if (event->type() == QEvent::MouseMove) {
        const auto *move = static_cast<QMouseEvent *>(event);
        if (move->buttons().testFlag(Qt::LeftButton) &&
            (move->position().toPoint() - m_press).manhattanLength() >=
                QApplication::startDragDistance())
            Q_EMIT dragRequested();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void MapPanelHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    DevicePixels pixels(painter, *this);
    const int line = pixels.hairline();
    painter.fillRect(0, pixels.of(height()) - line, pixels.of(width()), line, tokens().line);
}

void MapPanelHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateLook();
}

void MapPanelHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        updateLook();
    QWidget::changeEvent(event);
}

} // namespace convscope
