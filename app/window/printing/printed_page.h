// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pictures/display_settings.h"
#include "views/shape_ribbon.h"
#include "window/printing/print_layout.h"

#include <QImage>
#include <QString>

#include <utility>
#include <vector>

class QPainter;

namespace convscope {

/// What one printed page shows: words and pictures only.
struct PrintedPage
{
    struct Row
    {
        QString className;
        QString name;
        /// Of the output, or why there is none.
        QString shape;
        QString parameters;
        bool isIllegal = false;
    };

    QString title;
    QString facts;
    std::vector<RibbonFace> faces;
    int current = -1;

    /// "Map 8 of conv2d", and in the place of a map that there is not, why.
    QString mapTitle;
    QString reason;
    /// "magma, range shared by 16 maps"
    QString scaleWords;
    QSize cells;
    bool isSequence = false;
    /// The maps belong to an earlier state of the stack.
    bool isStale = false;
    /// Of the layer; `channels` are those with a tile, in order.
    int maps = 0;
    std::vector<int> channels;
    int channel = 0;

    QImage map;
    LineEnvelope line;
    ValueRange range;
    const Colormap *colormap = nullptr;
    bool isInverted = false;
    std::vector<std::pair<int, QImage>> tiles;
    std::vector<std::pair<int, LineEnvelope>> lines;

    std::vector<Row> rows;

    /// For layoutPage(); measures words with the fonts that paint them.
    [[nodiscard]] PageContents contents() const;
};

/// Paints the page into the upper left `size` of the painter, 96 to the inch, in the light colours.
void paintPage(QPainter &painter, const PrintedPage &page, QSizeF size);

} // namespace convscope
