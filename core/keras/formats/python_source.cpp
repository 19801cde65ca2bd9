// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/python_source.h"

#include "keras/layer_json.h"
#include "keras/operation_nodes.h"
#include "keras/param_json.h"
#include "keras/wrapped_layer.h"
#include "layers/time_distributed.h"
#include "layers/unknown_layer.h"
#include "model/wiring.h"
#include "tensor/file_bytes.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <map>
#include <set>

namespace convscope {

namespace {

/// Numbers of names up to which operations are counted on behind them.
constexpr int kMostNumbered = 1'000'000;

/// Stands in a call's arguments for a tensor that a variable holds.
constexpr const char *kVariable = "$variable";

std::string quoted(const std::string &text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + '"';
}

/// Whether an object is one of Keras', made by calling its class with its config.
bool isKerasObject(const Json &json)
{
    return stringMember(json, "module").starts_with("keras.") &&
           !stringMember(json, "class_name").empty() && json.contains("config") &&
           json["config"].is_object();
}

std::string python(const Json &json)
{
    std::string out;
    const auto list = [&](char open, char close) {
        out += open;
        for (const Json &item : json)
            out += (out.size() == 1 ? "" : ", ") + python(item);
        return out + close;
    };
    if (json.is_null())
        return "None";
    if (json.is_boolean())
        return json.get<bool>() ? "True" : "False";
    if (json.is_string())
        return quoted(json.get<std::string>());
    if (json.is_array())
        return list('[', ']');
    if (!json.is_object()) {
        const std::string text = jsonText(json);
        return text == "null" ? "float(\"nan\")" : text;
    }
    if (const Json *variable = member(json, kVariable))
        return variable->get<std::string>();
    if (isKerasObject(json)) {
        std::string arguments;
        for (const auto &[key, value] : json["config"].items()) {
            if (!value.is_null())
                arguments += (arguments.empty() ? "" : ", ") + key + '=' + python(value);
        }
        return fmt::format("{}.{}({})", stringMember(json, "module"),
                           stringMember(json, "class_name"), arguments);
    }
    for (const auto &[key, value] : json.items())
        out += (out.empty() ? "" : ", ") + quoted(key) + ": " + python(value);
    return '{' + out + '}';
}

/// Lists of sizes are tuples in Python's own calls.
std::string argument(const Json &json)
{
    if (!json.is_array())
        return python(json);
    std::string out;
    for (const Json &item : json)
        out += (out.empty() ? "" : ", ") + argument(item);
    return '(' + out + (json.size() == 1 ? ",)" : ")");
}

/// A call of keras.ops: tensors and constants in the order of the call, the rest by name.
std::string operationText(const Layer &layer, const std::vector<std::string> &variables)
{
    const LayerType &type = layer.type();
    if (type.table->indexOf("key") >= 0)
        return fmt::format("{}[{}]", variables.front(), std::get<std::string>(layer.value("key")));
    std::vector<std::string> arguments;
    std::size_t next = 0;
    for (const std::string &name : type.callArguments) {
        const int index = type.table->indexOf(name);
        const Value value = index >= 0 ? layer.value(name) : Value();
        if (!isNone(value)) {
            const Json json =
                valueToJson(type.table->params()[static_cast<std::size_t>(index)], value);
            // Operations take arrays, not lists of numbers.
            const bool isArray = std::holds_alternative<NumberArray>(value) && json.is_array();
            arguments.push_back(isArray
                                    ? fmt::format("keras.ops.array({}, \"float32\")", python(json))
                                    : argument(json));
        }
        if (isNone(value) && next < variables.size())
            arguments.push_back(variables[next++]);
    }
    if (type.callArguments.empty()) {
        std::string all;
        for (const std::string &name : variables)
            all += (all.empty() ? "" : ", ") + name;
        arguments.push_back(type.maxInputs > 1 ? '[' + all + ']' : all);
    }
    for (const ParamInfo &info : type.table->params()) {
        const Value value = layer.value(info.name);
        const bool isOfCall = std::find(type.callArguments.begin(), type.callArguments.end(),
                                        info.name) != type.callArguments.end();
        if (!isOfCall && value != info.defaultValue)
            arguments.push_back(info.name + '=' + argument(valueToJson(info, value)));
    }
    std::string out;
    for (const std::string &text : arguments)
        out += (out.empty() ? "" : ", ") + text;
    return fmt::format("keras.ops.{}({})", snakeCase(type.className), out);
}

/// A dtype policy of its own as an argument; empty for float32, and for casts, which state theirs.
std::string policyArgument(const Layer &layer)
{
    const LayerType &type = layer.type();
    if (type.table != nullptr && type.table->indexOf("dtype") >= 0)
        return {};
    const Json json = layerToJson(layer);
    const Json *dtype = member(json["config"], "dtype");
    const auto policy = dtype != nullptr ? policyOf(*dtype) : Result<std::string>();
    return policy && !policy->empty() && *policy != "float32"
               ? fmt::format("dtype={}, ", quoted(*policy))
               : std::string();
}

/// The number behind a name that Keras gives by itself: 1 for "add", k + 1 for "add_k", and 0 for
/// other names.
int numberBehind(const std::string &name, const std::string &prefix)
{
    if (name == prefix)
        return 1;
    if (!name.starts_with(prefix + '_'))
        return 0;
    int number = 0;
    const char *end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + prefix.size() + 1, end, number);
    return read.ec == std::errc() && read.ptr == end && number >= 0 && number < kMostNumbered
               ? number + 1
               : 0;
}

class SourceWriter
{
public:
    explicit SourceWriter(const Model &model)
        : m_model(model), m_wiring(model), m_inputs(model.inputs)
    {
        for (const auto &layer : model.layers) {
            if (!layer->sharedWith().empty())
                m_calledAgain.insert(layer->sharedWith());
            if (isUnknown(*layer) && !unknownLayer(*layer).outputOf.empty())
                m_withFurtherOutputs.insert(unknownLayer(*layer).outputOf);
        }
        if (m_inputs.empty())
            m_inputs.push_back({"input", Shape()});
    }

    std::string write()
    {
        m_out = "# A Keras 3 model, written by ConvScope.\nimport keras\nfrom keras import "
                "layers\n\n";
        for (const ModelInput &input : m_inputs)
            line(variable(input.name),
                 fmt::format("keras.Input(batch_shape={}, name={})",
                             argument(shapeToJson(input.shape)), quoted(written(input.name))));
        numberOperations();
        for (int i = 0; i < m_model.size(); ++i)
            addLayer(i);
        std::string outputs;
        for (const int index : m_model.outputIndices())
            outputs += (outputs.empty() ? "" : ", ") + variable(m_model.layer(index).name());
        std::string inputs;
        for (const ModelInput &input : m_inputs)
            inputs += (inputs.empty() ? "" : ", ") + variable(input.name);
        const bool isSingle = m_inputs.size() == 1;
        m_out += fmt::format("\nmodel = keras.Model({}, {}, name={})\n",
                             isSingle ? inputs : '[' + inputs + ']',
                             m_model.outputIndices().size() == 1 ? outputs : '[' + outputs + ']',
                             quoted(written(m_model.name)));
        m_out += "\nif __name__ == \"__main__\":\n    model.summary()\n";
        return std::move(m_out);
    }

private:
    void line(const std::string &name, const std::string &value)
    {
        m_out += fmt::format("{} = {}\n", name, value);
    }

    /// Keras names operations by itself, and does not look at names that layers were given.
    void numberOperations()
    {
        std::map<std::string, int> first;
        for (const auto &layer : m_model.layers) {
            if (isOperation(layer->type()))
                first[snakeCase(layer->type().className)] = 0;
        }
        for (auto &[prefix, number] : first) {
            for (const ModelInput &input : m_inputs)
                number = std::max(number, numberBehind(written(input.name), prefix));
            for (const auto &layer : m_model.layers) {
                if (!isOperation(layer->type()))
                    number = std::max(number, numberBehind(written(layer->name()), prefix));
            }
            if (number > 0)
                m_out += fmt::format("while keras.backend.get_uid({}) < {}:  # not a layer's name\n"
                                     "    pass\n",
                                     quoted(prefix), number);
        }
    }

    /// Keras 3 takes no '/' in a name.
    static std::string written(std::string name)
    {
        std::replace(name.begin(), name.end(), '/', '_');
        return name;
    }

    /// A Python name of its own for each layer and input.
    std::string variable(const std::string &name)
    {
        const auto known = m_variables.find(name);
        if (known != m_variables.end())
            return known->second;
        static const std::set<std::string> kReserved{
            "keras", "layers", "model", "None",   "True", "False",  "and", "as", "class",
            "def",   "del",    "for",   "from",   "if",   "import", "in",  "is", "lambda",
            "not",   "or",     "pass",  "return", "try",  "while",  "with"};
        std::string out;
        for (const char c : name)
            out += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
        if (out.empty() || std::isdigit(static_cast<unsigned char>(out.front())) != 0)
            out.insert(out.begin(), '_');
        while (kReserved.count(out) != 0 || !m_taken.insert(out).second)
            out += '_';
        m_variables[name] = out;
        return out;
    }

    std::string construction(const Layer &layer)
    {
        if (insideTimeDistributed(layer.type()) != nullptr)
            return fmt::format("layers.TimeDistributed({}{}, {}name={})",
                               construction(unwrapped(layer).inner),
                               layer.isTrainable() ? "" : ", trainable=False",
                               policyArgument(layer), quoted(written(layer.name())));
        // What Keras does not offer under keras.layers is found by where it lies.
        if (isUnknown(layer) || layer.type().module != "keras.layers") {
            Json json = layerToJson(layer);
            json["config"]["name"] = written(layer.name());
            return fmt::format("keras.saving.deserialize_keras_object({})", literal(json));
        }
        std::string arguments;
        const Json config = layerToJson(layer)["config"];
        for (const ParamInfo &info : layer.type().table->params()) {
            const Json *value = member(config, info.name);
            // Keras 3 gives average pooling no default for its pool_size.
            const bool isStated = info.required || info.name == "pool_size";
            if (value != nullptr && (isStated || layer.value(info.name) != info.defaultValue))
                arguments += fmt::format("{}={}, ", info.name, argument(*value));
        }
        if (!layer.isTrainable())
            arguments += "trainable=False, ";
        arguments += policyArgument(layer);
        return fmt::format("layers.{}({}name={})", layer.type().className, arguments,
                           quoted(written(layer.name())));
    }

    /// Objects stay dictionaries: deserialize_keras_object makes them.
    static std::string literal(const Json &json)
    {
        if (!json.is_structured())
            return python(json);
        std::string out;
        if (json.is_array()) {
            for (const Json &item : json)
                out += (out.empty() ? "" : ", ") + literal(item);
            return '[' + out + ']';
        }
        for (const auto &[key, value] : json.items())
            out += (out.empty() ? "" : ", ") + quoted(key) + ": " + literal(value);
        return '{' + out + '}';
    }

    void addLayer(int index)
    {
        const Layer &layer = m_model.layer(index);
        if (isUnknown(layer) && !unknownLayer(layer).outputOf.empty()) {
            line(variable(layer.name()),
                 fmt::format("{}[{}]", variable(unknownLayer(layer).outputOf + ":all"),
                             unknownLayer(layer).outputIndex));
            return;
        }
        const Layer &owner = m_wiring.owner(index);
        const std::string maker = variable(owner.name() + ":layer");
        const bool isOwner = &owner == &layer;
        const bool isCalledAgain = m_calledAgain.contains(layer.name());
        if (isOwner && isCalledAgain)
            line(maker, construction(layer));
        const std::string call =
            isOperation(layer.type())
                ? operationText(layer, readVariables(index))
                : fmt::format("{}({})", isOwner && !isCalledAgain ? construction(layer) : maker,
                              callArguments(index));
        if (m_withFurtherOutputs.contains(layer.name())) {
            const std::string all = variable(layer.name() + ":all");
            line(all, call);
            line(variable(layer.name()), all + "[0]");
        } else {
            line(variable(layer.name()), layer.isBypassed() ? readVariables(index).front() : call);
        }
    }

    std::vector<std::string> readVariables(int index)
    {
        std::vector<std::string> names;
        for (const Source &source : m_wiring.sources(index)) {
            if (source.kind == Source::Kind::Input)
                names.push_back(variable(m_inputs[static_cast<std::size_t>(source.index)].name));
            else if (source.kind == Source::Kind::Layer)
                names.push_back(variable(m_model.layer(source.index).name()));
        }
        return names;
    }

    std::string callArguments(int index)
    {
        const Layer &layer = m_model.layer(index);
        const std::vector<std::string> names = readVariables(index);
        if (isUnknown(layer)) {
            auto call = parseJson(unknownLayer(layer).call, "a call");
            std::size_t next = 0;
            if (call && putVariables(*call, names, next) && next == names.size())
                return spelled(*call);
        }
        std::string all;
        for (const std::string &name : names)
            all += (all.empty() ? "" : ", ") + name;
        const bool isList = isUnknown(layer) ? names.size() > 1 : layer.type().maxInputs > 1;
        return isList ? '[' + all + ']' : all;
    }

    static bool putVariables(Json &json, const std::vector<std::string> &names, std::size_t &next)
    {
        if (stringMember(json, "class_name") == "__keras_tensor__") {
            if (next >= names.size())
                return false;
            json = Json::object({{kVariable, names[next++]}});
            return true;
        }
        if (!json.is_structured())
            return true;
        for (Json &item : json) {
            if (!putVariables(item, names, next))
                return false;
        }
        return true;
    }

    static std::string spelled(const Json &call)
    {
        std::string out;
        if (const Json *positional = member(call, "args"); positional != nullptr) {
            for (const Json &item : *positional)
                out += (out.empty() ? "" : ", ") + python(item);
        }
        if (const Json *named = member(call, "kwargs"); named != nullptr) {
            for (const auto &[key, value] : named->items()) {
                if (!value.is_null() && key != "training")
                    out += (out.empty() ? "" : ", ") + key + '=' + python(value);
            }
        }
        return out;
    }

    const Model &m_model;
    Wiring m_wiring;
    /// Names of layers that are called more than once, and of those with several outputs.
    std::set<std::string> m_calledAgain;
    std::set<std::string> m_withFurtherOutputs;
    std::vector<ModelInput> m_inputs;
    std::string m_out;
    std::map<std::string, std::string> m_variables;
    std::set<std::string> m_taken;
};

} // namespace

std::string pythonSource(const Model &model)
{
    return SourceWriter(model).write();
}

Result<SaveReport> writePythonSource(const std::string &path, const SaveRequest &request)
{
    const std::string text = pythonSource(request.model);
    auto written =
        replaceFile(path, {reinterpret_cast<const unsigned char *>(text.data()), text.size()});
    if (!written)
        return fail(written.error());
    SaveReport report;
    for (const auto &layer : request.model.layers) {
        if (!layer->storedWeights().empty()) {
            report.unsupported.push_back(
                words("Python source holds no weights; save them beside it as .weights.h5 and call "
                      "model.load_weights()"));
            break;
        }
    }
    return report;
}

} // namespace convscope
