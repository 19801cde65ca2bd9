// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/donated_weights.h"

#include "keras/formats/model_format.h"
#include "keras/stored_weights.h"
#include "layers/unknown_layer.h"
#include "model/shape_inference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace convscope {

namespace {

std::vector<Extents> shapesOf(std::span<const Tensor> tensors)
{
    std::vector<Extents> shapes;
    for (const Tensor &tensor : tensors)
        shapes.push_back(tensor.extents());
    return shapes;
}

/// A layer that takes weights, and the shapes they must have; none where they are not known.
struct Receiver
{
    int layer = 0;
    std::string name;
    std::string id;
    bool isKnown = true;
    std::vector<Extents> shapes;
};

/// As it stands in files of Keras 3, which allows no '/' (modelJson).
std::string writtenName(std::string name)
{
    std::replace(name.begin(), name.end(), '/', '_');
    return name;
}

class Matcher
{
public:
    Matcher(const Model &model, std::span<const Shape> inputShapes, DonatedWeights donated)
        : m_model(model), m_groups(std::move(donated.groups)), m_isOrdered(donated.isOrdered)
    {
        findReceivers(inputShapes);
        std::erase_if(m_groups, [](const DonatedGroup &g) { return g.weights.empty(); });
        if (donated.isFlat)
            cutFlatList();
        else
            splitInnerModels();
    }

    WeightMatch match()
    {
        WeightMatch result;
        std::vector<int> places; // group → receiver, or −1
        const auto isWhole = [&] {
            return std::find(places.begin(), places.end(), -1) == places.end();
        };
        places = pair([](const Receiver &r, const DonatedGroup &g) {
            return r.name == g.name || writtenName(r.name) == g.name;
        });
        if (!isWhole()) {
            const std::vector<int> byName = places;
            places = pair([](const Receiver &r, const DonatedGroup &g) {
                return !g.id.empty() && r.id == g.id;
            });
            result.by = WeightMatch::By::Class;
            if (!isWhole() && m_isOrdered && m_groups.size() == m_receivers.size()) {
                for (std::size_t i = 0; i < places.size(); ++i)
                    places[i] = static_cast<int>(i);
                result.by = WeightMatch::By::Order;
            }
            if (!isWhole()) {
                places = byName;
                result.by = WeightMatch::By::Name;
            }
        }
        fillRows(places, result);
        result.groups = std::move(m_groups);
        return result;
    }

private:
    void findReceivers(std::span<const Shape> inputShapes)
    {
        const ModelShapes shapes = inferShapes(m_model, inputShapes);
        std::map<std::string, int> used;
        for (int i = 0; i < m_model.size(); ++i) {
            const Layer &layer = m_model.layer(i);
            if (!layer.sharedWith().empty())
                continue;
            const LayerShapes &known = shapes.layers[static_cast<std::size_t>(i)];
            const std::string base = snakeCase(layer.type().className);
            const int number = used[base]++;
            Receiver receiver{i,
                              layer.name(),
                              number == 0 ? base : fmt::format("{}_{}", base, number),
                              known.output && !isUnknown(layer),
                              {}};
            if (receiver.isKnown) {
                for (const WeightSpec &spec : known.weights)
                    receiver.shapes.push_back(spec.shape);
            } else {
                receiver.shapes = shapesOf(layer.storedWeights());
            }
            // A layer that is illegal or waits may take weights that nobody can check yet.
            const bool mayTake = !receiver.shapes.empty() ||
                                 (!receiver.isKnown && layer.type().weightSpecs != nullptr);
            if (mayTake)
                m_receivers.push_back(std::move(receiver));
        }
    }

    /// As get_weights() lists them: layer by layer.
    void cutFlatList()
    {
        if (m_groups.empty())
            return;
        DonatedGroup flat = std::move(m_groups.front());
        m_groups.clear();
        std::size_t next = 0;
        for (const Receiver &receiver : m_receivers) {
            DonatedGroup group;
            group.name = receiver.name;
            for (std::size_t i = 0; i < receiver.shapes.size() && next < flat.weights.size(); ++i)
                group.weights.push_back(flat.weights[next++]);
            if (!group.weights.empty())
                m_groups.push_back(std::move(group));
        }
        if (next < flat.weights.size()) {
            DonatedGroup rest;
            rest.weights.assign(flat.weights.begin() + static_cast<std::ptrdiff_t>(next),
                                flat.weights.end());
            m_groups.push_back(std::move(rest));
        }
    }

    /// The weights of a model inside the model stand in one group; their names say the layer.
    void splitInnerModels()
    {
        std::vector<DonatedGroup> all;
        for (DonatedGroup &group : m_groups) {
            const bool isInner =
                m_model.indexOf(group.name) < 0 &&
                std::any_of(m_receivers.begin(), m_receivers.end(), [&](const Receiver &r) {
                    return !group.name.empty() && r.name.starts_with(group.name + '/');
                });
            if (!isInner || group.names.size() != group.weights.size()) {
                all.push_back(std::move(group));
                continue;
            }
            for (std::size_t i = 0; i < group.weights.size(); ++i) {
                const std::string &path = group.names[i];
                const auto last = path.rfind('/');
                const std::string owner = path.substr(0, std::min(last, path.size()));
                const std::string name = group.name + '/' + owner.substr(owner.rfind('/') + 1);
                const auto found = std::find_if(
                    all.begin(), all.end(), [&](const DonatedGroup &g) { return g.name == name; });
                DonatedGroup &target = found != all.end() ? *found : all.emplace_back();
                target.name = name;
                target.names.push_back(path);
                target.weights.push_back(group.weights[i]);
            }
        }
        m_groups = std::move(all);
    }

    /// For each group the receiver that belongs to it, or −1.
    template <class Belongs>
    std::vector<int> pair(const Belongs &belongs) const
    {
        std::vector<int> places;
        for (const DonatedGroup &group : m_groups) {
            const auto found =
                std::find_if(m_receivers.begin(), m_receivers.end(),
                             [&](const Receiver &receiver) { return belongs(receiver, group); });
            places.push_back(
                found == m_receivers.end() ? -1 : static_cast<int>(found - m_receivers.begin()));
        }
        return places;
    }

    void fillRows(const std::vector<int> &places, WeightMatch &result) const
    {
        using State = WeightMatchRow::State;
        for (std::size_t r = 0; r < m_receivers.size(); ++r) {
            const Receiver &receiver = m_receivers[r];
            const auto found = std::find(places.begin(), places.end(), static_cast<int>(r));
            WeightMatchRow row;
            row.layer = receiver.layer;
            row.expected = receiver.shapes;
            if (found == places.end()) {
                row.state = State::NoDonor;
            } else {
                row.group = static_cast<int>(found - places.begin());
                row.received = shapesOf(m_groups[static_cast<std::size_t>(row.group)].weights);
                row.state = receiver.isKnown && row.received != row.expected ? State::WrongShape
                                                                             : State::Fits;
            }
            result.rows.push_back(std::move(row));
        }
        for (std::size_t g = 0; g < places.size(); ++g) {
            if (places[g] >= 0)
                continue;
            WeightMatchRow row;
            row.state = State::NoLayer;
            row.group = static_cast<int>(g);
            row.received = shapesOf(m_groups[g].weights);
            result.rows.push_back(std::move(row));
        }
    }

    const Model &m_model;
    std::vector<DonatedGroup> m_groups;
    bool m_isOrdered;
    std::vector<Receiver> m_receivers;
};

Words listed(const std::vector<Extents> &shapes)
{
    std::string out = "[";
    for (std::size_t i = 0; i < shapes.size(); ++i)
        out += (i == 0 ? "" : ", ") + toString(shapes[i]);
    return arraysOf(shapes.size(), out + ']');
}

} // namespace

Result<DonatedWeights> loadWeights(const std::string &path, const LoadOptions &options)
{
    const auto probe = FileProbe::open(path);
    if (!probe)
        return fail(probe.error());
    const ModelFormat *format = formatOf(*probe);
    if (format == nullptr)
        return fail(noFormat(*probe));
    Result<DonatedWeights> donated;
    if (format->readWeights != nullptr) {
        donated = format->readWeights(*probe, options);
    } else {
        const auto loaded = loadModel(path, options);
        if (!loaded)
            return fail(loaded.error());
        for (const auto &layer : loaded->model.layers) {
            DonatedGroup group;
            group.name = layer->name();
            group.weights = layer->storedWeights();
            if (isUnknown(*layer))
                group.names = unknownLayer(*layer).weightNames;
            donated->groups.push_back(std::move(group));
        }
    }
    if (!donated)
        return donated;
    const bool isEmpty =
        std::all_of(donated->groups.begin(), donated->groups.end(),
                    [](const DonatedGroup &group) { return group.weights.empty(); });
    if (isEmpty)
        return fail("input", "weights", {}, words("{path} holds no weights.", path));
    return donated;
}

bool WeightMatch::fitsWholly() const
{
    return std::all_of(rows.begin(), rows.end(), [](const WeightMatchRow &row) {
        return row.state == WeightMatchRow::State::Fits ||
               row.state == WeightMatchRow::State::NoDonor;
    });
}

WeightMatch matchWeights(const Model &model, std::span<const Shape> inputShapes,
                         DonatedWeights donated)
{
    return Matcher(model, inputShapes, std::move(donated)).match();
}

Model withMatchedWeights(const Model &model, const WeightMatch &match)
{
    Model result = model;
    for (const WeightMatchRow &row : match.rows) {
        if (row.state != WeightMatchRow::State::Fits)
            continue;
        const DonatedGroup &group = match.groups[static_cast<std::size_t>(row.group)];
        auto &layer = result.layers[static_cast<std::size_t>(row.layer)];
        if (!isUnknown(*layer)) {
            layer = std::make_shared<const Layer>(layer->withWeights(group.weights));
            continue;
        }
        std::vector<std::string> names = unknownLayer(*layer).weightNames;
        if (names.size() != group.weights.size())
            names = group.names;
        names.resize(group.weights.size(), "weight");
        layer = std::make_shared<const Layer>(
            withUnknownWeights(*layer, std::move(names), group.weights));
    }
    return result;
}

std::vector<Words> matchNotes(const Model &model, const WeightMatch &match)
{
    using State = WeightMatchRow::State;
    constexpr int kMostNamed = 5;
    std::vector<Words> notes;
    if (match.by == WeightMatch::By::Class)
        notes.push_back(words("the names of its layers are others: its weights were given by the "
                              "classes of the layers and their numbers"));
    if (match.by == WeightMatch::By::Order)
        notes.push_back(words("the names of its layers are others: its weights were given in "
                              "the order of the layers"));
    std::string names;
    int missing = 0;
    for (const WeightMatchRow &row : match.rows) {
        if (row.state == State::NoDonor && ++missing <= kMostNamed)
            names += (names.empty() ? "" : ", ") + model.layer(row.layer).name();
    }
    if (missing > kMostNamed)
        notes.push_back(words("holds no weights for {names} and {count} more layers, which keep "
                              "those they had",
                              names, missing - kMostNamed));
    else if (missing > 0)
        notes.push_back(
            words("holds no weights for {names}, which keep those they had", std::move(names)));
    return notes;
}

Error matchError(const Model &model, const WeightMatch &match)
{
    using State = WeightMatchRow::State;
    // Of a list without names what is left over stands in a group without one.
    const auto isRestOfAList = [&](const WeightMatchRow &row) {
        if (row.state != State::NoLayer)
            return false;
        const DonatedGroup &group = match.groups[static_cast<std::size_t>(row.group)];
        return group.name.empty() && group.id.empty() && group.names.empty();
    };
    for (const WeightMatchRow &row : match.rows) {
        if (row.state != State::WrongShape)
            continue;
        const std::string &layer = model.layer(row.layer).name();
        return Error{"E17",
                     layer,
                     "weights",
                     {},
                     words("weights: {layer} must have {expected}. Received {received}", layer,
                           listed(row.expected), listed(row.received))};
    }
    if (const auto rest = std::find_if(match.rows.begin(), match.rows.end(), isRestOfAList);
        rest != match.rows.end()) {
        std::size_t all = 0;
        for (const DonatedGroup &group : match.groups)
            all += group.weights.size();
        return Error{
            "E17",
            {},
            "weights",
            {},
            words("weights: the model takes {count} arrays. Received {received}, in one list",
                  all - rest->received.size(), all)};
    }
    const auto count = [&](State state) {
        return std::count_if(match.rows.begin(), match.rows.end(),
                             [&](const WeightMatchRow &row) { return row.state == state; });
    };
    const auto receivers = static_cast<std::ptrdiff_t>(match.rows.size()) - count(State::NoLayer);
    return Error{"E17",
                 {},
                 "weights",
                 {},
                 words("weights: expected those of {count} layers with weights. Received those of "
                       "{received} layers, not all of the same names",
                       receivers, match.groups.size())};
}

} // namespace convscope
