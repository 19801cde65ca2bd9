// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/actions/view_keys.h"

#include <QCoreApplication>
#include <array>

namespace convscope {

namespace {

struct Row
{
    /// Qt's names of keys, and arrows.
    const char *keys;
    const char *action;
};

constexpr std::array<Row, 42> kRows{
    {{"↑ ↓ Home End", QT_TRANSLATE_NOOP("ViewKeys", "Stack: select a layer")},
     {"Alt+↑ Alt+↓", QT_TRANSLATE_NOOP("ViewKeys", "Stack: move the layer")},
     {"Del", QT_TRANSLATE_NOOP("ViewKeys", "Stack: remove the layer")},
     {"← →", QT_TRANSLATE_NOOP("ViewKeys", "Stack: fold the block around, unfold the block")},
     {"Shift+←", QT_TRANSLATE_NOOP("ViewKeys", "Stack: fold all blocks")},
     {"Enter", QT_TRANSLATE_NOOP("ViewKeys", "Reads: read another tensor in its place")},
     {"Del", QT_TRANSLATE_NOOP("ViewKeys", "Reads: read it no longer")},
     {"Alt+↑ Alt+↓", QT_TRANSLATE_NOOP("ViewKeys", "Reads: move it")},
     {"Home End", QT_TRANSLATE_NOOP("ViewKeys", "Reads: first, last")},
     {"← → ↑ ↓", QT_TRANSLATE_NOOP("ViewKeys", "Map: move the cell; grid: the tile")},
     {"Shift+←→↑↓", QT_TRANSLATE_NOOP("ViewKeys", "Map: move the cell by 10")},
     {"Enter", QT_TRANSLATE_NOOP("ViewKeys", "Map: pin the cell; pinned: open its arithmetic")},
     {"Esc", QT_TRANSLATE_NOOP("ViewKeys", "Map, arithmetic: unpin the cell")},
     {"PgUp PgDown", QT_TRANSLATE_NOOP("ViewKeys", "Map: previous, next map")},
     {", .", QT_TRANSLATE_NOOP("ViewKeys", "Map: cell back, forward in scan order")},
     {"< >", QT_TRANSLATE_NOOP("ViewKeys", "Map: slice back, forward")},
     {"Space", QT_TRANSLATE_NOOP("ViewKeys", "Map: play slices")},
     {"+ −", QT_TRANSLATE_NOOP("ViewKeys", "Map: zoom")},
     {"A", QT_TRANSLATE_NOOP("ViewKeys", "Map: automatic range")},
     {"S", QT_TRANSLATE_NOOP("ViewKeys", "Map: range scope")},
     {"C", QT_TRANSLATE_NOOP("ViewKeys", "Map: next colormap")},
     {"I", QT_TRANSLATE_NOOP("ViewKeys", "Map: invert the colormap")},
     {"O", QT_TRANSLATE_NOOP("ViewKeys", "Map: lay the photo over the map")},
     {"0–9 − Enter Tab", QT_TRANSLATE_NOOP("ViewKeys", "Weights: type a value, go down, go right")},
     {"Ctrl+↑ Ctrl+↓", QT_TRANSLATE_NOOP("ViewKeys", "Weights: raise, lower the value")},
     {"T", QT_TRANSLATE_NOOP("ViewKeys", "Weights: turn the kernel by 90°")},
     {"M Shift+M", QT_TRANSLATE_NOOP("ViewKeys", "Weights: mirror left–right, top–bottom")},
     {"[ ]", QT_TRANSLATE_NOOP("ViewKeys", "Weights: previous, next channel")},
     {"PgUp PgDown", QT_TRANSLATE_NOOP("ViewKeys", "Weights: previous, next filter")},
     {"< >", QT_TRANSLATE_NOOP("ViewKeys", "Weights: slice of the kernel back, forward")},
     {"V D", QT_TRANSLATE_NOOP("ViewKeys", "Weights: split or new map, difference")},
     {"R", QT_TRANSLATE_NOOP("ViewKeys", "Map: receptive field of the pinned cell")},
     {"[ ]", QT_TRANSLATE_NOOP("ViewKeys", "Arithmetic: previous, next input channel")},
     {"Tab", QT_TRANSLATE_NOOP("ViewKeys", "Arithmetic: output, input, kernel")},
     {"Space", QT_TRANSLATE_NOOP("ViewKeys", "Arithmetic: play or pause the cells")},
     {"Enter", QT_TRANSLATE_NOOP("ViewKeys", "Arithmetic: pin or unpin the cell")},
     {", .", QT_TRANSLATE_NOOP("ViewKeys", "Arithmetic: cell back, forward in scan order")},
     {"< >", QT_TRANSLATE_NOOP("ViewKeys", "Arithmetic: slice back, forward")},
     {"PgUp PgDown", QT_TRANSLATE_NOOP("ViewKeys", "Arithmetic: previous, next map")},
     {"R", QT_TRANSLATE_NOOP("ViewKeys", "Arithmetic: receptive field of the pinned cell")},
     {"N", QT_TRANSLATE_NOOP("ViewKeys", "Arithmetic: all digits")},
     {"PgUp PgDown", QT_TRANSLATE_NOOP("ViewKeys", "Field: step by 10")}}};

/// As the keyboard says it in the language of the window.
QString localizedKeys(const char *keys)
{
    QStringList alternatives = QString::fromUtf8(keys).split(u' ');
    for (QString &alternative : alternatives) {
        QStringList parts = alternative.split(u'+', Qt::SkipEmptyParts);
        for (QString &part : parts)
            part = QCoreApplication::translate("QShortcut", part.toUtf8().constData());
        if (!parts.isEmpty())
            alternative = parts.join(u'+');
    }
    return alternatives.join(u' ');
}

} // namespace

std::vector<ViewKey> viewKeys()
{
    std::vector<ViewKey> keys;
    for (const Row &row : kRows)
        keys.push_back(
            {localizedKeys(row.keys), QCoreApplication::translate("ViewKeys", row.action)});
    return keys;
}

} // namespace convscope
