// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layers/argument_rows.h"
#include "layers/pass_on.h"
#include "layers/spatial_layer.h"

// Layers that change pictures at random during training. Outside training, and here, they hand
// their input on; their arguments are kept for writing them back.

namespace convscope {

namespace {

/// Every argument that some of them have. Factors are one number or a range.
struct AugmentationParams
{
    std::string mode = "horizontal_and_vertical";
    std::optional<NumberArray> factor;
    std::optional<NumberArray> heightFactor;
    std::optional<NumberArray> widthFactor;
    std::optional<NumberArray> xFactor;
    std::optional<NumberArray> yFactor;
    std::optional<NumberArray> brightnessFactor;
    std::optional<NumberArray> contrastFactor;
    std::optional<NumberArray> saturationFactor;
    std::optional<NumberArray> hueFactor;
    std::optional<NumberArray> scale;
    std::optional<NumberArray> sigma;
    std::optional<NumberArray> kernelSize;
    std::optional<NumberArray> fillValue{{{}, {0}}};
    std::optional<NumberArray> valueRange{{{2}, {0, 255}}};
    std::string fillMode = "reflect";
    std::string interpolation = "bilinear";
    DataFormat dataFormat = DataFormat::ChannelsLast;
    std::optional<std::int64_t> seed;

    bool operator==(const AugmentationParams &) const = default;
};

using AugmentationParams = AugmentationParams;
using Row = Param<AugmentationParams>;

Row mode()
{
    return param("mode", &AugmentationParams::mode)
        .label("Mode")
        .doc("horizontal, vertical or horizontal_and_vertical.");
}

Row fill_mode()
{
    return param("fill_mode", &AugmentationParams::fillMode)
        .label("Fill mode")
        .doc("What comes in at the borders: constant, reflect, wrap or nearest.");
}

Row interpolation()
{
    return param("interpolation", &AugmentationParams::interpolation)
        .label("Interpolation")
        .doc("nearest or bilinear.");
}

Row fill_value()
{
    return param("fill_value", &AugmentationParams::fillValue)
        .label("Fill value")
        .doc("What comes in at the borders where fill_mode is constant.");
}

Row value_range()
{
    return param("value_range", &AugmentationParams::valueRange)
        .label("Value range")
        .doc("Least and largest value of the pictures.");
}

Row factor()
{
    return param("factor", &AugmentationParams::factor)
        .label("Factor")
        .doc("How strong the change is: one number, or the range it is drawn from.");
}

Row height_factor()
{
    return param("height_factor", &AugmentationParams::heightFactor)
        .label("Height factor")
        .doc("How far along the rows: one number, or a range.");
}

Row width_factor()
{
    return param("width_factor", &AugmentationParams::widthFactor)
        .label("Width factor")
        .doc("How far along the columns: one number, or a range.");
}

Row x_factor()
{
    return param("x_factor", &AugmentationParams::xFactor)
        .label("X factor")
        .doc("How far along the columns: one number, or a range.");
}

Row y_factor()
{
    return param("y_factor", &AugmentationParams::yFactor)
        .label("Y factor")
        .doc("How far along the rows: one number, or a range.");
}

Row brightness_factor()
{
    return param("brightness_factor", &AugmentationParams::brightnessFactor)
        .label("Brightness")
        .doc("How far the brightness changes.");
}

Row contrast_factor()
{
    return param("contrast_factor", &AugmentationParams::contrastFactor)
        .label("Contrast")
        .doc("How far the contrast changes.");
}

Row saturation_factor()
{
    return param("saturation_factor", &AugmentationParams::saturationFactor)
        .label("Saturation")
        .doc("How far the saturation changes.");
}

Row hue_factor()
{
    return param("hue_factor", &AugmentationParams::hueFactor)
        .label("Hue")
        .doc("How far the hue changes.");
}

Row scale()
{
    return param("scale", &AugmentationParams::scale)
        .label("Scale")
        .doc("How large the changed part or the change is.");
}

Row sigma()
{
    return param("sigma", &AugmentationParams::sigma)
        .label("Sigma")
        .doc("Width of the blur: one number, or a range.");
}

Row kernel_size()
{
    return param("kernel_size", &AugmentationParams::kernelSize)
        .label("Kernel size")
        .doc("Rows and columns of the blur.");
}

/// The class with these arguments, and those that all have.
LayerType augmentation(std::string className, std::string summary, std::vector<Row> arguments)
{
    arguments.push_back(rows::dataFormat<AugmentationParams>());
    arguments.push_back(seedRow<AugmentationParams>());
    return layerType<AugmentationParams>({
        .className = std::move(className),
        .group = LayerGroup::Noise,
        .summary = std::move(summary),
        .inputRank = 4,
        .schema = {arguments},
        .inferShape = keepShape,
        .dataFormat = dataFormat,
        .forward = passOn,
        .sight = samePlace,
        .arithmetic = copied,
    });
}

} // namespace

extern const LayerType kRandomFlip;
const LayerType kRandomFlip =
    augmentation("RandomFlip", "mirrors pictures at random during training", {mode()});

extern const LayerType kRandomRotation;
const LayerType kRandomRotation =
    augmentation("RandomRotation", "turns pictures at random during training",
                 {factor(), fill_mode(), fill_value(), interpolation()});

extern const LayerType kRandomTranslation;
const LayerType kRandomTranslation =
    augmentation("RandomTranslation", "moves pictures at random during training",
                 {height_factor(), width_factor(), fill_mode(), fill_value(), interpolation()});

extern const LayerType kRandomZoom;
const LayerType kRandomZoom =
    augmentation("RandomZoom", "enlarges pictures at random during training",
                 {height_factor(), width_factor(), fill_mode(), fill_value(), interpolation()});

extern const LayerType kRandomShear;
const LayerType kRandomShear =
    augmentation("RandomShear", "slants pictures at random during training",
                 {x_factor(), y_factor(), fill_mode(), fill_value(), interpolation()});

extern const LayerType kRandomPerspective;
const LayerType kRandomPerspective =
    augmentation("RandomPerspective", "tilts pictures at random during training",
                 {factor(), scale(), fill_value(), interpolation()});

extern const LayerType kRandomElasticTransform;
const LayerType kRandomElasticTransform =
    augmentation("RandomElasticTransform", "warps pictures at random during training",
                 {factor(), scale(), fill_mode(), fill_value(), interpolation(), value_range()});

extern const LayerType kRandomContrast;
const LayerType kRandomContrast = augmentation(
    "RandomContrast", "changes the contrast at random during training", {factor(), value_range()});

extern const LayerType kRandomBrightness;
const LayerType kRandomBrightness =
    augmentation("RandomBrightness", "changes the brightness at random during training",
                 {factor(), value_range()});

extern const LayerType kRandomHue;
const LayerType kRandomHue = augmentation("RandomHue", "changes the hue at random during training",
                                          {factor(), value_range()});

extern const LayerType kRandomSaturation;
const LayerType kRandomSaturation =
    augmentation("RandomSaturation", "changes the saturation at random during training",
                 {factor(), value_range()});

extern const LayerType kRandomSharpness;
const LayerType kRandomSharpness =
    augmentation("RandomSharpness", "changes the sharpness at random during training",
                 {factor(), value_range()});

extern const LayerType kRandomPosterization;
const LayerType kRandomPosterization =
    augmentation("RandomPosterization", "takes shades away at random during training",
                 {factor(), value_range()});

extern const LayerType kRandomColorDegeneration;
const LayerType kRandomColorDegeneration =
    augmentation("RandomColorDegeneration", "takes colour away at random during training",
                 {factor(), value_range()});

extern const LayerType kRandomColorJitter;
const LayerType kRandomColorJitter = augmentation(
    "RandomColorJitter", "changes colours at random during training",
    {brightness_factor(), contrast_factor(), saturation_factor(), hue_factor(), value_range()});

extern const LayerType kRandomGrayscale;
const LayerType kRandomGrayscale =
    augmentation("RandomGrayscale", "makes pictures grey at random during training", {factor()});

extern const LayerType kRandomInvert;
const LayerType kRandomInvert = augmentation(
    "RandomInvert", "inverts pictures at random during training", {factor(), value_range()});

extern const LayerType kRandomErasing;
const LayerType kRandomErasing =
    augmentation("RandomErasing", "blanks a part at random during training",
                 {factor(), scale(), fill_value(), value_range()});

extern const LayerType kRandomGaussianBlur;
const LayerType kRandomGaussianBlur =
    augmentation("RandomGaussianBlur", "blurs pictures at random during training",
                 {factor(), kernel_size(), sigma(), value_range()});

extern const LayerType kRandomHeight;
const LayerType kRandomHeight = augmentation(
    "RandomHeight", "changes the height at random during training", {factor(), interpolation()});

extern const LayerType kRandomWidth;
const LayerType kRandomWidth = augmentation(
    "RandomWidth", "changes the width at random during training", {factor(), interpolation()});

} // namespace convscope
