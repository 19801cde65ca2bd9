// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// What an output cell sees, against what happens: every cell of an input is changed, one by one,
// and the outputs that change are those that the sight says.

#include "layers/registry.h"
#include "layers/sight_region.h"
#include "model/cell_fields.h"
#include "model/edit.h"
#include "model/output_format.h"
#include "run/executor.h"
#include "support/hidden_changes.h"
#include "support/random_layers.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <set>

using namespace convscope;
using namespace convscope::testing;
using namespace Qt::StringLiterals;

namespace {

using Compute = std::function<Tensor(const Tensor &input)>;

/// Positions of the output's values that change when the value at `position` does.
std::set<std::int64_t> changed(const Compute &compute, const Tensor &input, const Tensor &before,
                               std::int64_t position)
{
    std::set<std::int64_t> found;
    for (const float delta : {0.37F, -0.61F, 40.F, -40.F, 4e3F, -4e3F}) {
        std::vector<float> values(input.values().begin(), input.values().end());
        values[static_cast<std::size_t>(position)] += delta;
        const Tensor after = compute(Tensor::of(input.extents(), values));
        for (std::int64_t i = 0; i < before.size(); ++i) {
            // Equal bits, so that not-a-number equals itself.
            if (std::memcmp(before.data() + i, after.data() + i, sizeof(float)) != 0)
                found.insert(i);
        }
    }
    return found;
}

Extents indexAt(std::int64_t position, const Extents &extents)
{
    Extents index(extents.size());
    for (std::size_t i = extents.size(); i-- > 0;) {
        index[i] = position % extents[i];
        position /= extents[i];
    }
    return index;
}

Extents withoutBatch(const Extents &index)
{
    return {index.begin() + 1, index.end()};
}

/// The cells of one sample among positions, as a region.
Region regionOfPositions(const std::set<std::int64_t> &positions, const Extents &extents)
{
    Region region(extents.size() - 1);
    for (const std::int64_t position : positions)
        unite(region, regionOf(withoutBatch(indexAt(position, extents))));
    return region;
}

QString text(const Region &region)
{
    QStringList axes;
    for (const CellSet &set : region) {
        QStringList ranges;
        for (const CellRange &range : set.ranges())
            ranges << u"%1-%2"_s.arg(range.first).arg(range.last);
        axes << u"{"_s + ranges.join(u","_s) + u"}"_s;
    }
    return axes.join(u"×"_s);
}

QString describe(const Layer &layer, const std::vector<Tensor> &inputs)
{
    QStringList words{QString::fromStdString(layer.type().className)};
    for (const ParamInfo &info : layer.type().table->params()) {
        if (!info.rare)
            words << u"%1=%2"_s.arg(QString::fromStdString(info.name),
                                    QString::fromStdString(toPython(layer.value(info.name))));
    }
    for (const Tensor &input : inputs)
        words << QString::fromStdString(toString(input.extents()));
    return words.join(u' ');
}

/// A stack of random layers on one input.
struct Stack
{
    Model model;
    Tensor input;
    ModelShapes shapes;
};

std::optional<Stack> randomStack(std::mt19937 &random, int rank, int length)
{
    // Activations that never hide a change.
    const std::vector<std::string> activations{"linear", "leaky_relu"};
    const auto types = layerTypes();
    Stack stack;
    Extents extents{1};
    for (int axis = 1; axis < rank; ++axis)
        extents.push_back(static_cast<std::int64_t>(2 + random() % (rank == 4 ? 7 : 12)));
    stack.input = randomTensor(extents, random);
    while (stack.model.size() < length) {
        const LayerType &type = *types[random() % types.size()];
        if (type.group == LayerGroup::Activation || type.group == LayerGroup::UpSample ||
            type.maxInputs > 1 || type.className == "Activation" || hidesChanges(type) ||
            normalizesLines(type) || type.className == "CenterCrop" ||
            type.className == "ops.Max" || type.className == "ops.Min")
            continue;
        const auto layer = randomLayer(type, random, extents, activations);
        if (!layer)
            return std::nullopt;
        const Shape shape(extents);
        extents = inferShape(layer->layer, std::span(&shape, 1))->extents().value();
        const std::string name = "layer" + std::to_string(stack.model.size());
        stack.model.layers.push_back(
            std::make_shared<const Layer>(layer->layer.withName(name).withWeights(layer->weights)));
    }
    const Shape shape(stack.input.extents());
    stack.shapes = inferShapes(stack.model, std::span(&shape, 1));
    return stack;
}

Tensor outputOf(const Model &model, const Tensor &input)
{
    RunOptions options;
    options.kernel = "reference";
    options.kernelIsWish = true;
    return run(model, std::span(&input, 1), options).layers.back().output;
}

} // namespace

class TstCellFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangedCellReachesWhatTheSightSays_data();
    void aChangedCellReachesWhatTheSightSays();
    void fieldsOfStacksAreWhatChanges_data();
    void fieldsOfStacksAreWhatChanges();
    void branchesAreToldApart();
    void paddingShareOfACorner();
    void noPaddingWhereNoneIs();
    void theLargestFieldOfAUNetIsStated();
    void reshapesAreFollowed();
    void setsStayShort();
};

void TstCellFields::aChangedCellReachesWhatTheSightSays_data()
{
    QTest::addColumn<QString>("className");
    for (const LayerType *type : layerTypes())
        QTest::addRow("%s", type->className.c_str()) << QString::fromStdString(type->className);
}

void TstCellFields::aChangedCellReachesWhatTheSightSays()
{
    QFETCH(QString, className);
    const LayerType &type = *findLayerType(className.toStdString());
    std::mt19937 random(qChecksum(className.toLatin1()));
    for (int round = 0; round < 12; ++round) {
        const auto made = randomLayer(type, random);
        QVERIFY2(made.has_value(), "no legal arguments were found");
        std::vector<Shape> shapes;
        for (const Tensor &input : made->inputs)
            shapes.emplace_back(input.extents());
        const Shape outputShape = *inferShape(made->layer, shapes);
        const Extents output = *outputShape.extents();
        for (std::size_t which = 0; which < made->inputs.size(); ++which) {
            const Tensor &input = made->inputs[which];
            const Compute compute = [&](const Tensor &changedInput) {
                std::vector<Tensor> inputs = made->inputs;
                inputs[which] = changedInput;
                KernelContext context;
                context.forcedKernel = "reference";
                return *type.forward(made->layer.params(), inputs, made->weights, context);
            };
            const Sight sight = sightOf(made->layer, shapes, outputShape, which);
            const Tensor before = compute(input);
            std::vector<Region> seen(static_cast<std::size_t>(before.size()),
                                     Region(input.extents().size() - 1));
            const std::int64_t step = std::max<std::int64_t>(input.size() / 60, 1);
            for (std::int64_t i = 0; i < input.size(); i += step) {
                const Extents at = indexAt(i, input.extents());
                const auto found = changed(compute, input, before, i);
                for (const std::int64_t o : found)
                    QCOMPARE(indexAt(o, output)[0], at[0]);
                const Region really = regionOfPositions(found, output);
                const Region said =
                    reachedRegion(sight, regionOf(withoutBatch(at)), input.extents(), output);
                Region both = said;
                unite(both, really);
                const QString told = u"%1: cell %2 of input %3 reaches %4, said %5"_s
                                         .arg(describe(made->layer, made->inputs),
                                              QString::fromStdString(toString(at)))
                                         .arg(which)
                                         .arg(text(really), text(said));
                QVERIFY2(both == said, qPrintable(told));
                if (!mayHide(made->layer, input.extents(), output))
                    QVERIFY2(really == said, qPrintable(told));
                for (const std::int64_t o : found)
                    unite(seen[static_cast<std::size_t>(o)], regionOf(withoutBatch(at)));
            }
            // The same from the other side, where all cells were changed.
            if (step > 1 || mayHide(made->layer, input.extents(), output))
                continue;
            for (std::int64_t o = 0; o < before.size(); ++o) {
                const Region said = seenRegion(sight, regionOf(withoutBatch(indexAt(o, output))),
                                               input.extents(), output);
                QVERIFY2(said == seen[static_cast<std::size_t>(o)],
                         qPrintable(u"%1: output %2 sees %3, said %4"_s.arg(
                             describe(made->layer, made->inputs),
                             QString::fromStdString(toString(indexAt(o, output))),
                             text(seen[static_cast<std::size_t>(o)]), text(said))));
            }
        }
    }
}

void TstCellFields::fieldsOfStacksAreWhatChanges_data()
{
    QTest::addColumn<int>("rank");
    QTest::newRow("sequences") << 3;
    QTest::newRow("pictures") << 4;
}

void TstCellFields::fieldsOfStacksAreWhatChanges()
{
    QFETCH(int, rank);
    std::mt19937 random(static_cast<unsigned>(rank));
    int tried = 0;
    while (tried < 40) {
        const auto stack = randomStack(random, rank, 2 + static_cast<int>(random() % 3));
        if (!stack)
            continue;
        ++tried;
        const int last = stack->model.size() - 1;
        const Tensor before = outputOf(stack->model, stack->input);
        QVERIFY(!before.isNull());
        QString told;
        for (const auto &layer : stack->model.layers)
            told += describe(*layer, {}) + u"; "_s;
        const Compute compute = [&](const Tensor &input) { return outputOf(stack->model, input); };
        for (int probe = 0; probe < 6; ++probe) {
            const auto i = static_cast<std::int64_t>(
                random() % static_cast<std::uint64_t>(stack->input.size()));
            const Extents at = indexAt(i, stack->input.extents());
            const Region really =
                regionOfPositions(changed(compute, stack->input, before, i), before.extents());
            Region said(before.extents().size() - 1);
            for (const CellReach &reach :
                 reachOf(stack->model, stack->shapes, {Source::Kind::Input, 0},
                         regionOf(withoutBatch(at)))) {
                if (reach.layer == last)
                    said = reach.region;
            }
            QVERIFY2(really == said,
                     qPrintable(u"%1 input %2, cell %3 reaches %4, said %5"_s.arg(
                         told, QString::fromStdString(toString(stack->input.extents())),
                         QString::fromStdString(toString(at)), text(really), text(said))));
        }
        // Both directions agree.
        const auto o =
            static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(before.size()));
        const Region cell = regionOf(withoutBatch(indexAt(o, before.extents())));
        Region field(stack->input.extents().size() - 1);
        for (const CellField &one : fieldsOf(stack->model, stack->shapes, last, cell)) {
            if (one.tensor.kind == Source::Kind::Input)
                field = one.region;
        }
        Region reaching(field.size());
        for (std::int64_t i = 0; i < stack->input.size(); ++i) {
            const Region from = regionOf(withoutBatch(indexAt(i, stack->input.extents())));
            for (const CellReach &reach :
                 reachOf(stack->model, stack->shapes, {Source::Kind::Input, 0}, from)) {
                if (reach.layer != last)
                    continue;
                Region joined = reach.region;
                unite(joined, cell);
                if (joined == reach.region)
                    unite(reaching, from);
            }
        }
        // Through a reshape some cells are a region with more corners than its box has.
        const bool isExact = std::none_of(
            stack->model.layers.begin(), stack->model.layers.end(), [](const auto &layer) {
                return layer->type().className == "Reshape" || layer->type().className == "Flatten";
            });
        Region both = reaching;
        unite(both, field);
        QVERIFY(both == reaching);
        if (isExact)
            QVERIFY2(field == reaching, qPrintable(u"%1 field %2, reached from %3"_s.arg(
                                            told, text(field), text(reaching))));
    }
}

namespace {

Layer layerOf(const char *className, const char *name,
              const std::vector<std::pair<std::string, Value>> &arguments,
              std::vector<std::string> inputs = {})
{
    Layer layer(*findLayerType(className), name);
    for (const auto &[argument, value] : arguments)
        layer = *layer.with(argument, value);
    return layer.withInputs(std::move(inputs));
}

Model modelOf(const std::vector<Layer> &layers)
{
    Model model;
    for (const Layer &layer : layers)
        model.layers.push_back(std::make_shared<const Layer>(layer));
    return model;
}

ModelShapes shapesOf(const Model &model, const Shape &input)
{
    return inferShapes(model, std::span(&input, 1));
}

/// Four levels down and up again, a transposed layer up, the skip joined by channels.
Model uNet(int levels)
{
    const Value same(std::string("same"));
    std::vector<Layer> layers;
    const auto conv = [&](const std::string &name) {
        layers.push_back(layerOf("Conv2D", name.c_str(),
                                 {{"filters", Value(std::int64_t{2})}, {"padding", same}}));
    };
    for (int level = 0; level < levels; ++level) {
        conv("down" + std::to_string(level));
        layers.push_back(layerOf("MaxPooling2D", ("pool" + std::to_string(level)).c_str(), {}));
    }
    conv("bottom");
    for (int level = levels; level-- > 0;) {
        const std::string number = std::to_string(level);
        layers.push_back(layerOf("Conv2DTranspose", ("up" + number).c_str(),
                                 {{"filters", Value(std::int64_t{2})},
                                  {"kernel_size", Value(IntList{2, 2})},
                                  {"strides", Value(IntList{2, 2})}}));
        layers.push_back(layerOf("Concatenate", ("join" + number).c_str(), {},
                                 {"up" + number, "down" + number}));
        conv("out" + number);
    }
    return modelOf(layers);
}

} // namespace

void TstCellFields::branchesAreToldApart()
{
    const Model model = uNet(1);
    const ModelShapes shapes = shapesOf(model, Shape{1, 16, 16, 1});
    const auto fields = fieldsOf(model, shapes, model.size() - 1, regionOf({8, 8, 0}));
    const auto skipped = std::find_if(fields.begin(), fields.end(), [&](const CellField &field) {
        return field.tensor == Source{Source::Kind::Layer, model.indexOf("down0")};
    });
    QVERIFY(skipped != fields.end());
    QCOMPARE(skipped->branches.size(), std::size_t{2});
    // The short way first: it was read last.
    QCOMPARE(model.layer(skipped->branches[0].reader).name(), std::string("join0"));
    QCOMPARE(text(skipped->branches[0].region), u"{7-9}×{7-9}×{0-1}"_s);
    QCOMPARE(model.layer(skipped->branches[1].reader).name(), std::string("pool0"));
    QCOMPARE(text(skipped->branches[1].region), u"{4-11}×{4-11}×{0-1}"_s);
    QCOMPARE(text(skipped->region), u"{4-11}×{4-11}×{0-1}"_s);
}

void TstCellFields::paddingShareOfACorner()
{
    const Model model =
        modelOf({layerOf("Conv2D", "conv", {{"padding", Value(std::string("same"))}})});
    const ModelShapes shapes = shapesOf(model, Shape{1, 9, 9, 3});
    const auto corner = fieldsOf(model, shapes, 0, regionOf({0, 0, 0}));
    QCOMPARE(corner.size(), std::size_t{1});
    QCOMPARE(text(corner[0].region), u"{0-1}×{0-1}×{0-2}"_s);
    QCOMPARE(corner[0].reach.front(), (CellRange{-1, 1}));
    QCOMPARE(corner[0].paddingShare(), 1 - 4.0 / 9);
    QCOMPARE(fieldsOf(model, shapes, 0, regionOf({4, 4, 0}))[0].paddingShare(), 0.0);
}

void TstCellFields::noPaddingWhereNoneIs()
{
    const Value bilinear(std::string("bilinear"));
    const Model model =
        modelOf({layerOf("UpSampling2D", "up", {{"interpolation", bilinear}}),
                 layerOf("Conv2D", "conv", {}),
                 layerOf("Conv2D", "wide",
                         {{"padding", Value(std::string("same"))},
                          {"dilation_rate", Value(std::vector<std::int64_t>{2, 2})}})});
    const ModelShapes shapes = shapesOf(model, Shape{1, 4, 4, 1});
    // Blending holds its window inside: that is no padding, nor is it for the layers behind.
    for (int layer : {0, 1}) {
        const auto fields = fieldsOf(model, shapes, layer, regionOf({0, 0, 0}));
        for (const CellField &field : fields)
            QCOMPARE(field.paddingShare(), 0.0);
    }
    // A 5×5 window around row 5, column 5 of 6×6: cells between taps are not outside.
    const auto fields = fieldsOf(model, shapes, 2, regionOf({5, 5, 0}));
    QCOMPARE(text({fields[0].region[0]}), u"{3-3,5-5}"_s);
    QCOMPARE(fields[0].paddingShare(), 1 - 9.0 / 25);
}

void TstCellFields::theLargestFieldOfAUNetIsStated()
{
    const Model model = uNet(3);
    const int last = model.size() - 1;
    constexpr std::int64_t kSize = 160;
    const ModelShapes shapes = shapesOf(model, Shape{1, kSize, kSize, 1});
    std::set<std::int64_t> sizes;
    for (std::int64_t o = kSize / 2 - 16; o < kSize / 2 + 16; ++o) {
        const CellField field = fieldsOf(model, shapes, last, regionOf({o, o, 0})).back();
        QCOMPARE(field.tensor.kind, Source::Kind::Input);
        sizes.insert(field.region[0].last() - field.region[0].first() + 1);
    }
    const ReceptiveField &stated = shapes.layers.back().field.value();
    QCOMPARE(sizes, (std::set<std::int64_t>{46, 54}));
    QCOMPARE(stated.axes[0].size, std::int64_t{54});
    QCOMPARE(stated.axes[0].jump, 1.0);
}

void TstCellFields::reshapesAreFollowed()
{
    const Model model =
        modelOf({layerOf("Conv2D", "conv", {{"filters", Value(std::int64_t{2})}}),
                 layerOf("Flatten", "flatten", {}), layerOf("Dense", "dense", {}),
                 layerOf("GlobalAveragePooling2D", "pool", {{"keepdims", Value(true)}}, {"conv"}),
                 layerOf("Multiply", "scale", {}, {"conv", "pool"})});
    const ModelShapes shapes = shapesOf(model, Shape{1, 6, 7, 1});
    const auto flat = fieldsOf(model, shapes, 1, regionOf({13}));
    // 13 of (4, 5, 2) is row 1, column 1, filter 1.
    QCOMPARE(text(flat[0].region), u"{1-1}×{1-1}×{1-1}"_s);
    QCOMPARE(text(flat[1].region), u"{1-3}×{1-3}×{0-0}"_s);
    QCOMPARE(shapes.layers[1].field->axes[0].size, std::int64_t{3});
    QVERIFY(std::isnan(shapes.layers[1].field->axes[0].jump));
    QVERIFY(!shapes.layers[1].field->everything);
    QVERIFY(shapes.layers[2].field->everything);
    QVERIFY(shapes.layers[3].field->everything);
    QVERIFY(shapes.layers[4].field->everything);
    const auto dense = fieldsOf(model, shapes, 2, regionOf({0}));
    QCOMPARE(text(dense.back().region), u"{0-5}×{0-6}×{0-0}"_s);
}

void TstCellFields::setsStayShort()
{
    CellSet set;
    set.add(5, 6);
    set.add(1, 2);
    set.add(9, 9);
    QCOMPARE(set.ranges().size(), std::size_t{3});
    set.add(3, 4);
    QCOMPARE(set.ranges(), (std::vector<CellRange>{{1, 6}, {9, 9}}));
    QVERIFY(set.contains(4));
    QVERIFY(!set.contains(7));
    QVERIFY(set.meets(7, 9));
    QCOMPARE(set.count(), std::int64_t{7});
    QCOMPARE(set.shifted(-2, 7).ranges(), (std::vector<CellRange>{{0, 4}}));
    set.add(0, 20);
    QCOMPARE(set.ranges(), (std::vector<CellRange>{{0, 20}}));
}

QTEST_APPLESS_MAIN(TstCellFields)
#include "tst_cell_fields.moc"
