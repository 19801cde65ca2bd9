// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/explore/formula_picture.h"

#include "explain/kernel_slice.h"
#include "explaining/explanation_words.h"
#include "explaining/mapping_words.h"
#include "style/numbers.h"
#include "style/tokens.h"
#include "visual/colormap.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(convscope::FormulaPicture)
};

constexpr std::size_t kMostRows = 4;
constexpr std::size_t kLargestRows = 3;
/// As many as there are colours.
constexpr std::size_t kMostStems = 6;

/// One channel of the sum: its terms and what they come to.
struct Part
{
    std::int64_t channel = 0;
    const Stage *stage = nullptr;
    std::size_t first = 0;
    std::size_t count = 0;
    double sum = 0;
};

std::vector<Part> partsOf(const Explanation &told, bool isSeparable)
{
    std::vector<Part> parts;
    if (isSeparable) {
        // One stage per channel, and one that puts them together.
        for (const Stage &stage : told.stages) {
            if (stage.name != "pointwise")
                continue;
            for (const Term &term : stage.terms) {
                if (term.stage < 0)
                    continue;
                const Stage &channel = told.stages[static_cast<std::size_t>(term.stage)];
                parts.push_back({term.channel, &channel, 0, channel.terms.size(), term.product});
            }
        }
        return parts;
    }
    const Stage &stage = told.stages.front();
    if (stage.reduce != Reduce::Sum)
        return parts;
    for (const ChannelSum &channel : stage.channels)
        parts.push_back({channel.channel, &stage, channel.first, channel.count, channel.sum});
    return parts;
}

QRgb shadeOf(const Colormap &map, double value, double low, double high)
{
    const double share = high > low ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0;
    return map.colours[static_cast<std::size_t>(std::isfinite(share) ? share * 255 + 0.5 : 0)];
}

/// Values or weights of some terms as they lie in the window; of a volume its middle slice.
QImage windowImage(const Stage &stage, std::span<const Term> terms, bool isWeight, double low,
                   double high)
{
    const Extents &taps = stage.taps;
    const auto columns = static_cast<int>(taps.empty() ? 1 : taps.back());
    const auto rows = static_cast<int>(taps.size() > 1 ? taps[taps.size() - 2] : 1);
    const std::int64_t plane = std::int64_t{rows} * columns;
    const std::int64_t depth = taps.size() > 2 ? taps.front() / 2 : 0;
    QImage image(columns, rows, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(tokens().track);
    const char *name = isWeight || low < 0 ? (tokens().isDark ? "berlin" : "vik") : "gray";
    const Colormap &map = *findColormap(name);
    for (const Term &term : terms) {
        if (term.tap / plane != depth)
            continue;
        const auto at = static_cast<int>(term.tap % plane);
        image.setPixel(at % columns, at / columns,
                       shadeOf(map, isWeight ? term.weight : term.value, low, high));
    }
    return image;
}

struct Limits
{
    double low = 0;
    double high = 0;

    void take(double value)
    {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    /// Around 0 where there are both signs.
    void balance()
    {
        if (low < 0) {
            high = std::max(high, -low);
            low = -high;
        }
    }
};

QString labelOf(std::int64_t channel, std::span<const std::string> names)
{
    if (channel >= static_cast<std::int64_t>(names.size()))
        return QString::number(channel);
    const QString name = QString::fromStdString(names[static_cast<std::size_t>(channel)]);
    return name.size() <= 2 ? name : name.left(1).toUpper();
}

std::vector<FormulaPicture::Row> rowsOf(std::vector<Part> parts, std::span<const std::string> names,
                                        const SumFormat &format)
{
    std::vector<FormulaPicture::Row> rows;
    double others = 0;
    std::size_t left = 0;
    if (parts.size() > kMostRows) {
        std::stable_sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) {
            return std::abs(a.sum) > std::abs(b.sum);
        });
        for (std::size_t i = kLargestRows; i < parts.size(); ++i)
            others += parts[i].sum;
        left = parts.size() - kLargestRows;
        parts.resize(kLargestRows);
    }
    // One scale for all patches, one for all kernels.
    Limits values;
    Limits weights;
    for (const Part &part : parts) {
        for (std::size_t i = part.first; i < part.first + part.count; ++i) {
            values.take(part.stage->terms[i].value);
            weights.take(part.stage->terms[i].weight);
        }
    }
    values.balance();
    const double most = std::max(weights.high, -weights.low);
    for (const Part &part : parts) {
        const std::span<const Term> terms(part.stage->terms.data() + part.first, part.count);
        FormulaPicture::Row row;
        row.label = labelOf(part.channel, names);
        row.patch = windowImage(*part.stage, terms, false, values.low, values.high);
        if (part.stage->isWeighted)
            row.kernel = windowImage(*part.stage, terms, true, -most, most);
        row.sum = format.signedText(part.sum);
        rows.push_back(std::move(row));
    }
    if (left > 0)
        rows.push_back({Say::tr("%1 others").arg(left), {}, {}, format.signedText(others)});
    return rows;
}

/// A row for each term of an interpolation, which has few, and none of them a channel.
std::vector<FormulaPicture::Row> termRows(const Stage &stage)
{
    std::vector<double> products;
    for (const Term &term : stage.terms)
        products.push_back(term.product);
    const SumFormat format(products, 5);
    std::vector<FormulaPicture::Row> rows;
    for (const Term &term : stage.terms)
        rows.push_back({u"%1 × %2"_s.arg(valueText(term.value), valueText(term.weight)),
                        {},
                        {},
                        format.signedText(term.product)});
    return rows;
}

/// The kernel of a sequence as stems, of as many channels as have colours.
void addStems(std::span<const Part> parts, FormulaPicture &picture)
{
    const Stage &stage = *parts.front().stage;
    if (stage.taps.size() != 1 || stage.taps.front() < 2 || !stage.isWeighted)
        return;
    // The stems show the kernel; the rows keep their room for the patches.
    for (FormulaPicture::Row &row : picture.rows)
        row.kernel = {};
    const std::size_t shown = std::min(parts.size(), kMostStems);
    for (std::size_t i = 0; i < shown; ++i) {
        std::vector<float> line(static_cast<std::size_t>(stage.taps.front()), 0);
        for (std::size_t at = parts[i].first; at < parts[i].first + parts[i].count; ++at) {
            const Term &term = parts[i].stage->terms[at];
            line[static_cast<std::size_t>(term.tap)] = static_cast<float>(term.weight);
        }
        picture.stems.push_back(std::move(line));
    }
    picture.stemWords =
        shown < parts.size()
            ? Say::tr("kernel, %1 of %2 channels").arg(shown).arg(parts.size())
            : Say::tr("kernel, %1 taps × %2 channels").arg(stage.taps.front()).arg(shown);
}

} // namespace

FormulaPicture formulaPicture(const LayerOperands &operands, const Explanation &told,
                              std::span<const std::string> channelNames)
{
    FormulaPicture picture;
    picture.title = Say::tr("Why %1?").arg(valueText(static_cast<double>(told.value), 5));
    picture.place = QString::fromStdString(told.layer) + u' ' +
                    cellIndexText(tensorIndex(told.cell, operands.outputFormat));
    if (told.stages.empty())
        return picture;
    const bool isSeparable = layerArithmetic(operands).rule == Arithmetic::Rule::Separable;
    const std::vector<Part> parts = partsOf(told, isSeparable);
    // The stage that the channels are put together in.
    const Stage *last = &told.stages.front();
    if (isSeparable || parts.empty()) {
        for (const Stage &stage : told.stages)
            last = &stage;
    }
    std::vector<double> numbers{told.recomputed, last->result};
    double sum = 0;
    for (const Part &part : parts) {
        numbers.push_back(part.sum);
        sum += part.sum;
    }
    numbers.push_back(sum);
    if (last->bias)
        numbers.push_back(*last->bias);
    const SumFormat format(numbers, 6);
    if (!parts.empty() && !last->normalization) {
        picture.rows = rowsOf(parts, channelNames, format);
        addStems(parts, picture);
        picture.sums.push_back(
            {parts.size() > 1 ? Say::tr("sum of channels") : Say::tr("sum of products"),
             {},
             format.signedText(sum),
             false,
             false});
    } else {
        if (last->taps.size() > 0 && last->reduce != Reduce::Line && last->terms.size() > 1 &&
            last->omittedCount == 0 && told.stages.size() == 1) {
            if (last->reduce == Reduce::Interpolate && last->terms.size() <= kMostRows) {
                picture.rows = termRows(*last);
            } else {
                Limits values;
                for (const Term &term : last->terms)
                    values.take(term.value);
                values.balance();
                picture.rows.push_back(
                    {{},
                     windowImage(*last, last->terms, false, values.low, values.high),
                     {},
                     format.signedText(last->result)});
                picture.rows.push_back({mappingWords(operands, told, *last), {}, {}, QString()});
            }
        } else {
            picture.words = mappingWords(operands, told, *last);
        }
    }
    if (last->bias)
        picture.sums.push_back({last->normalization ? Say::tr("shift") : Say::tr("bias"),
                                {},
                                format.signedText(*last->bias),
                                false,
                                false});
    std::vector<double> added{sum};
    if (last->bias)
        added.push_back(*last->bias);
    const bool adds = parts.empty() || format.addsUp(added, last->result);
    if (told.activation)
        picture.sums.push_back(
            {QString::fromStdString(told.activation->name),
             {},
             (adds ? QString() : u"≈ "_s) + activationText(*told.activation, format),
             false,
             true});
    SumRow result;
    result.label = Say::tr("value");
    const bool isSame = format.isSame(told.recomputed, static_cast<double>(told.value));
    result.note = isSame ? QString() : Say::tr("the map has %1").arg(allDigits(told.value));
    result.value = (told.activation || adds ? QString() : u"≈ "_s) + format.text(told.recomputed);
    result.isResult = true;
    result.hasRule = !told.activation;
    picture.sums.push_back(result);
    if (!parts.empty()) {
        picture.brief = format.text(sum);
        if (last->bias)
            picture.brief +=
                (*last->bias < 0 ? u" − "_s : u" + "_s) + format.text(std::abs(*last->bias));
        if (told.activation)
            picture.brief += u", "_s + QString::fromStdString(told.activation->name);
    } else {
        picture.brief = mappingWords(operands, told, *last);
    }
    return picture;
}

} // namespace convscope
