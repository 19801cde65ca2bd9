// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "schema/schema.h"

namespace convscope {

int ParamTable::indexOf(std::string_view name) const
{
    for (std::size_t i = 0; i < m_params.size(); ++i) {
        if (m_params[i].name == name)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace convscope
