// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "run/executor.h"
#include "testing/findings.h"

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
    /// Of the case, for oracles that know cases by name; empty for a stack that is none.
    std::string name;
    const Model &model;
    std::span<const Tensor> inputs;
    const RunResult &run;
    std::stop_token stop;
};

/// The same values read in another way than they were first.
struct OtherReading
{
    Tensor expected;
    /// What it says if this reading matches.
    Finding finding;
    /// Where values lie is a matter of storage alone: the case passes.
    bool isStorage = false;
};

/// What an oracle says the output of a layer should be.
struct OracleOpinion
{
    int layer = 0;
    Tensor expected;
    /// Begins the sentence about a difference: "conv2d by direct_avx512".
    Words what;
    /// Made and tried in this order where `expected` does not match; empty: there are none.
    std::function<std::vector<OtherReading>()> readings;
};

/// Somebody else who computes what we compute.
struct Oracle
{
    /// As on the command line: "reference", "opencv", …, or a path.
    std::string name;
    /// One line for menus and --help.
    Words title;
    /// Why it says nothing about this case; nullopt where it does. Cheap.
    std::function<std::optional<Words>(const OracleCase &)> whyNot;
    /// Its opinions, layer by layer; layers it cannot judge are left out. Blocks. Rule "declined"
    /// where it turns out to have none.
    std::function<Result<std::vector<OracleOpinion>>(const OracleCase &)> compute;
};

/// Every oracle that needs no file, in the order of menus.
[[nodiscard]] std::span<const Oracle> oracles();
/// By name; nullptr where unknown.
[[nodiscard]] const Oracle *findOracle(std::string_view name);

} // namespace convscope
