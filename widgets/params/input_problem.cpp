// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/input_problem.h"

#include "language/core_words.h"
#include "style/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace convscope {

namespace {

struct InputProblem
{
    Q_DECLARE_TR_FUNCTIONS(InputProblem)
};

bool isStated(const Shape &shape)
{
    return std::ranges::any_of(shape.dims(), [](const Dim &dim) { return dim.has_value(); });
}

/// Whether the channels of an input can be made those that are stated.
bool canFollow(const Input &input, const StatedInput &stated)
{
    const int rank = stated.shape.rank();
    if (rank < 3)
        return true;
    const Dim channels = stated.shape[channelAxis(stated.format, rank)];
    const std::int64_t have = input.tensor.extent(-1);
    const bool isColour =
        input.channelNames.size() == 3 && input.channelNames.front() == words("red");
    return !channels || have == *channels || have == 1 || (*channels == 1 && isColour);
}

} // namespace

Extents statedExtents(const ChosenInput &chosen)
{
    Extents have = chosen.read->tensor.extents();
    const StatedInput &stated = chosen.plan.stated;
    const int rank = stated.shape.rank();
    if (rank != static_cast<int>(have.size()) || rank < 3)
        return have;
    for (int axis = 1; axis + 1 < rank; ++axis) {
        const int at = stated.format == DataFormat::ChannelsLast ? axis : axis + 1;
        if (stated.shape[at])
            have[static_cast<std::size_t>(axis)] = *stated.shape[at];
    }
    return have;
}

Fit fitOf(const ChosenInput &chosen)
{
    return chosen.preparation.fit.value_or(Fit::Crop);
}

PictureRange rangeOf(const ChosenInput &chosen)
{
    PictureRange range = chosen.preparation.values == PictureRange::Auto
                             ? chosen.plan.automatic
                             : chosen.preparation.values;
    const bool isForColours = range == PictureRange::Caffe || range == PictureRange::Torch;
    if (isForColours && chosen.preparation.values == PictureRange::Auto && chosen.ready &&
        chosen.ready->tensor.extent(-1) != 3)
        range = PictureRange::ZeroToOne;
    return range;
}

bool isAnyShorter(const Extents &have, const Extents &wanted)
{
    const std::size_t end = have.size() >= 4 ? have.size() - 3 : have.size() - 1;
    for (std::size_t axis = 1; axis < end; ++axis) {
        if (have[axis] < wanted[axis])
            return true;
    }
    return false;
}

QString shortInputProblem(const ChosenInput &chosen)
{
    if (!chosen.read || chosen.read->tensor.isNull() || !isStated(chosen.plan.stated.shape))
        return InputProblem::tr("cannot be read");
    return InputProblem::tr("not %1").arg(tightShapeText(chosen.plan.stated.shape));
}

QString inputProblem(const ChosenInput &chosen, const Words &bound)
{
    if (!chosen.problem)
        return {};
    const Error &error = *chosen.problem;
    const bool isOfShapes = chosen.read && !chosen.read->tensor.isNull() &&
                            (error.rule == "E11" || error.rule == "input") &&
                            error.argument == "input";
    if (!isOfShapes)
        return localized(error);
    const Extents have = chosen.read->tensor.extents();
    const Extents wanted = statedExtents(chosen);
    const QString both = InputProblem::tr("%1 has the shape %2, the model states %3.")
                             .arg(localized(chosen.read->title), qt(Shape(have).toString()),
                                  qt(chosen.plan.stated.shape.toString()));
    if (!canFollow(*chosen.read, chosen.plan.stated) || wanted == have ||
        chosen.plan.stated.shape.rank() != static_cast<int>(have.size()))
        return both + u' ' +
               InputProblem::tr(
                   "Its channels or axes cannot be made of these: grey is repeated, and "
                   "colour becomes grey, nothing else.");
    QString why = both;
    if (fitOf(chosen) == Fit::Crop && isAnyShorter(have, wanted))
        why += u' ' + InputProblem::tr("It is too small to be cropped: resize or pad it.");
    else if (fitOf(chosen) == Fit::Pad && isAnyShorter(wanted, have))
        why += u' ' + InputProblem::tr("It is too large to be padded: resize or crop it.");
    else if (!bound.isEmpty())
        why += u' ' +
               InputProblem::tr("Weights that are stored depend on it: resize, crop or pad it.");
    else
        why += u' ' + InputProblem::tr("Resize, crop or pad it, or let the model take its size.");
    return why;
}

} // namespace convscope
