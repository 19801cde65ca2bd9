// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/display_settings.h"
#include "visual/colormap.h"

#include <QWidget>

class QLabel;
class QHBoxLayout;
class QMenu;

namespace convscope {

class PanelIconButton;
class PanelMenuButton;
class TokenLabel;

/// "Map 8 of conv2d", and how it is drawn: colormap, range, overlay, fit. Shows what it is told and
/// emits what is chosen.
class MapPanelHeader : public QWidget
{
    Q_OBJECT

public:
    explicit MapPanelHeader(QWidget *parent = nullptr);

    /// "Map 8", "conv2d"; an empty layer leaves out the second part.
    void setTitle(const QString &map, const QString &layer);
    /// Beside the title, to be noticed: "preview at ¼", or "¼" where that is all there is room for.
    /// Empty: nothing.
    void setNote(const QString &note, const QString &brief);
    [[nodiscard]] const QString &note() const { return m_noteText; }
    void setSettings(const DisplaySettings &settings);
    [[nodiscard]] const DisplaySettings &settings() const { return m_settings; }
    /// The map in use where the settings follow the theme: named on the button and shown as a
    /// swatch.
    void setColormapInUse(const Colormap &colormap);
    void setColormapShown(bool shown);
    void setFitShown(bool shown);
    /// Receptive field and reach of the pinned cell.
    void setFieldShown(bool shown);
    [[nodiscard]] bool isFieldShown() const;
    void setOverlayAvailable(bool available);
    void setOverlayShown(bool shown);
    [[nodiscard]] bool isOverlayShown() const;
    [[nodiscard]] bool isOverlayAvailable() const;
    /// The menus of its buttons.
    [[nodiscard]] QMenu *colormapMenu() const;
    [[nodiscard]] QMenu *rangeMenu() const;
    /// A switch between the title and the buttons; owned by the header from then on.
    void addSwitch(QWidget *views);

    [[nodiscard]] QSize minimumSizeHint() const override;

    void nextScope();
    void nextColormap();

Q_SIGNALS:
    /// Any of colormap, invert and scope changed by the person.
    void settingsChosen(const convscope::DisplaySettings &settings);
    void overlayToggled(bool shown);
    void fieldToggled(bool shown);
    void overlayAvailabilityChanged(bool available);
    void fitRequested();
    /// The title was dragged away: the owner offers the picture.
    void dragRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void choose(const DisplaySettings &settings);
    void fillMenus();
    void updateLook();
    /// Gives up parts, those that matter least first, where there is no room for all.
    void fitTitle();

    DisplaySettings m_settings;
    const Colormap *m_inUse = nullptr;
    bool m_isColormapWanted = true;
    bool m_isFitWanted = true;
    QHBoxLayout *m_row;
    QLabel *m_title;
    QLabel *m_layer;
    TokenLabel *m_note;
    QString m_noteText;
    QString m_noteBrief;
    PanelMenuButton *m_colormap;
    PanelMenuButton *m_scope;
    QWidget *m_rule;
    PanelIconButton *m_field;
    PanelIconButton *m_overlay;
    PanelIconButton *m_fit;
    QPoint m_press;
};

} // namespace convscope
