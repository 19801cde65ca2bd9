// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/case_result.h"
#include "testing/properties.h"

namespace convscope {

struct PropertyOptions
{
    Tolerance tolerance;
    /// See KernelContext::forcedKernel.
    std::string kernel;
    std::stop_token stop;
};

/// What holding the layers of a run to properties found.
struct PropertyChecks
{
    /// One for each layer and property that says something of it; of a property that says nothing
    /// of any layer one that is skipped.
    std::vector<CaseCheck> checks;
    std::optional<double> maxError;
    std::optional<double> allowed;
    Extents worstIndex;
    /// Those of the first layer that breaks one; empty where all hold.
    std::vector<Tensor> smallestInputs;
};

[[nodiscard]] PropertyChecks checkProperties(std::span<const Property *const> properties,
                                             const CaseStages &stages,
                                             const PropertyOptions &options);

/// The property of a name, or each for "all". Error "usage": there is none, and which there are.
[[nodiscard]] Result<std::vector<const Property *>> propertiesNamed(const std::string &name);

} // namespace convscope
