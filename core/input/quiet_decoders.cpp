// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "input/quiet_decoders.h"

#include <opencv2/core/utils/logger.hpp>

namespace convscope {

void quietDecoders()
{
    static const bool isDone = [] {
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        return true;
    }();
    static_cast<void>(isDone);
}

} // namespace convscope
