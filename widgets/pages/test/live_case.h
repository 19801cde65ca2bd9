// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "pages/test/suite_runner.h"

namespace convscope {

/// A layer of the open stack as a case: what it reads now, its weights, and what it gives as what
/// is expected. It follows the layer: while the stack is open its present arguments and weights
/// stand in for those that the case keeps. Error "input" where the layer has no result that is up
/// to date.
[[nodiscard]] Result<TestCase> caseOfLayer(const PageContext &context, int layer);
/// The whole stack as a case. Of a stack whose outputs depend on a class that is not known here,
/// the layers before it are what is expected.
[[nodiscard]] Result<TestCase> caseOfStack(const PageContext &context);

/// The case as it is to be run beside the open stack: with the layer that it follows in place of
/// its own where that layer is there and up to date.
[[nodiscard]] CaseToRun beside(const SuiteCase &test, const PageContext &context);
/// The layer of the stack that a case follows; −1: none.
[[nodiscard]] int followedLayer(const TestCase &test, const Model &model);

} // namespace convscope
