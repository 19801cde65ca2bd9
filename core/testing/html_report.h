// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "testing/case_result.h"

#include <string>

namespace convscope {

/// A report as one page that needs no other file: totals, failures first and with their pictures,
/// files that could not be read, and every case with its error and its share of the allowed one.
class HtmlReport
{
public:
    /// `options`: what the command that made it had beside its files, for the commands that repeat
    /// a case.
    explicit HtmlReport(std::string options) : m_options(std::move(options)) {}

    /// Draws a failure while its tensors are there; the first hundred, a page beyond opens in no
    /// browser.
    void addFailure(const CaseResult &result, const CaseDetail &detail);
    [[nodiscard]] std::string page(const TestReport &report) const;

private:
    std::string m_options;
    std::string m_failures;
    int m_drawn = 0;
    int m_left = 0;
};

} // namespace convscope
