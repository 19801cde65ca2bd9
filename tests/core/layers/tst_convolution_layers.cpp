// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "layer_run.h"

#include <QTest>

#include <limits>

using namespace convscope;
using namespace convscope::testing;

namespace {

struct Example
{
    const char *name;
    std::string className;
    Arguments arguments;
    Tensor input;
    std::vector<Tensor> weights;
    Extents shape;
    std::vector<float> expected;
};

std::int64_t number(int n)
{
    return n;
}

const Value kSame = std::string("same");
const Value kCausal = std::string("causal");

/// One filter over 1…6.
Example steps(const char *name, Arguments arguments, std::vector<float> kernel,
              std::vector<float> expected)
{
    const auto taps = static_cast<std::int64_t>(kernel.size());
    arguments.insert(arguments.begin(), {{"filters", number(1)}, {"kernel_size", IntList{taps}}});
    const auto length = static_cast<std::int64_t>(expected.size());
    return {name,
            "Conv1D",
            std::move(arguments),
            counting({1, 6, 1}),
            {tensor({taps, 1, 1}, kernel), tensor({1}, {0})},
            {1, length, 1},
            std::move(expected)};
}

/// One filter 1…9 over a picture 1…16 of 4 × 4.
Example picture(const char *name, Arguments arguments, Extents shape, std::vector<float> expected)
{
    arguments.insert(arguments.begin(), {{"filters", number(1)}, {"kernel_size", IntList{3, 3}}});
    return {name,
            "Conv2D",
            std::move(arguments),
            counting({1, 4, 4, 1}),
            {counting({3, 3, 1, 1}), tensor({1}, {0})},
            std::move(shape),
            std::move(expected)};
}

/// The kernel scattered by the cells 1…n.
Example scatter(const char *name, std::int64_t n, std::vector<float> kernel, Arguments arguments,
                std::vector<float> expected)
{
    const auto taps = static_cast<std::int64_t>(kernel.size());
    arguments.insert(arguments.begin(), {{"filters", number(1)}, {"kernel_size", IntList{taps}}});
    const auto length = static_cast<std::int64_t>(expected.size());
    return {name,
            "Conv1DTranspose",
            std::move(arguments),
            counting({1, n, 1}),
            {tensor({taps, 1, 1}, kernel), tensor({1}, {0})},
            {1, length, 1},
            std::move(expected)};
}

/// W₉ scattered by [[1, 2], [3, 4]] with strides 2.
Example scatterPicture(const char *name, Arguments arguments, Extents shape,
                       std::vector<float> expected)
{
    arguments.insert(
        arguments.begin(),
        {{"filters", number(1)}, {"kernel_size", IntList{3, 3}}, {"strides", IntList{2, 2}}});
    return {name,
            "Conv2DTranspose",
            std::move(arguments),
            counting({1, 2, 2, 1}),
            {counting({3, 3, 1, 1}), tensor({1}, {0})},
            std::move(shape),
            std::move(expected)};
}

std::vector<Example> forwardExamples()
{
    const std::vector<float> tens{1, 10, 100};
    const auto stride = [](std::int64_t s) {
        return std::pair<std::string, Value>("strides", IntList{s});
    };
    const auto dilation = [](std::int64_t d) {
        return std::pair<std::string, Value>("dilation_rate", IntList{d});
    };
    return {
        steps("valid leaves a rest that fills no window unread", {stride(2)}, tens, {321, 543}),
        steps("same with stride 2 puts the odd zero after", {{"padding", kSame}, stride(2)}, tens,
              {321, 543, 65}),
        steps("same with stride 1 keeps the length", {{"padding", kSame}}, tens,
              {210, 321, 432, 543, 654, 65}),
        steps("same pads by the dilated kernel", {{"padding", kSame}, dilation(2)}, tens,
              {310, 420, 531, 642, 53, 64}),
        steps("causal sees no later step", {{"padding", kCausal}}, tens,
              {100, 210, 321, 432, 543, 654}),
        steps("causal with dilation 2", {{"padding", kCausal}, dilation(2)}, tens,
              {100, 200, 310, 420, 531, 642}),
        steps("causal with stride 2", {{"padding", kCausal}, stride(2)}, tens, {100, 321, 543}),
        steps("an even kernel gets its one zero after", {{"padding", kSame}}, {1, 10},
              {21, 32, 43, 54, 65, 6}),
        picture("the kernel is not flipped", {}, {1, 2, 2, 1}, {348, 393, 528, 573}),
        picture("same pads all around", {{"padding", kSame}}, {1, 4, 4, 1},
                {111, 178, 217, 145, 231, 348, 393, 252, 363, 528, 573, 360, 197, 274, 295, 175}),
        picture("same with strides 2 on even sizes pads below and right only",
                {{"padding", kSame}, {"strides", IntList{2, 2}}}, {1, 2, 2, 1},
                {348, 252, 274, 175}),
        picture("strides count rows first", {{"padding", kSame}, {"strides", IntList{2, 1}}},
                {1, 2, 4, 1}, {231, 348, 393, 252, 197, 274, 295, 175}),
        picture("dilation spreads the taps", {{"padding", kSame}, {"dilation_rate", IntList{2, 2}}},
                {1, 4, 4, 1},
                {194, 222, 170, 194, 306, 334, 266, 290, 122, 138, 98, 110, 186, 202, 146, 158}),
        {"a kernel of 2 rows and 3 columns",
         "Conv2D",
         {{"filters", number(1)}, {"kernel_size", IntList{2, 3}}, {"padding", kSame}},
         counting({1, 4, 4, 1}),
         {counting({2, 3, 1, 1}), tensor({1}, {0})},
         {1, 4, 4, 1},
         {69, 106, 127, 79, 133, 190, 211, 127, 197, 274, 295, 175, 68, 86, 92, 47}},
        {"channels are summed and the bias is added",
         "Conv2D",
         {{"filters", number(1)}, {"kernel_size", IntList{2, 2}}},
         counting({1, 2, 2, 2}),
         {counting({2, 2, 2, 1}), tensor({1}, {100})},
         {1, 1, 1, 1},
         {304}},
        {"each group reads its own channels",
         "Conv1D",
         {{"filters", number(2)},
          {"kernel_size", IntList{1}},
          {"groups", number(2)},
          {"use_bias", false}},
         counting({1, 3, 4}),
         {tensor({1, 2, 2}, {1, 10, 2, 20})},
         {1, 3, 2},
         {5, 110, 17, 230, 29, 350}},
        {"depthwise outputs are ordered by channel, then multiplier",
         "DepthwiseConv2D",
         {{"kernel_size", IntList{1, 1}}, {"depth_multiplier", number(2)}, {"use_bias", false}},
         counting({1, 2, 2, 2}),
         {counting({1, 1, 2, 2})},
         {1, 2, 2, 4},
         {1, 2, 6, 8, 3, 6, 12, 16, 5, 10, 18, 24, 7, 14, 24, 32}},
        {"depthwise pads an even kernel after",
         "DepthwiseConv2D",
         {{"kernel_size", IntList{2, 2}}, {"padding", kSame}, {"use_bias", false}},
         counting({1, 2, 2, 2}),
         {counting({2, 2, 2, 1})},
         {1, 2, 2, 2},
         {84, 120, 38, 56, 26, 44, 7, 16}},
        {"separable mixes the depthwise outputs",
         "SeparableConv2D",
         {{"filters", number(1)},
          {"kernel_size", IntList{1, 1}},
          {"depth_multiplier", number(2)},
          {"use_bias", false}},
         counting({1, 2, 2, 2}),
         {counting({1, 1, 2, 2}), tensor({1, 1, 4, 1}, {1, 10, 100, 1000})},
         {1, 2, 2, 1},
         {8621, 17263, 25905, 34547}},
        {"a volume",
         "Conv3D",
         {{"filters", number(1)}, {"kernel_size", IntList{2, 2, 2}}, {"use_bias", false}},
         counting({1, 2, 2, 2, 1}),
         {counting({2, 2, 2, 1, 1})},
         {1, 1, 1, 1, 1},
         {204}},
        {"a volume padded after",
         "Conv3D",
         {{"filters", number(1)},
          {"kernel_size", IntList{2, 2, 2}},
          {"padding", kSame},
          {"use_bias", false}},
         counting({1, 2, 2, 2, 1}),
         {tensor({2, 2, 2, 1, 1}, {1, 1, 1, 1, 1, 1, 1, 1})},
         {1, 2, 2, 2, 1},
         {36, 20, 22, 12, 26, 14, 15, 8}},
        {"the activation follows the bias",
         "Conv1D",
         {{"filters", number(1)},
          {"kernel_size", IntList{1}},
          {"activation", ObjectValue{"relu", {}}}},
         counting({1, 4, 1}),
         {tensor({1, 1, 1}, {1}), tensor({1}, {-2})},
         {1, 4, 1},
         {0, 0, 1, 2}},
        {"softmax runs along the channels of channels_last",
         "Conv1D",
         {{"filters", number(2)},
          {"kernel_size", IntList{1}},
          {"activation", ObjectValue{"softmax", {}}},
          {"use_bias", false}},
         counting({1, 2, 1}),
         {tensor({1, 1, 2}, {0, 0})},
         {1, 2, 2},
         {0.5F, 0.5F, 0.5F, 0.5F}},
    };
}

std::vector<Example> transposedExamples()
{
    const std::vector<float> three{1, 10, 100};
    const std::vector<float> four{1, 10, 100, 1000};
    const auto by = [](std::int64_t s) {
        return std::pair<std::string, Value>("strides", IntList{s});
    };
    const auto add = [](std::int64_t n) {
        return std::pair<std::string, Value>("output_padding", IntList{n});
    };
    const std::pair<std::string, Value> same("padding", kSame);
    const std::pair<std::string, Value> apart("dilation_rate", IntList{2});
    return {
        scatter("valid", 3, three, {by(2)}, {1, 10, 102, 20, 203, 30, 300}),
        scatter("valid with output padding 0 is the same", 3, three, {by(2), add(0)},
                {1, 10, 102, 20, 203, 30, 300}),
        scatter("valid with output padding adds cells at the end", 3, three, {by(2), add(1)},
                {1, 10, 102, 20, 203, 30, 300, 0}),
        scatter("same is length · stride", 3, three, {by(2), same}, {1, 10, 102, 20, 203, 30}),
        scatter("same with output padding 1 is what None stands for", 3, three,
                {by(2), same, add(1)}, {1, 10, 102, 20, 203, 30}),
        scatter("same with output padding 0 shifts the alignment", 3, three, {by(2), same, add(0)},
                {10, 102, 20, 203, 30}),
        scatter("an even kernel, valid", 3, four, {by(2)},
                {1, 10, 102, 1020, 203, 2030, 300, 3000}),
        scatter("an even kernel, same", 3, four, {by(2), same}, {10, 102, 1020, 203, 2030, 300}),
        scatter("an even kernel, same, output padding 1", 3, four, {by(2), same, add(1)},
                {10, 102, 1020, 203, 2030}),
        scatter("an even kernel, same, output padding 0", 3, four, {by(2), same, add(0)},
                {102, 1020, 203, 2030}),
        scatter("a stride above the kernel leaves gaps", 3, {1, 10}, {by(3)},
                {1, 10, 0, 2, 20, 0, 3, 30, 0}),
        scatter("a stride above the kernel, same, output padding 2", 3, {1, 10},
                {by(3), same, add(2)}, {1, 10, 0, 2, 20, 0, 3, 30}),
        scatter("one tap", 3, {7}, {by(2), same}, {7, 0, 14, 0, 21, 0}),
        scatter("five taps, same", 3, {1, 10, 100, 1000, 10000}, {by(2), same},
                {10, 102, 1020, 10203, 2030, 20300}),
        scatter("dilated, valid", 4, three, {apart}, {1, 2, 13, 24, 130, 240, 300, 400}),
        scatter("dilated, same", 4, three, {apart, same}, {13, 24, 130, 240}),
        scatterPicture("a picture, valid", {}, {1, 5, 5, 1},
                       {1,  2,  5,  4,  6,  4,  5,  14, 10, 12, 10, 14, 36,
                        24, 30, 12, 15, 34, 20, 24, 21, 24, 55, 32, 36}),
        scatterPicture("a picture, same", {same}, {1, 4, 4, 1},
                       {1, 2, 5, 4, 4, 5, 14, 10, 10, 14, 36, 24, 12, 15, 34, 20}),
        scatterPicture("a picture, same, output padding 0",
                       {same, {"output_padding", IntList{0, 0}}}, {1, 3, 3, 1},
                       {5, 14, 10, 14, 36, 24, 15, 34, 20}),
        scatterPicture("output padding counts rows first",
                       {same, {"output_padding", IntList{1, 0}}}, {1, 4, 3, 1},
                       {2, 5, 4, 5, 14, 10, 14, 36, 24, 15, 34, 20}),
        {"the kernel stores filters before channels",
         "Conv2DTranspose",
         {{"filters", number(2)}, {"kernel_size", IntList{1, 1}}, {"use_bias", false}},
         tensor({1, 1, 1, 2}, {1, 10}),
         {counting({1, 1, 2, 2})},
         {1, 1, 1, 2},
         {21, 43}},
        {"Keras' own test of a dilated picture",
         "Conv2DTranspose",
         {{"filters", number(1)},
          {"kernel_size", IntList{3, 3}},
          {"padding", kSame},
          {"dilation_rate", IntList{2, 2}},
          {"use_bias", false}},
         counting({1, 4, 4, 3}, 0),
         {tensor({3, 3, 1, 3}, std::vector<float>(27, 1))},
         {1, 4, 4, 1},
         {192, 228, 192, 228, 336, 372, 336, 372, 192, 228, 192, 228, 336, 372, 336, 372}},
    };
}

struct ShapeExample
{
    const char *name;
    std::string className;
    Arguments arguments;
    Shape input;
    std::string output;
};

std::vector<ShapeExample> shapeExamples()
{
    const Shape photos{4, 600, 600, 3};
    const Dim unknown;
    const std::pair<std::string, Value> filters("filters", number(64));
    const auto kernel = [](std::int64_t k) {
        return std::pair<std::string, Value>("kernel_size", IntList{k, k});
    };
    const std::pair<std::string, Value> two("strides", IntList{2, 2});
    const std::pair<std::string, Value> same("padding", kSame);
    return {
        {"kernel 1", "Conv2D", {filters, kernel(1)}, photos, "(4, 600, 600, 64)"},
        {"kernel 2", "Conv2D", {filters, kernel(2)}, photos, "(4, 599, 599, 64)"},
        {"kernel 1, strides 2", "Conv2D", {filters, kernel(1), two}, photos, "(4, 300, 300, 64)"},
        {"kernel 1, strides 2, same",
         "Conv2D",
         {filters, kernel(1), two, same},
         photos,
         "(4, 300, 300, 64)"},
        {"kernel 3, strides 2, same",
         "Conv2D",
         {filters, kernel(3), two, same},
         photos,
         "(4, 300, 300, 64)"},
        {"kernel 3, same", "Conv2D", {filters, kernel(3), same}, photos, "(4, 600, 600, 64)"},
        {"kernel 3", "Conv2D", {filters, kernel(3)}, photos, "(4, 598, 598, 64)"},
        {"unknown sizes stay unknown",
         "Conv2D",
         {{"filters", number(4)}, kernel(3), two, same},
         {unknown, unknown, 7, 3},
         "(None, None, 4, 4)"},
        {"a sequence of unknown length",
         "Conv1D",
         {{"filters", number(4)}, {"kernel_size", IntList{3}}},
         {unknown, unknown, 128},
         "(None, None, 4)"},
        {"a sequence of 10 steps",
         "Conv1D",
         {{"filters", number(4)}, {"kernel_size", IntList{3}}},
         {unknown, 10, 128},
         "(None, 8, 4)"},
        {"transposed with unknown rows",
         "Conv2DTranspose",
         {{"filters", number(4)}, kernel(3), two, same, {"output_padding", IntList{1, 1}}},
         {unknown, unknown, 7, 3},
         "(None, None, 14, 4)"},
        {"channels first read as channels last",
         "SeparableConv2D",
         {{"filters", number(8)}, kernel(3)},
         {unknown, 3, 128, 128},
         "(None, 1, 126, 8)"},
        {"channels first",
         "Conv3D",
         {{"filters", number(2)},
          {"kernel_size", IntList{3, 3, 3}},
          {"data_format", std::string("channels_first")}},
         {unknown, 3, 10, 128, 128},
         "(None, 2, 8, 126, 126)"},
    };
}

/// The same values with the channels moved to axis 1 (and back).
Tensor channelsFirst(const Tensor &last)
{
    const std::int64_t channels = last.extent(-1);
    const std::int64_t places = last.size() / channels / last.extent(0);
    std::vector<float> values(static_cast<std::size_t>(last.size()));
    for (std::int64_t i = 0; i < last.size(); ++i) {
        const std::int64_t b = i / (places * channels);
        const std::int64_t place = i / channels % places;
        const std::int64_t c = i % channels;
        values[static_cast<std::size_t>((b * channels + c) * places + place)] =
            last.values()[static_cast<std::size_t>(i)];
    }
    Extents extents = last.extents();
    extents.insert(extents.begin() + 1, channels);
    extents.pop_back();
    return Tensor::of(extents, values);
}

} // namespace

class TstConvolutionLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesWhatKerasComputes_data();
    void computesWhatKerasComputes();
    void infersKerasShapes_data();
    void infersKerasShapes();
    void wordsAreCaseSensitive();
    void survivesHugeNumbers_data();
    void survivesHugeNumbers();
};

void TstConvolutionLayers::computesWhatKerasComputes_data()
{
    QTest::addColumn<int>("set");
    QTest::addColumn<int>("index");
    for (int set = 0; set < 2; ++set) {
        const std::vector<Example> examples = set == 0 ? forwardExamples() : transposedExamples();
        for (std::size_t i = 0; i < examples.size(); ++i)
            QTest::addRow("%s: %s", set == 0 ? "forward" : "transposed", examples[i].name)
                << set << static_cast<int>(i);
    }
}

void TstConvolutionLayers::computesWhatKerasComputes()
{
    QFETCH(int, set);
    QFETCH(int, index);
    const std::vector<Example> examples = set == 0 ? forwardExamples() : transposedExamples();
    const Example &example = examples[static_cast<std::size_t>(index)];
    const Tensor expected = tensor(example.shape, example.expected);
    const Layer layer = makeLayer(example.className, example.arguments);
    for (const char *kernel : {"", "reference"}) {
        const auto output = runLayer(layer, {example.input}, example.weights, kernel);
        QVERIFY2(output, output ? "" : output.error().message.c_str());
        QCOMPARE(text(*output), text(expected));
    }
    const Value activation = layer.value("activation");
    if (std::get<ObjectValue>(activation).className == "softmax")
        return; // runs along the last axis, which is another one there
    const auto other = layer.with("data_format", std::string("channels_first"));
    const auto output = runLayer(*other, {channelsFirst(example.input)}, example.weights);
    QVERIFY2(output, output ? "" : output.error().message.c_str());
    QCOMPARE(text(*output), text(channelsFirst(expected)));
}

void TstConvolutionLayers::infersKerasShapes_data()
{
    QTest::addColumn<int>("index");
    const std::vector<ShapeExample> examples = shapeExamples();
    for (std::size_t i = 0; i < examples.size(); ++i)
        QTest::newRow(examples[i].name) << static_cast<int>(i);
}

void TstConvolutionLayers::infersKerasShapes()
{
    QFETCH(int, index);
    const ShapeExample example = shapeExamples()[static_cast<std::size_t>(index)];
    const Layer layer = makeLayer(example.className, example.arguments);
    const auto shape = inferShape(layer, std::span(&example.input, 1));
    QVERIFY2(shape, shape ? "" : shape.error().message.c_str());
    QCOMPARE(shape->toString(), example.output);
}

void TstConvolutionLayers::wordsAreCaseSensitive()
{
    const auto layer = tryLayer("Conv2D", {{"padding", std::string("SAME")}});
    QVERIFY(!layer);
    QCOMPARE(layer.error().rule, "E4");
    QCOMPARE(layer.error().message, "padding must be one of 'valid', 'same'. Received 'SAME'. Did "
                                    "you mean 'same'?");
}

void TstConvolutionLayers::survivesHugeNumbers_data()
{
    QTest::addColumn<QString>("className");
    for (const char *name : {"Conv1D", "Conv1DTranspose", "SeparableConv1D", "DepthwiseConv1D"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TstConvolutionLayers::survivesHugeNumbers()
{
    QFETCH(QString, className);
    const std::int64_t huge = std::numeric_limits<std::int64_t>::max();
    const Shape input{huge, huge, huge};
    for (const Value &padding : {Value(std::string("valid")), kSame}) {
        for (const char *spread : {"strides", "dilation_rate"}) {
            Arguments arguments{
                {"kernel_size", IntList{huge}}, {spread, IntList{huge}}, {"padding", padding}};
            if (className != "DepthwiseConv1D")
                arguments.emplace_back("filters", huge);
            const Layer layer = makeLayer(className.toStdString(), arguments);
            const auto shape = inferShape(layer, std::span(&input, 1));
            if (!shape) {
                QCOMPARE(shape.error().rule, "E13");
                continue;
            }
            QVERIFY(!weightSpecs(layer, std::span(&input, 1)).empty());
            QVERIFY(layer.type().macs(layer.params(), std::span(&input, 1), *shape) > 0);
            const auto memory = TensorBuffer::allocate(*shape->extents(), "the output");
            QVERIFY(!memory);
            QCOMPARE(memory.error().rule, "memory");
        }
    }
}

QTEST_APPLESS_MAIN(TstConvolutionLayers)
#include "tst_convolution_layers.moc"
