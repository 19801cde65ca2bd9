// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pages/page.h"

#include <memory>
#include <span>

namespace convscope {

/// How a page is made, and its id, which is known without making it.
struct PageEntry
{
    const char *id;
    std::unique_ptr<Page> (*make)(const PageContext &context);
};

/// The entry of a page type, which has its id as `kId` and is made from a context alone.
template <class P>
constexpr PageEntry pageEntry()
{
    return {P::kId, [](const PageContext &context) -> std::unique_ptr<Page> {
                return std::make_unique<P>(context);
            }};
}

/// Every page of the program in the order of the mode switch; the first is shown first.
[[nodiscard]] std::span<const PageEntry> pageList();

} // namespace convscope
