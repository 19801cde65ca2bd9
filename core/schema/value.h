// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace convscope {

struct ObjectField;

/// An activation, initializer, regularizer or constraint: its class and every field of its config.
/// An empty class name is None.
struct ObjectValue
{
    std::string className;
    std::vector<ObjectField> fields;

    [[nodiscard]] bool isNone() const { return className.empty(); }
    bool operator==(const ObjectValue &) const;
};

using IntList = std::vector<std::int64_t>;
using IntPair = std::array<std::int64_t, 2>;
using PairList = std::vector<IntPair>;

/// Numbers in an array of any rank, row-major; no extents: one number alone.
struct NumberArray
{
    IntList shape;
    std::vector<double> values;

    bool operator==(const NumberArray &) const = default;
};

/// The value of any layer argument, without its type: what forms, files and undo texts handle.
/// monostate is None; a choice is its Keras string; a tuple is an IntList of the argument's length.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, IntList,
                           PairList, NumberArray, ObjectValue>;

struct ObjectField
{
    std::string name;
    Value value;

    bool operator==(const ObjectField &) const = default;
};

[[nodiscard]] inline bool isNone(const Value &value)
{
    return std::holds_alternative<std::monostate>(value);
}

/// The field's value, or nullptr where the object has none of that name.
[[nodiscard]] const Value *find(const ObjectValue &object, std::string_view field);

/// As Python would print it in a call: 3, (3, 3), ((1, 1), (0, 2)), 'same', None, True,
/// HeNormal(seed=7).
[[nodiscard]] std::string toPython(const Value &value);

/// As JSON text, the way Error::received wants it.
[[nodiscard]] std::string toJsonText(const Value &value);

/// A number in the fewest digits that read back as the same double: 0.5, 1e-07, 3.0.
[[nodiscard]] std::string shortest(double number);

} // namespace convscope
