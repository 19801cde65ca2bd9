// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/input_cell.h"

#include "input/luminance.h"
#include "input/resample.h"

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

/// Of pixel (row, column) of a picture as stored, for channel `channel` of `wanted`.
double stored(const Tensor &picture, std::int64_t row, std::int64_t column, std::int64_t channel,
              std::int64_t wanted)
{
    if (row < 0 || column < 0)
        return 0;
    const std::int64_t channels = picture.extent(-1);
    const float *pixel = picture.data() + (row * picture.extent(-2) + column) * channels;
    if (wanted == 1 && channels >= 3)
        return luminance(pixel);
    return double(pixel[channels == wanted ? channel : std::min(channel, channels - 1)]);
}

std::vector<ValueStep> stepsOf(double value, const std::vector<RangeStep> &line)
{
    std::vector<ValueStep> steps;
    for (const RangeStep &step : line) {
        switch (step.sign) {
        case '/':
            value /= step.operand;
            break;
        case '*':
            value *= step.operand;
            break;
        case '-':
            value -= step.operand;
            break;
        default:
            value += step.operand;
            break;
        }
        steps.push_back({step, value});
    }
    return steps;
}

AxisFit axisFit(std::int64_t have, std::int64_t frame, std::int64_t wanted, int axis, Fit fit,
                FitAnchor anchor)
{
    const std::int64_t offset = fitOffset(anchor, axis, have, frame);
    return {have, fit == Fit::Pad ? -offset : offset, frame, wanted};
}

} // namespace

PlaneFit planeFit(PlaneSize have, PlaneSize wanted, Fit fit, FitAnchor anchor)
{
    const PlaneSize frame = fitFrame(fit, have, wanted);
    return {axisFit(have.rows, frame.rows, wanted.rows, 0, fit, anchor),
            axisFit(have.columns, frame.columns, wanted.columns, 1, fit, anchor)};
}

AxisBlend blendOf(const AxisFit &axis, std::int64_t cell)
{
    const LineBlend blend = lineBlend(cell, axis.frame, axis.wanted);
    const auto inPicture = [&](std::int64_t at) {
        const std::int64_t spot = at + axis.offset;
        return spot < 0 || spot >= axis.have ? std::int64_t{-1} : spot;
    };
    return {double(blend.place) + double(axis.offset), inPicture(blend.first),
            inPicture(blend.second), blend.share};
}

std::int64_t cellFrom(const AxisFit &axis, double position)
{
    const double place = position - double(axis.offset);
    if (place < -0.5 || place >= double(axis.frame) - 0.5)
        return -1;
    const double cell = (place + 0.5) * double(axis.wanted) / double(axis.frame) - 0.5;
    return std::clamp<std::int64_t>(std::llround(cell), 0, axis.wanted - 1);
}

CellOrigin cellOrigin(const Input &read, const Input &ready, const PlaneFit &fit,
                      PictureRange range, std::int64_t row, std::int64_t column)
{
    CellOrigin origin{blendOf(fit.rows, row), blendOf(fit.columns, column), {}};
    const std::int64_t channels = ready.tensor.extent(-1);
    const float *cell = ready.tensor.data() + (row * ready.tensor.extent(-2) + column) * channels;
    for (std::int64_t c = 0; c < channels; ++c) {
        // Caffe reads blue first.
        const std::int64_t from = range == PictureRange::Caffe ? channels - 1 - c : c;
        CellChannel channel;
        const auto pixel = [&](std::int64_t r, std::int64_t k) {
            return stored(read.tensor, r, k, from, channels);
        };
        channel.pixels = {pixel(origin.row.first, origin.column.first),
                          pixel(origin.row.first, origin.column.second),
                          pixel(origin.row.second, origin.column.first),
                          pixel(origin.row.second, origin.column.second)};
        const auto &[a, b, d, e] = channel.pixels;
        const double across = double(origin.column.share);
        const double down = double(origin.row.share);
        const double upper = a + (b - a) * across;
        const double lower = d + (e - d) * across;
        channel.blended = upper + (lower - upper) * down;
        channel.steps = stepsOf(channel.blended, rangeLine(range, from, read.white));
        channel.value = double(cell[c]);
        origin.channels.push_back(std::move(channel));
    }
    return origin;
}

} // namespace convscope
