// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "views/ribbon_runs.h"

#include "style/cached_text.h"
#include "style/fonts.h"
#include "style/paint.h"
#include "views/shape_ribbon.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

struct RibbonWords
{
    Q_DECLARE_TR_FUNCTIONS(RibbonRuns)
};

/// A longer caption is cut: it must not part the faces of a stack.
constexpr int kMostCaption = 110;

void addCaption(WordedRuns &made, const std::vector<RibbonFace> &faces, int first, int last)
{
    QStringList blocks;
    for (int i = first; i <= last; ++i) {
        const QString &block = faces[static_cast<std::size_t>(i)].block;
        if (!blocks.contains(block))
            blocks.append(block);
    }
    const RibbonFace &face = faces[static_cast<std::size_t>(first)];
    const auto count = static_cast<int>(blocks.size());
    const QString words =
        face.block.isEmpty() ? face.caption
        : count == 1         ? face.block
                     : RibbonWords::tr("%1, %n blocks", nullptr, count).arg(runName(face.block));
    if (words.isEmpty())
        return;
    const qreal width = textWidth(convscope::font(FontRole::Caption), words);
    made.runs.captions.push_back(
        {first, last, std::min(static_cast<int>(std::ceil(width)), kMostCaption), {}});
    made.words.append(words);
}

} // namespace

QString runName(const QString &block)
{
    const auto cut = std::max(block.lastIndexOf(u'_'), block.lastIndexOf(u'/'));
    if (cut > 0)
        return block.left(cut);
    const qsizetype size = block.size();
    if (size > 2 && block.back().isLower() && block[size - 2].isDigit())
        return block.left(size - 1);
    return block;
}

WordedRuns runsOf(const std::vector<RibbonFace> &faces)
{
    WordedRuns made;
    const auto count = static_cast<int>(faces.size());
    const auto face = [&](int i) -> const RibbonFace & {
        return faces[static_cast<std::size_t>(i)];
    };
    for (int i = 0; i < count; ++i) {
        const bool goesOn =
            i > 0 && face(i).isLine && face(i - 1).isLine && face(i).block == face(i - 1).block;
        made.runs.boxes.push_back(!face(i).isLine ? -1 : goesOn ? made.runs.boxes.back() : i);
    }
    for (int first = 0; first < count;) {
        int last = first;
        const QString name = runName(face(first).block);
        while (!name.isEmpty() && last + 1 < count && runName(face(last + 1).block) == name)
            ++last;
        addCaption(made, faces, first, last);
        first = last + 1;
    }
    // A block that is not folded has the shape of its last layer, as where it is folded.
    const auto shape = [&](int i) {
        const int box = made.runs.boxes[static_cast<std::size_t>(i)];
        int last = i;
        while (box >= 0 && last + 1 < count &&
               made.runs.boxes[static_cast<std::size_t>(last + 1)] == box)
            ++last;
        const RibbonFace &of = face(last);
        if (of.state == RibbonFace::State::Unknown)
            return QString();
        return of.state == RibbonFace::State::Waiting ? of.shapeWords : ribbonCaption(of);
    };
    for (int first = 0; first < count;) {
        const QString words = shape(first);
        int last = first;
        while (last + 1 < count && shape(last + 1) == words)
            ++last;
        if (!words.isEmpty()) {
            const qreal width = shapeTextWidth(convscope::font(FontRole::MonoCaption), words);
            made.runs.shapes.push_back({first, last, static_cast<int>(std::ceil(width)), {}});
        }
        first = last + 1;
    }
    return made;
}

} // namespace convscope
