// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/page_list.h"

#include "pages/arithmetic/arithmetic_page.h"
#include "pages/explore/explore_page.h"
#include "pages/test/test_page.h"
#include "pages/weights/weights_page.h"

#include <array>

namespace convscope {

std::span<const PageEntry> pageList()
{
    static constexpr std::array kPages{
        pageEntry<ExplorePage>(),
        pageEntry<ArithmeticPage>(),
        pageEntry<WeightsPage>(),
        pageEntry<TestPage>(),
    };
    return kPages;
}

} // namespace convscope
