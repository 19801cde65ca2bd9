// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/failure_section.h"

#include "testing/data_uri.h"
#include "testing/difference.h"
#include "testing/markup.h"
#include "visual/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace convscope {

namespace {

constexpr std::int64_t kMostPixels = 360;

/// A word of a shell as it is, or in quotes.
std::string shellWord(const std::string &text)
{
    const bool isPlain =
        !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
            return std::isalnum(c) != 0 ||
                   std::string_view("/._-+=:,").find(static_cast<char>(c)) !=
                       std::string_view::npos;
        });
    if (isPlain)
        return text;
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + '\'';
}

/// A map as tensors hold it; of the difference too.
Plane planeOf(const Tensor &tensor, const TensorDifference &d)
{
    return mapPlane(tensor, d.format, d.batch, d.channel, d.position);
}

/// How large a plane is drawn: small ones by whole cells.
std::pair<std::int64_t, std::int64_t> drawnSize(const Plane &plane)
{
    const std::int64_t longest = std::max(plane.rows, plane.columns);
    if (longest > kMostPixels) {
        const auto scaled = [&](std::int64_t n) {
            return std::max<std::int64_t>(n * kMostPixels / longest, 1);
        };
        return {plane.rows == 1 ? 24 : scaled(plane.rows), scaled(plane.columns)};
    }
    const std::int64_t cell = std::clamp<std::int64_t>(kMostPixels / longest, 1, 32);
    return {std::max<std::int64_t>(plane.rows * cell, plane.rows == 1 ? 24 : 1),
            plane.columns * cell};
}

std::string figure(const char *title, const Tensor &tensor, const TensorDifference &d, float range)
{
    const Plane plane = contiguous(planeOf(tensor, d));
    if (plane.isEmpty())
        return {};
    const auto [rows, columns] = drawnSize(plane);
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(rows * columns));
    renderScaled(plane, {-range, range}, *findColormap("vik"), false, rows, columns, pixels);
    Picture picture{rows, columns, 3, {}};
    for (const std::uint32_t pixel : pixels) {
        for (const int shift : {16, 8, 0})
            picture.bytes.push_back(static_cast<std::uint8_t>(pixel >> shift));
    }
    const auto uri = dataUri(picture);
    if (!uri)
        return {};
    const double left = static_cast<double>(d.column) / static_cast<double>(plane.columns) * 100;
    const double top = static_cast<double>(d.row) / static_cast<double>(plane.rows) * 100;
    const double cellWidth = 100.0 / static_cast<double>(plane.columns);
    const double cellHeight = 100.0 / static_cast<double>(plane.rows);
    return fmt::format(
        "<figure><figcaption>{0}</figcaption><div class=\"map\"><img alt=\"{0}\" width=\"{1}\" "
        "height=\"{2}\" src=\"{3}\"><i style=\"left:{4:.3f}%;top:{5:.3f}%;width:max(9px,{6:.3f}%);"
        "height:max(9px,{7:.3f}%)\"></i></div></figure>\n",
        title, columns, rows, *uri, left, top, cellWidth, cellHeight);
}

/// The cells around the worst one, at most 5 × 5.
std::string numbers(const char *title, const Tensor &tensor, const TensorDifference &d)
{
    const Plane plane = planeOf(tensor, d);
    const auto from = [](std::int64_t at, std::int64_t count) {
        return std::clamp<std::int64_t>(at - 2, 0, std::max<std::int64_t>(count - 5, 0));
    };
    const std::int64_t row0 = from(d.row, plane.rows);
    const std::int64_t column0 = from(d.column, plane.columns);
    const std::int64_t rowEnd = std::min(row0 + 5, plane.rows);
    const std::int64_t columnEnd = std::min(column0 + 5, plane.columns);
    std::string table =
        fmt::format("<table class=\"cells\"><caption>{}</caption><tr><th></th>", title);
    for (std::int64_t column = column0; column < columnEnd; ++column)
        table += fmt::format("<th>{}</th>", column);
    table += "</tr>\n";
    for (std::int64_t row = row0; row < rowEnd; ++row) {
        table += fmt::format("<tr><th>{}</th>", row);
        for (std::int64_t column = column0; column < columnEnd; ++column)
            table += fmt::format("<td{}>{:.4g}</td>",
                                 row == d.row && column == d.column ? " class=\"worst\"" : "",
                                 plane.at(row, column));
        table += "</tr>\n";
    }
    return table + "</table>\n";
}

std::string comparison(const ComparedTensor &compared, const TensorDifference &d)
{
    if (!d.isComparable)
        return fmt::format("<p>Expected shape {}, computed {}.</p>\n",
                           toString(compared.expected.extents()),
                           toString(compared.computed.extents()));
    if (d.difference.isNull())
        return {};
    double range = 0;
    for (const Tensor *tensor : {&compared.expected, &compared.computed, &d.difference}) {
        const Plane plane = contiguous(planeOf(*tensor, d));
        if (!plane.isEmpty())
            range = std::max(
                range, largestMagnitude({plane.tensor.data() + plane.offset,
                                         static_cast<std::size_t>(plane.rows * plane.columns)}));
    }
    const auto shown = static_cast<float>(range > 0 ? range : 1);
    std::string text = "<div class=\"row\">\n";
    text += figure("Expected", compared.expected, d, shown);
    text += figure("Computed", compared.computed, d, shown);
    text += figure("Difference: computed − expected", d.difference, d, shown);
    text += fmt::format("</div>\n<p class=\"scale\">Map {}{}; colours (vik) from {:.5g} to {:.5g}, "
                        "zero in the middle; the frame is the worst cell {}.</p>\n",
                        d.channel,
                        compared.expected.rank() == 5 ? fmt::format(", slice {}", d.position) : "",
                        -shown, shown, toString(d.worst));
    text += "<div class=\"row\">\n" + numbers("Expected", compared.expected, d) +
            numbers("Computed", compared.computed, d) + numbers("Difference", d.difference, d) +
            "</div>\n";
    text += fmt::format(
        "<table class=\"facts\"><tr><th>largest |Δ|</th><td>{:.6g}</td><th>mean |Δ|</th>"
        "<td>{:.6g}</td><th>relative</th><td>{:.3g}</td><th>cells outside</th><td>{:.3g} % of "
        "{}</td><th>tolerance</th><td>{:.3g} + {:.3g} · {}</td></tr></table>\n",
        d.largest, d.mean, d.relative,
        100.0 * static_cast<double>(d.outside) / static_cast<double>(d.count), d.count,
        compared.tolerance.absolute, compared.tolerance.relative,
        compared.tolerance.elementwise ? "|expected|" : "max |expected|");
    return text;
}

} // namespace

std::string failureSection(const CaseResult &result, const CaseDetail &detail,
                           const std::string &options)
{
    std::string text =
        fmt::format("<section>\n<h3 class=\"failed\">{}</h3>\n<p>{}</p>\n",
                    escapedMarkup(result.name), escapedMarkup(result.message.text()));
    for (const Finding &finding : result.findings)
        text += fmt::format("<p class=\"finding\"><b>{}</b> {}</p>\n", finding.kind,
                            escapedMarkup(finding.message.text()));
    if (const ComparedTensor *compared = detail.shown();
        compared != nullptr && !compared->comparison.matches)
        text += comparison(*compared, differenceOf(*compared, formatOf(*compared, detail.stages)));
    text += fmt::format(
        "<details><summary>Config</summary><pre>{}</pre></details>\n<pre class=\"command\">"
        "convscope test {} --filter {}{}</pre>\n</section>\n",
        escapedMarkup(result.config), escapedMarkup(shellWord(result.file)),
        escapedMarkup(shellWord(result.name)), escapedMarkup(options));
    return text;
}

} // namespace convscope
