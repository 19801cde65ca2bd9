// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/wrapped_layer.h"

#include "base/check.h"
#include "layers/time_distributed.h"
#include "model/model.h"

namespace convscope {

namespace {

constexpr std::string_view kClass = "TimeDistributed";
/// Before the names of refused arguments that are the wrapper's own.
constexpr std::string_view kWrappedOwn = "TimeDistributed.";
/// Member of the kept config that holds what the inner entry says.
constexpr const char *kInside = "layer";

struct NoParams
{
    bool operator==(const NoParams &) const = default;
};

Json keptJson(const std::string &text)
{
    Json json = text.empty() ? Json() : Json::parse(text, nullptr, false);
    return json.is_object() ? json : Json::object();
}

std::string keptText(const Json &json)
{
    return json.empty() ? std::string() : jsonText(json);
}

Layer withStatement(const Layer &layer, LayerStatement statement)
{
    if (statement.isEmpty())
        return layer;
    return layer.withStatement(std::make_shared<const LayerStatement>(std::move(statement)));
}

} // namespace

const Json *layerInside(const Json &entry)
{
    std::string className = stringMember(entry, "class_name");
    if (const auto dot = className.find_last_of(".>"); dot != std::string::npos)
        className.erase(0, dot + 1);
    const Json *config = className == kClass ? member(entry, "config") : nullptr;
    return config != nullptr ? member(*config, kInside) : nullptr;
}

const LayerType &wrapperType()
{
    static const LayerType type = [] {
        LayerType made;
        made.className = kClass;
        made.table =
            std::make_shared<const Schema<NoParams>>(std::initializer_list<Param<NoParams>>{});
        return made;
    }();
    return type;
}

Layer wrapped(const Layer &outer, const Layer &inner)
{
    const LayerStatement none;
    const LayerStatement &own = outer.statement() != nullptr ? *outer.statement() : none;
    const LayerStatement &inside = inner.statement() != nullptr ? *inner.statement() : none;
    Json config = keptJson(own.config);
    config[kInside] = {{"name", inner.name()},
                       {"trainable", inner.isTrainable()},
                       {"config", keptJson(inside.config)},
                       {"entry", keptJson(inside.entry)}};
    LayerStatement both{jsonText(config), own.entry, inside.refused};
    for (RefusedArgument refused : own.refused) {
        refused.argument.insert(0, kWrappedOwn);
        both.refused.push_back(std::move(refused));
    }
    return withStatement(Layer(timeDistributed(inner.type()), outer.name())
                             .withParams(inner.params())
                             .withTrainable(outer.isTrainable() && inner.isTrainable()),
                         std::move(both));
}

UnwrappedLayer unwrapped(const Layer &layer)
{
    const LayerType *type = insideTimeDistributed(layer.type());
    check(type != nullptr, "a layer applied to every step");
    const LayerStatement none;
    const LayerStatement &both = layer.statement() != nullptr ? *layer.statement() : none;
    Json config = keptJson(both.config);
    const Json inside = config.value(kInside, Json::object());
    config.erase(kInside);
    LayerStatement outer{keptText(config), both.entry, {}};
    LayerStatement inner{keptText(inside.value("config", Json::object())),
                         keptText(inside.value("entry", Json::object())),
                         {}};
    for (RefusedArgument refused : both.refused) {
        if (refused.argument.starts_with(kWrappedOwn)) {
            refused.argument.erase(0, kWrappedOwn.size());
            outer.refused.push_back(std::move(refused));
        } else {
            inner.refused.push_back(std::move(refused));
        }
    }
    const Layer bare = Layer(*type, inside.value("name", snakeCase(type->className)))
                           .withParams(layer.params())
                           .withTrainable(inside.value("trainable", true));
    return {withStatement(Layer(wrapperType(), layer.name()).withTrainable(layer.isTrainable()),
                          std::move(outer)),
            withStatement(bare, std::move(inner))};
}

} // namespace convscope
