// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/input_words.h"

#include "language/core_words.h"
#include "params/input_choices.h"
#include "params/input_problem.h"
#include "run/input_for_model.h"
#include "style/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

struct InputWords
{
    Q_DECLARE_TR_FUNCTIONS(InputWords)
};

constexpr int kPictureSide = 128;

/// The picture as it was read, its first slice, small.
QImage pictureOf(const Input &read)
{
    const Tensor &tensor = read.tensor;
    if (tensor.isNull() || tensor.rank() < 4 || tensor.size() == 0)
        return {};
    const int rank = tensor.rank();
    const std::int64_t rows = tensor.extent(rank - 3);
    const std::int64_t columns = tensor.extent(rank - 2);
    const std::int64_t channels = tensor.extent(rank - 1);
    const double scale = std::min(1.0, double(kPictureSide) / double(std::max(rows, columns)));
    const int height = std::max(1, static_cast<int>(double(rows) * scale));
    const int width = std::max(1, static_cast<int>(double(columns) * scale));
    float low = 0;
    float high = static_cast<float>(read.white);
    if (read.white <= 0) {
        const auto values = tensor.values();
        const auto [least, most] = std::ranges::minmax_element(values);
        low = *least;
        high = *most > low ? *most : low + 1;
    }
    QImage picture(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        const std::int64_t row = std::min(rows - 1, std::int64_t(double(y) / scale));
        for (int x = 0; x < width; ++x) {
            const std::int64_t column = std::min(columns - 1, std::int64_t(double(x) / scale));
            const float *pixel = tensor.data() + (row * columns + column) * channels;
            const auto level = [&](std::int64_t channel) {
                const float share = (pixel[channel < channels ? channel : 0] - low) / (high - low);
                return std::isfinite(share)
                           ? std::clamp(static_cast<int>(share * 255 + 0.5F), 0, 255)
                           : 0;
            };
            line[x] = channels >= 3 ? qRgb(level(0), level(1), level(2))
                                    : qRgb(level(0), level(0), level(0));
        }
    }
    return picture;
}

/// Spatial extents without batch and channels, "300 × 451".
QString sizeText(const Extents &extents)
{
    QStringList parts;
    for (std::size_t axis = 1; axis + 1 < extents.size(); ++axis)
        parts << integerText(extents[axis]);
    return parts.join(u" × "_s);
}

QSize planeSize(const Extents &extents)
{
    if (extents.size() < 4)
        return extents.size() == 3 ? QSize(static_cast<int>(extents[1]), 1) : QSize();
    return {static_cast<int>(extents[extents.size() - 2]),
            static_cast<int>(extents[extents.size() - 3])};
}

bool isStated(const Shape &shape)
{
    return std::ranges::any_of(shape.dims(), [](const Dim &dim) { return dim.has_value(); });
}

/// "75 + 76 columns": what is cut off or added before and behind, of both axes.
QString partsText(QSize from, QSize to, FitAnchor anchor)
{
    QStringList parts;
    const auto add = [&](int axis, int have, int wanted, const QString &words) {
        const int all = std::abs(have - wanted);
        const auto before = static_cast<int>(fitOffset(anchor, axis, have, wanted));
        if (all > 0)
            parts << words.arg(before).arg(all - before);
    };
    add(0, from.height(), to.height(), InputWords::tr("%1 + %2 rows"));
    add(1, from.width(), to.width(), InputWords::tr("%1 + %2 columns"));
    return parts.join(u", "_s);
}

QString fitEffect(Fit fit, const Extents &have, const Extents &wanted, FitAnchor anchor)
{
    const QSize from = planeSize(have);
    const QSize to = planeSize(wanted);
    if (fit == Fit::Refuse || from.isEmpty() || to.isEmpty())
        return {};
    if (fit == Fit::Model)
        return InputWords::tr("the model reads the picture's own size");
    const PlaneSize frame = fitFrame(fit, {from.height(), from.width()}, {to.height(), to.width()});
    const QSize kept(static_cast<int>(frame.columns), static_cast<int>(frame.rows));
    const QString scale = InputWords::tr("one cell of the model is %1 × %2 pixels")
                              .arg(valueText(double(kept.height()) / to.height(), 4),
                                   valueText(double(kept.width()) / to.width(), 4));
    const QString parts = partsText(from, kept, anchor);
    if (fit == Fit::Resize || parts.isEmpty())
        return scale;
    return fit == Fit::Crop
               ? InputWords::tr("keeps the aspect; cuts %1; %2").arg(parts, scale)
               : InputWords::tr("keeps the aspect; adds %1 of zeros; %2").arg(parts, scale);
}

QString shapeWords(const ChosenInput &chosen)
{
    return qt(Shape(chosen.read->tensor.extents()).toString());
}

} // namespace

InputDetails inputDetails(const Model &model, const ChosenInput &chosen)
{
    InputDetails details;
    if (!chosen.read || chosen.read->tensor.isNull())
        return details;
    details.picture = pictureOf(*chosen.read);
    StatedInput stated = chosen.plan.stated;
    details.bound =
        boundWeights(model, inputShapes(model), chosen.input, stated, chosen.read->tensor);
    if (chosen.read->white > 0) {
        stated.bound = details.bound;
        const auto sized = fitted(*chosen.read, stated, fitOf(chosen), chosen.preparation.anchor);
        details.figures = rangeFigures(sized ? *sized : *chosen.read);
    }
    return details;
}

QString inputName(const ModelDocument &document, std::size_t input)
{
    const Model &model = document.model();
    return input >= model.inputs.size() || model.inputs[input].name.empty()
               ? InputWords::tr("input")
               : qt(model.inputs[input].name);
}

namespace {

/// Where nothing was chosen for one of several inputs.
void describeUnchosenForm(InputFormContent &content, const ModelDocument &document,
                          std::size_t input)
{
    const std::size_t count = document.model().inputs.size();
    content.rangeReason = InputWords::tr("Nothing was chosen for this input.");
    if (input < count && isStated(document.model().inputs[input].shape))
        content.facts << Fact{InputWords::tr("model states"),
                              qt(document.model().inputs[input].shape.toString()), false};
    const std::vector<Tensor> &tensors = document.inputTensors();
    if (input < tensors.size())
        content.facts << Fact{InputWords::tr("model reads"),
                              qt(Shape(tensors[input].extents()).toString()), false};
    const auto origin = document.state().originOf(input);
    if (!origin) {
        content.title = InputWords::tr("none");
        return;
    }
    const bool isOwn = *origin == input;
    const QString other = inputName(document, *origin);
    content.title =
        isOwn ? InputWords::tr("stored with the model") : InputWords::tr("as %1").arg(other);
    content.notes << Fact{
        InputWords::tr("note"),
        isOwn ? InputWords::tr("It came with the model. Open or drop a file to read that instead.")
              : InputWords::tr("It reads what %1 reads, until a file is chosen for it.").arg(other),
        false};
}

} // namespace

QString preparationWords(const ChosenInput &chosen)
{
    QStringList words;
    if (chosen.ready && chosen.read) {
        const Extents wanted = statedExtents(chosen);
        if (wanted != chosen.read->tensor.extents())
            words << QString::fromUtf8(nameOf(fitOf(chosen)).data());
    }
    if (chosen.ready && chosen.preparation.frame && chosen.read && chosen.read->frameCount > 0)
        words << InputWords::tr("frame %1").arg(*chosen.preparation.frame);
    if (chosen.ready && chosen.read && chosen.read->hasAlpha &&
        chosen.readAs.alpha == Alpha::OverWhite)
        words << InputWords::tr("over white");
    if (chosen.ready && chosen.read && chosen.read->hasAlpha &&
        chosen.readAs.alpha == Alpha::OverBlack)
        words << InputWords::tr("over black");
    if (chosen.read && chosen.read->white > 0)
        words << rangeWord(rangeOf(chosen));
    else if (chosen.ready)
        words << localized(chosen.ready->scaling);
    return words.join(u", "_s);
}

InputFormContent inputFormContent(const ModelDocument &document, std::size_t input,
                                  const InputDetails &details)
{
    InputFormContent content;
    content.input = static_cast<int>(input);
    for (std::size_t i = 0; i < document.model().inputs.size(); ++i)
        content.inputs << inputName(document, i);
    const ChosenInput *chosen = document.chosenFor(input);
    if (chosen == nullptr) {
        describeUnchosenForm(content, document, input);
        return content;
    }
    if (!chosen->read)
        return content;
    if (chosen->follows)
        content.notes << Fact{InputWords::tr("note"),
                              InputWords::tr("It reads what %1 reads, until a file is chosen for "
                                             "it or something is changed here.")
                                  .arg(inputName(document, 0)),
                              false};
    const Input &read = *chosen->read;
    content.title = localized(read.title);
    content.preparation = chosen->preparation;
    content.fit = fitOf(*chosen);
    const Shape &stated = chosen->plan.stated.shape;
    if (!read.tensor.isNull())
        content.facts << Fact{InputWords::tr("file"), shapeWords(*chosen), false};
    if (isStated(stated))
        content.facts << Fact{InputWords::tr("model states"), qt(stated.toString()),
                              chosen->problem.has_value()};
    if (chosen->ready)
        content.facts << Fact{InputWords::tr("model reads"),
                              qt(Shape(chosen->ready->tensor.extents()).toString()), false}
                      << Fact{InputWords::tr("values"), localized(chosen->ready->scaling), false};
    const Extents have = read.tensor.isNull() ? Extents{} : read.tensor.extents();
    const Extents wanted = have.empty() ? have : statedExtents(*chosen);
    content.isFitted = wanted != have;
    content.from = planeSize(have);
    content.to = planeSize(wanted);
    content.picture = details.picture;
    content.isFitWrong = chosen->problem.has_value();
    if (content.isFitWrong)
        content.fitNote = inputProblem(*chosen, details.bound);
    else if (content.isFitted)
        content.fitNote = fitEffect(content.fit, have, wanted, chosen->preparation.anchor);
    if (content.isFitted) {
        content.sizes = u"%1 → %2"_s.arg(sizeText(have), sizeText(wanted));
        if (isAnyShorter(have, wanted))
            content.fitReasons[static_cast<std::size_t>(Fit::Crop)] =
                InputWords::tr("Too small to be cropped");
        if (isAnyShorter(wanted, have))
            content.fitReasons[static_cast<std::size_t>(Fit::Pad)] =
                InputWords::tr("Too large to be padded");
        if (!details.bound.isEmpty())
            content.fitReasons[static_cast<std::size_t>(Fit::Model)] =
                InputWords::tr("Weights that are stored depend on the size");
    }
    content.range = rangeOf(*chosen);
    content.suggested = chosen->plan.automatic;
    if (chosen->plan.automatic != PictureRange::ZeroToOne)
        content.knownFor =
            InputWords::tr("for this model: %1").arg(rangeWord(chosen->plan.automatic));
    content.figures = details.figures;
    if (read.white <= 0)
        content.rangeReason = InputWords::tr("These are no picture's values: they stay as stored.");
    content.hasAlpha = read.hasAlpha;
    content.alpha = chosen->readAs.alpha;
    const Dim channels =
        stated.rank() >= 3 ? stated[channelAxis(chosen->plan.stated.format, stated.rank())] : Dim();
    content.takesNoAlpha = channels && *channels != 4;
    content.frameCount = read.frameCount;
    content.rowCount = read.rowCount;
    const Input &last = chosen->ready ? *chosen->ready : read;
    for (const Words &note : last.notes)
        content.notes << Fact{InputWords::tr("note"), localized(note), false};
    return content;
}

QString preparationStep(const ChosenInput &chosen, const InputPreparation &after)
{
    const InputPreparation &before = chosen.preparation;
    const auto arrow = [](const QString &what, const QString &from, const QString &to) {
        return u"%1 %2 → %3"_s.arg(what, from, to);
    };
    const auto number = [](const std::optional<std::int64_t> &value) {
        return value ? integerText(*value) : u"–"_s;
    };
    if (before.fit != after.fit)
        return arrow(InputWords::tr("fit"), fitWord(before.fit.value_or(Fit::Crop)),
                     fitWord(after.fit.value_or(Fit::Crop)));
    if (before.values != after.values)
        return arrow(InputWords::tr("values"), rangeWord(before.values), rangeWord(after.values));
    if (before.frame != after.frame)
        return arrow(InputWords::tr("frame"), number(before.frame), number(after.frame));
    if (before.row != after.row)
        return arrow(InputWords::tr("row"), number(before.row), number(after.row));
    if (before.alpha != after.alpha)
        return InputWords::tr("change alpha");
    return InputWords::tr("change what is kept");
}

} // namespace convscope
