// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "schema/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// One field of an object's config, e.g. `stddev` of RandomNormal.
struct ObjectFieldInfo
{
    std::string name;
    std::string doc;
    Value defaultValue;
    std::optional<double> minimum;
    std::vector<std::string> choices;
    /// The minimum itself is refused.
    bool minimumExcluded = false;
};

/// One class of a family, e.g. HeNormal: its Keras class name, its string identifiers, its fields.
struct ObjectType
{
    std::string className;
    /// Accepted strings; the first is the one Keras writes, e.g. "he_normal".
    std::vector<std::string> identifiers;
    std::string doc;
    std::vector<ObjectFieldInfo> fields;
};

/// Activations, initializers, regularizers or constraints: what may stand in such an argument.
class ObjectFamily
{
public:
    /// `word` is the singular used in messages: "activation", "initializer", …
    ObjectFamily(std::string word, std::vector<ObjectType> types);

    [[nodiscard]] const std::string &word() const { return m_word; }
    [[nodiscard]] const std::vector<ObjectType> &types() const { return m_types; }
    /// By class name or identifier (case-sensitive); nullptr where unknown.
    [[nodiscard]] const ObjectType *find(std::string_view name) const;
    /// An object of that class or identifier with default fields; aborts on an unknown name.
    [[nodiscard]] ObjectValue make(std::string_view name) const;
    /// Known class, known fields of the right kind and range, else E10. None passes.
    [[nodiscard]] Result<void> validate(const ObjectValue &object, std::string_view argument) const;
    /// All identifiers, for messages: "elu, exponential, …".
    [[nodiscard]] std::string knownNames() const;

private:
    std::string m_word;
    std::vector<ObjectType> m_types;
};

} // namespace convscope
