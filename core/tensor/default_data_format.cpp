// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/default_data_format.h"

#include <mutex>
#include <utility>

namespace convscope {

namespace {

std::mutex &guard()
{
    static std::mutex mutex;
    return mutex;
}

std::function<DataFormat()> &source()
{
    static std::function<DataFormat()> function;
    return function;
}

} // namespace

DataFormat defaultDataFormat()
{
    std::function<DataFormat()> current;
    {
        const std::scoped_lock lock(guard());
        current = source();
    }
    // Called without the lock: the first call may read a file.
    return current ? current() : DataFormat::ChannelsLast;
}

void setDefaultDataFormatSource(std::function<DataFormat()> function)
{
    const std::scoped_lock lock(guard());
    source() = std::move(function);
}

} // namespace convscope
