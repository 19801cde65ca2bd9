// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include <set>

class QWidget;

namespace convscope {

/// A text of a window and where it stands, for messages.
struct ShownText
{
    QString where;
    QString text;
    bool isTip = false;
};

/// All that a window says: what it paints, and what its widgets, menus, actions and lists would say
/// to a mouse or a screen reader. Tags are taken out.
[[nodiscard]] QVector<ShownText> shownTexts(QWidget &root);

/// Labels and buttons whose words do not fit into them, and painted texts that were cut short
/// without a tooltip that says them whole.
[[nodiscard]] QStringList clippedTexts(QWidget &root);

/// The words of a text that are written in plain ASCII letters and are none of `names` (lower
/// case).
[[nodiscard]] QStringList plainWords(const QString &text, const std::set<QString> &names);

} // namespace convscope
