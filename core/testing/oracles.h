// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run/executor.h"

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// A model that has run, for a second opinion.
struct OracleCase
{
    const Model &model;
    std::span<const Tensor> inputs;
    const RunResult &run;
    std::stop_token stop;
};

/// What an oracle says the output of a layer should be.
struct OracleOpinion
{
    int layer = 0;
    Tensor expected;
    /// Begins the sentence about a difference: "conv2d by direct_avx512".
    std::string what;
};

/// Somebody else who computes what we compute.
struct Oracle
{
    /// As on the command line: "reference", "opencv", …
    std::string_view name;
    /// One line for menus and --help.
    Words title;
    /// Why it says nothing about this case; nullopt where it does.
    std::function<std::optional<Words>(const OracleCase &)> whyNot;
    /// Its opinions, layer by layer; layers it cannot judge are left out. Blocks.
    std::function<Result<std::vector<OracleOpinion>>(const OracleCase &)> compute;
};

/// Every oracle, in the order of menus.
[[nodiscard]] std::span<const Oracle> oracles();
/// By name; nullptr where unknown.
[[nodiscard]] const Oracle *findOracle(std::string_view name);

} // namespace convscope
