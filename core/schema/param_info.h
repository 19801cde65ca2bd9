// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "schema/object_family.h"
#include "schema/value.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace convscope {

/// What kind of value an argument takes. A new kind touches two switches: core/keras/param_json.cpp
/// and widgets/params/param_editor.cpp.
enum class ParamKind
{
    Integer,
    OptionalInteger,
    Number,
    OptionalNumber,
    Boolean,
    Choice,
    Tuple,
    OptionalTuple,
    Pairs,
    IntegerList,
    OptionalIntegerList,
    Text,
    Numbers,
    OptionalNumbers,
    Object,
};

[[nodiscard]] std::string_view toString(ParamKind kind);

/// Everything about an argument but how to reach it: the consumers' view.
struct ParamInfo
{
    /// Keras' name, e.g. "kernel_size".
    std::string name;
    /// Short words for a form, e.g. "Kernel size".
    std::string label;
    /// One or two sentences for tooltips and the layer reference.
    std::string doc;
    ParamKind kind = ParamKind::Integer;
    /// Bounds of numbers and of each element, inclusive unless said.
    std::optional<double> minimum;
    std::optional<double> maximum;
    bool minimumExcluded = false;
    bool maximumExcluded = false;
    /// Allowed strings of a Choice.
    std::vector<std::string> choices;
    /// Elements of a Tuple or of Pairs.
    int count = 0;
    /// What an Object may be.
    const ObjectFamily *family = nullptr;
    /// Whether an Object or Choice may be None.
    bool allowsNone = false;
    /// A config may write a list of one as its element.
    bool takesOne = false;
    /// The config must name it (Keras has no default); the struct's default is a good start.
    bool required = false;
    /// Folded away under "Initializers, regularizers, constraints".
    bool rare = false;
    /// Numbers of the error catalogue: wrong form, and right form out of range.
    std::string formRule = "E2";
    std::string rangeRule = "E3";
    /// What None stands for, where the config may hold it and the struct may not (data_format).
    std::function<Value()> noneMeans;
    /// New parameters start with noneMeans() in place of the struct's default.
    bool noneIsDefault = false;
    /// The struct's default.
    Value defaultValue;

    /// Whether a value may stand here: kind, bounds, choices. The error names argument, rule,
    /// value.
    [[nodiscard]] Result<void> validate(const Value &value) const;
    /// The error for something that is no value of this kind at all: as JSON text, and in words.
    [[nodiscard]] Error formError(std::string receivedJson, WordsValue receivedWords) const;
};

} // namespace convscope
