// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/config_rules.h"

#include "keras/near_match.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace convscope {

namespace {

/// Read elsewhere (name, shapes), or without meaning for what a layer computes.
constexpr std::array<std::string_view, 19> kBookkeeping{
    "name",           "trainable",       "dtype",    "batch_input_shape", "batch_shape",
    "input_shape",    "batch_size",      "module",   "registered_name",   "build_config",
    "compile_config", "ragged",          "sparse",   "shared_object_id",  "optional",
    "synchronized",   "renorm_clipping", "autocast", "renorm_momentum"};

/// Dropped where they ask for nothing; otherwise what they ask for cannot be done.
constexpr std::array<std::pair<std::string_view, Words (*)()>, 5> kRefused{{
    {"quantization_config", [] { return words("quantised weights cannot be read"); }},
    {"quantization_mode", [] { return words("quantised weights cannot be read"); }},
    {"lora_rank",
     [] { return words("LoRA weights cannot be read; merge them into the kernel first"); }},
    {"lora_alpha",
     [] { return words("LoRA weights cannot be read; merge them into the kernel first"); }},
    {"renorm", [] { return words("batch renormalisation is not supported"); }},
}};

/// Keys that some version writes on a class without saying anything by them: these values are
/// passed over. From the configs of every class, tests/data/keras/configs.json. No class: any.
struct NeutralKey
{
    std::string_view className;
    std::string_view key;
    /// As JSON; empty: whatever it is.
    std::string_view value;
};

constexpr std::array<NeutralKey, 13> kNeutral{{
    {"SpatialDropout1D", "noise_shape", "null"},
    {"SpatialDropout2D", "noise_shape", "null"},
    {"SpatialDropout3D", "noise_shape", "null"},
    {"GaussianDropout", "noise_shape", "null"},
    {"SpatialDropout1D", "data_format", "\"channels_last\""},
    {"LayerNormalization", "rms_scaling", "false"},
    {"BatchNormalization", "virtual_batch_size", "null"},
    {"BatchNormalization", "adjustment", "null"},
    {"BatchNormalization", "fused", ""},
    {"", "dtype_policy", ""},
    {"", "implementation", ""},
    {"", "rng_type", ""},
    {"", "input_dim", ""},
}};

bool isNeutral(const LayerType &type, std::string_view key, const Json &value)
{
    return std::any_of(kNeutral.begin(), kNeutral.end(), [&](const NeutralKey &entry) {
        return entry.key == key && (entry.className.empty() || entry.className == type.className) &&
               (entry.value.empty() || entry.value == jsonText(value));
    });
}

/// Keras 1 names that people still write.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kOldNames{{
    {"nb_filter", "filters"},
    {"nb_row", "kernel_size"},
    {"nb_col", "kernel_size"},
    {"filter_length", "kernel_size"},
    {"border_mode", "padding"},
    {"subsample", "strides"},
    {"subsample_length", "strides"},
    {"dim_ordering", "data_format"},
    {"atrous_rate", "dilation_rate"},
    {"init", "kernel_initializer"},
    {"W_regularizer", "kernel_regularizer"},
    {"b_regularizer", "bias_regularizer"},
    {"W_constraint", "kernel_constraint"},
    {"b_constraint", "bias_constraint"},
    {"bias", "use_bias"},
    {"output_dim", "units"},
    {"length", "size"},
}};

bool has(const LayerType &type, std::string_view argument)
{
    return type.table->indexOf(argument) >= 0;
}

bool asksForNothing(const Json &value)
{
    return value.is_null() || value == false;
}

bool isSeparable(const LayerType &type)
{
    return has(type, "pointwise_initializer");
}

/// tf.keras writes the kernel's arguments on separable layers, where nothing uses them.
bool isUnusedKernelArgument(const LayerType &type, std::string_view key)
{
    return isSeparable(type) && (key == "kernel_initializer" || key == "kernel_regularizer" ||
                                 key == "kernel_constraint");
}

bool isConvolution(const LayerType &type)
{
    return has(type, "kernel_size");
}

Json lowered(const Json &value)
{
    if (!value.is_string())
        return value;
    auto text = value.get<std::string>();
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Classes whose axis is one, though Keras 2 may have written it as a list of one.
bool isOneAxis(const LayerType &type)
{
    const int axis = type.table->indexOf("axis");
    return axis >= 0 &&
           type.table->params()[static_cast<std::size_t>(axis)].kind == ParamKind::Integer;
}

Failure refuse(const LayerType &type, const std::string &key, const Json &value, Words reason)
{
    return fail("E16", key, jsonText(value),
                words("{class}: {key} is {received}, but {reason}", type.className, key,
                      pythonText(value), std::move(reason)));
}

} // namespace

Result<ConfigItems> normalizedConfig(const LayerType &type, const Json &config,
                                     const KerasVersion &version)
{
    ConfigItems items;
    for (const auto &[key, value] : config.items()) {
        if (!has(type, key)) {
            if (std::find(kBookkeeping.begin(), kBookkeeping.end(), key) != kBookkeeping.end())
                continue;
            const auto refused =
                std::find_if(kRefused.begin(), kRefused.end(),
                             [&](const auto &entry) { return entry.first == key; });
            if (refused != kRefused.end()) {
                if (!asksForNothing(value))
                    return refuse(type, key, value, refused->second());
                continue;
            }
            // Keras 3 lets every layer have one; without a penalty it means nothing.
            if (key == "activity_regularizer" && value.is_null())
                continue;
            if (key == "groups" && isConvolution(type)) {
                if (integerOf(value) != 1)
                    return refuse(type, key, value,
                                  words("this class has no groups: only 1 is possible"));
                continue;
            }
            if (version.isKeras2() && isUnusedKernelArgument(type, key))
                continue;
            if (isNeutral(type, key, value))
                continue;
            if (key == "alpha" && has(type, "negative_slope")) {
                items.emplace_back("negative_slope", value);
                continue;
            }
        }
        if (key == "padding" || key == "data_format")
            items.emplace_back(key, lowered(value));
        else if (key == "axis" && isOneAxis(type) && value.is_array() && value.size() == 1)
            items.emplace_back(key, value.front());
        else
            items.emplace_back(key, value);
    }
    return items;
}

std::vector<std::string> keras1Keys(const Json &config)
{
    std::vector<std::string> found;
    if (config.is_object()) {
        for (const auto &[old, present] : kOldNames) {
            // Words of later versions too.
            if (old != "length" && old != "bias" && old != "init" && config.contains(old))
                found.emplace_back(old);
        }
    }
    return found;
}

Words unknownKeyMessage(const LayerType &type, const std::string &key)
{
    Words message = words("{class} has no argument '{key}'", type.className, key);
    const bool isKernel = key.starts_with("kernel_");
    if (isSeparable(type) && isKernel)
        return words("{message}. Did you mean 'depthwise_{rest}' or 'pointwise_{rest}'?",
                     std::move(message), key.substr(7));
    if (has(type, "depthwise_initializer") && isKernel && has(type, "depthwise_" + key.substr(7)))
        return words("{message}. Did you mean 'depthwise_{rest}'?", std::move(message),
                     key.substr(7));
    std::vector<std::string> known;
    for (const ParamInfo &info : type.table->params())
        known.push_back(info.name);
    const auto old = std::find_if(kOldNames.begin(), kOldNames.end(),
                                  [&](const auto &entry) { return entry.first == key; });
    if (old != kOldNames.end() && has(type, old->second))
        return words("{message}: since Keras 2 it is called '{name}'", std::move(message),
                     old->second);
    if (!nearMatches(key, known).empty())
        return didYouMean(std::move(message), key, known);
    return words("{message}. It has: {known}", std::move(message),
                 fmt::format("{}", fmt::join(known, ", ")));
}

} // namespace convscope
