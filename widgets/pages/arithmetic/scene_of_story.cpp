// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "explaining/mapping_words.h"
#include "explaining/printed_numbers.h"
#include "language/core_words.h"
#include "pages/arithmetic/cell_story.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

// The picture of input, kernel and output.

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SceneWords
{
    Q_DECLARE_TR_FUNCTIONS(convscope::ArithmeticPicture)
};

/// No window has room for more.
constexpr std::int64_t kMostListed = 40;

QString trueMinus(std::int64_t number)
{
    return number < 0 ? u"−%1"_s.arg(-number) : QString::number(number);
}

/// "2·74 + k − 1", "(74 − k + 1) ÷ 2".
QString expressionOf(const AxisMap &map, std::int64_t o)
{
    QString text = map.step == 1 ? QString::number(o) : u"%1·%2"_s.arg(map.step).arg(o);
    if (map.taps > 1) {
        const std::int64_t size = std::abs(map.tapStep);
        text += map.tapStep < 0 ? u" − "_s : u" + "_s;
        text += size == 1 ? u"k"_s : u"%1·k"_s.arg(size);
    }
    if (map.offset != 0)
        text += (map.offset > 0 ? u" − %1"_s : u" + %1"_s).arg(std::abs(map.offset));
    if (map.divisor != 1)
        text = (map.floors ? u"⌊%1 ÷ %2⌋"_s : u"%1 ÷ %2"_s)
                   .arg(text.contains(u' ') ? u'(' + text + u')' : text)
                   .arg(map.divisor);
    return text;
}

/// The cell lies between input cells, which the window of the maps holds.
bool isInterpolated(const CellStory &story)
{
    const int at = story.stage();
    if (at < 0)
        return false;
    const Stage &stage = story.told->stages[static_cast<std::size_t>(at)];
    return stage.reduce == Reduce::Interpolate && stage.taps.size() == story.axes.size() &&
           std::equal(stage.taps.begin(), stage.taps.end(), story.axes.begin(),
                      [](std::int64_t taps, const AxisMap &map) { return taps == map.taps; });
}

/// The cell that an interpolation reads for a tap beside the input: the last one there is. Nothing
/// where such taps are left out.
std::optional<std::int64_t> cellAtEdge(const CellStory &story, std::size_t axis, std::int64_t k)
{
    const int at = story.stage();
    if (at < 0)
        return std::nullopt;
    const Stage &stage = story.told->stages[static_cast<std::size_t>(at)];
    const Extents &taps = stage.taps;
    if (!isInterpolated(story))
        return std::nullopt;
    std::int64_t tap = k;
    for (std::size_t i = axis + 1; i < taps.size(); ++i)
        tap *= taps[i];
    const auto term = std::find_if(stage.terms.begin(), stage.terms.end(),
                                   [tap](const Term &one) { return one.tap == tap; });
    if (term == stage.terms.end() || term->source < 0)
        return std::nullopt;
    Extents place = story.told->place(*term);
    place.erase(place.begin());
    return cellOf(place, story.operands->inputFormats.front())[axis];
}

RulePart partOf(const CellStory &story, const AxisMap &map, std::size_t axis, std::int64_t o,
                std::int64_t k)
{
    const auto index = touchedIndex(map, o, k);
    if (!index) {
        if (!isInterpolated(story))
            return {u"–"_s, true};
        const auto edge = cellAtEdge(story, axis, k);
        const std::int64_t position = o * map.step + k * map.tapStep - map.offset;
        const std::int64_t beside =
            position < 0 ? -((map.divisor - 1 - position) / map.divisor) : position / map.divisor;
        return {edge ? u"%1 → %2"_s.arg(trueMinus(beside)).arg(*edge)
                     : SceneWords::tr("%1 left out").arg(trueMinus(beside)),
                true};
    }
    if (*index < 0 || *index >= map.input)
        return {SceneWords::tr("%1 pad").arg(trueMinus(*index)), true};
    return {QString::number(*index), false};
}

QString paddingNote(const AxisMap &map, int axis, int rank)
{
    const std::int64_t before = map.padBefore();
    const std::int64_t after = map.padAfter();
    if (before == 0 && after == 0)
        return {};
    QString note;
    if (axis == rank - 1 && rank > 1)
        note = SceneWords::tr("zeros added: %1 left, %2 right");
    else if (axis == rank - 2)
        note = SceneWords::tr("zeros added: %1 above, %2 below");
    else
        note = SceneWords::tr("zeros added: %1 before, %2 after");
    note = note.arg(before).arg(after);
    if (after == before + 1)
        note += SceneWords::tr("; the odd one goes last");
    return note;
}

std::vector<RuleLine> rulesOf(const CellStory &story, const std::vector<AxisMap> &axes,
                              const Extents &cell)
{
    std::vector<RuleLine> rules;
    const auto rank = static_cast<int>(axes.size());
    for (int axis = 0; axis < rank; ++axis) {
        const AxisMap &map = axes[static_cast<std::size_t>(axis)];
        const std::int64_t o = cell[static_cast<std::size_t>(axis)];
        const auto part = [&](std::int64_t k) {
            return partOf(story, map, static_cast<std::size_t>(axis), o, k);
        };
        RuleLine rule;
        rule.axis = localizedTerm(axisName(axis, rank));
        rule.expression = expressionOf(map, o);
        if (map.taps <= kMostListed) {
            for (std::int64_t k = 0; k < map.taps; ++k)
                rule.cells.push_back(part(k));
        } else {
            rule.cells = {part(0), part(1), {u"…"_s, false}, part(map.taps - 1)};
        }
        rule.note = paddingNote(map, axis, rank);
        rules.push_back(std::move(rule));
    }
    return rules;
}

/// "[:, :, 20, 27]"; of a volume the tap along the first axis stands there.
QString sliceText(const KernelSlice &slice, std::int64_t depth)
{
    QStringList parts;
    const std::size_t spatial = slice.taps.size();
    for (std::size_t i = 0; i < spatial; ++i)
        parts << (i == 0 && spatial == 3 ? QString::number(depth) : u":"_s);
    for (std::size_t i = spatial; i < slice.first.size(); ++i)
        parts << QString::number(slice.first[i]);
    return u'[' + parts.join(u", "_s) + u']';
}

void addKernel(const CellStory &story, ArithmeticScene &scene)
{
    const std::int64_t output = story.isSeparable() ? story.choice.channel : story.cell.back();
    const auto slice = kernelSlice(*story.operands, story.inputChannel(), output);
    if (!slice)
        return;
    scene.middle = story.isSeparable() ? ArithmeticMiddle::Stages : ArithmeticMiddle::Kernel;
    scene.kernel = slice->values;
    scene.kernelColumns = static_cast<int>(slice->taps.back());
    if (slice->taps.size() == 3) {
        const std::int64_t plane = slice->taps[1] * slice->taps[2];
        const auto first = slice->values.begin() + story.choice.depth * plane;
        scene.kernel.assign(first, first + plane);
    }
    scene.kernelTitle =
        story.isSeparable() ? SceneWords::tr("Depthwise") : SceneWords::tr("Kernel");
    scene.kernelNote = sliceText(*slice, story.choice.depth);
    scene.words =
        SceneWords::tr("A frame colour names a kernel position. Point at any cell to follow it "
                       "through all three grids.");
    if (!story.isTransposed())
        return;
    scene.words =
        story.choice.scatterFrom
            ? SceneWords::tr("One input cell times every weight, added into these output cells.")
            : SceneWords::tr("The input cells that reach this output cell. Pale weights meet "
                             "none.");
}

/// The weights of an interpolation, which belong to the cell alone, in the kernel's place.
void addInterpolation(const CellStory &story, ArithmeticScene &scene)
{
    // A volume's would be several planes.
    if (!isInterpolated(story) || story.axes.size() > 2)
        return;
    const Stage &stage = story.told->stages[static_cast<std::size_t>(story.stage())];
    std::int64_t count = 1;
    for (const std::int64_t taps : stage.taps)
        count *= taps;
    scene.middle = ArithmeticMiddle::Kernel;
    scene.kernel.assign(static_cast<std::size_t>(count), 0);
    for (const Term &term : stage.terms) {
        if (term.tap >= 0 && term.tap < count)
            scene.kernel[static_cast<std::size_t>(term.tap)] += static_cast<float>(term.weight);
    }
    scene.kernelColumns = static_cast<int>(stage.taps.back());
    scene.kernelTitle = SceneWords::tr("Weights");
    scene.kernelNote = SceneWords::tr("of this cell");
}

void addSecondStage(const CellStory &story, ArithmeticScene &scene)
{
    if (!story.isSeparable() || story.told == nullptr)
        return;
    const auto between = static_cast<std::size_t>(story.channels().count);
    if (story.told->stages.size() <= between)
        return;
    for (const Term &term : story.told->stages[between].terms) {
        if (term.channel != story.choice.channel)
            continue;
        SecondStage second;
        second.title = SceneWords::tr("Pointwise");
        // Four decimals as in the tiles.
        for (const double number : {term.value, term.weight, term.product}) {
            QString text = QString::number(number, 'f', 4);
            text.replace(u'-', QChar(0x2212));
            second.numbers << text;
        }
        second.sign = productSign(second.numbers[0], second.numbers[1], second.numbers[2]);
        scene.second = second;
        return;
    }
}

/// Where a term's cell lies along the axes shown.
Touch placeOf(const CellStory &story, const Term &term)
{
    Extents place = story.told->place(term);
    if (place.size() < 2)
        return {};
    place.erase(place.begin());
    const auto input = static_cast<std::size_t>(std::max(term.input, 0));
    const Extents cell = cellOf(place, story.operands->inputFormats[input]);
    const auto shown = story.shown(cell);
    return {shown.size() > 1 ? shown.front() : 0, shown.back(), 0};
}

bool followsMaps(const CellStory &story)
{
    switch (story.arithmetic.rule) {
    case Arithmetic::Rule::Sum:
    case Arithmetic::Rule::Separable:
    case Arithmetic::Rule::Max:
    case Arithmetic::Rule::Mean:
    case Arithmetic::Rule::Copy:
        return true;
    default:
        return false;
    }
}

std::vector<Touch> mapTouches(const std::vector<AxisMap> &axes,
                              const std::vector<std::int64_t> &cell)
{
    std::vector<Touch> touches;
    const AxisMap oneRow;
    const AxisMap &rows = axes.size() > 1 ? axes.front() : oneRow;
    const AxisMap &columns = axes.back();
    const std::int64_t row = axes.size() > 1 ? cell.front() : 0;
    for (std::int64_t kr = 0; kr < rows.taps; ++kr) {
        const auto r = touchedIndex(rows, row, kr);
        for (std::int64_t kc = 0; r && kc < columns.taps; ++kc) {
            if (const auto c = touchedIndex(columns, cell.back(), kc))
                touches.push_back({*r, *c, static_cast<int>(kr * columns.taps + kc)});
        }
    }
    return touches;
}

void addTouches(const CellStory &story, ArithmeticScene &scene)
{
    if (followsMaps(story) || story.told == nullptr) {
        scene.touches = mapTouches(scene.axes, scene.cell);
        return;
    }
    for (const Term &term : story.terms()) {
        if (term.source < 0 || term.input != story.choice.input)
            continue;
        Touch touch = placeOf(story, term);
        touch.tap = static_cast<int>(term.tap);
        // Both neighbours are one cell at an edge: it is touched twice.
        if (std::find(scene.touches.begin(), scene.touches.end(), touch) == scene.touches.end())
            scene.touches.push_back(touch);
    }
}

Plane inputPlane(const CellStory &story)
{
    const LayerOperands &operands = *story.operands;
    const auto which = static_cast<std::size_t>(story.choice.input);
    const Tensor &input = operands.inputs[which];
    std::int64_t slice = 0;
    if (story.axes.size() > 2) {
        const auto index = touchedIndex(story.axes.front(), story.cell.front(), story.choice.depth);
        if (!index || *index < 0 || *index >= story.axes.front().input)
            return {};
        slice = *index;
    }
    const bool hasFormat = operands.layer.type().dataFormat && !operands.layer.isBypassed();
    const DataFormat format = hasFormat ? dataFormat(operands.layer) : operands.inputFormats[which];
    return mapPlane(input, format, story.batch, story.inputChannel(), slice);
}

void addTitles(const CellStory &story, ArithmeticScene &scene)
{
    const LayerOperands &operands = *story.operands;
    const auto which = static_cast<std::size_t>(story.choice.input);
    const ChannelRange range = story.channels();
    scene.inputTitle = SceneWords::tr("Input");
    if (range.count > 1) {
        scene.inputTitle = story.isSeparable() ? SceneWords::tr("Input for channel")
                                               : SceneWords::tr("Input channel");
        const std::int64_t last = range.first + range.count - 1;
        scene.inputNote = range.first == 0 ? SceneWords::tr("of %1").arg(range.count)
                                           : SceneWords::tr("%1 to %2").arg(range.first).arg(last);
    } else {
        scene.inputNote = operands.inputs.size() > 1
                              ? QString::fromStdString(operands.inputNames[which])
                              : SceneWords::tr("map %1").arg(story.inputChannel());
    }
    if (story.axes.size() > 2) {
        const auto index = touchedIndex(story.axes.front(), story.cell.front(), story.choice.depth);
        if (index) {
            const bool isOutside = *index < 0 || *index >= story.axes.front().input;
            scene.inputNote +=
                (isOutside ? SceneWords::tr(" · slice %1, padding") : SceneWords::tr(" · slice %1"))
                    .arg(trueMinus(*index));
        }
    }
    scene.outputTitle = SceneWords::tr("Output");
    scene.outputNote = SceneWords::tr("map %1 of %2")
                           .arg(story.cell.back())
                           .arg(channelCount(operands.output, operands.outputFormat));
    if (story.axes.size() > 2)
        scene.outputNote += SceneWords::tr(" · slice %1").arg(story.cell.front());
}

} // namespace

ArithmeticScene sceneOf(const CellStory &story)
{
    ArithmeticScene scene;
    if (story.axes.empty())
        return scene;
    const LayerOperands &operands = *story.operands;
    scene.axes = story.shownAxes();
    scene.pinned = story.shown(story.pinned);
    scene.cell = story.shown(story.cell);
    scene.input = inputPlane(story);
    scene.output = mapPlane(operands.output, operands.outputFormat, story.batch, story.cell.back(),
                            story.axes.size() > 2 ? story.cell.front() : 0);
    scene.addsZeros = story.arithmetic.rule != Arithmetic::Rule::Max &&
                      story.arithmetic.rule != Arithmetic::Rule::Mean;
    addTitles(story, scene);
    addKernel(story, scene);
    addInterpolation(story, scene);
    const bool hasMaps = operands.layer.type().axes && !operands.layer.isBypassed();
    if (scene.words.isEmpty() && story.told != nullptr && story.stage() >= 0)
        scene.words = mappingWords(operands, *story.told,
                                   story.told->stages[static_cast<std::size_t>(story.stage())]);
    if (hasMaps) {
        scene.rules = rulesOf(story, story.axes, story.cell);
        for (RuleLine &rule : scene.rules) {
            // A pooling passes over what lies outside.
            if (!scene.addsZeros)
                rule.note.clear();
        }
    }
    if (story.choice.scatterFrom) {
        scene.isScatter = true;
        for (AxisMap &map : scene.axes)
            map = scatterMap(map);
        scene.cell = *story.choice.scatterFrom;
        scene.pinned = scene.cell;
        scene.touches = mapTouches(scene.axes, scene.cell);
        scene.rules = rulesOf(story, scene.axes, scene.cell);
        for (RuleLine &rule : scene.rules)
            rule.note.clear();
        return scene;
    }
    addTouches(story, scene);
    addSecondStage(story, scene);
    const bool isRanked = story.arithmetic.rule == Arithmetic::Rule::Max ||
                          story.arithmetic.rule == Arithmetic::Rule::Min;
    if (isRanked && story.told != nullptr) {
        const Stage &stage = story.told->stages[static_cast<std::size_t>(story.stage())];
        if (stage.winner) {
            const int tap = story.shownTap(stage.terms[*stage.winner]);
            if (tap >= 0)
                scene.winner = tap;
        }
    }
    return scene;
}

} // namespace convscope
