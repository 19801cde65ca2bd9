// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/hdf5_handle.h"

namespace convscope {

namespace {

std::recursive_mutex &libraryMutex()
{
    static std::recursive_mutex mutex;
    return mutex;
}

herr_t takeFirst(unsigned, const H5E_error2_t *error, void *text)
{
    auto &reason = *static_cast<std::string *>(text);
    if (reason.empty() && error->desc != nullptr)
        reason = error->desc;
    return 0;
}

} // namespace

Hdf5Session::Hdf5Session() : m_lock(libraryMutex())
{
    // Off for this thread: the setting belongs to the thread's own error stack.
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    H5Eclear2(H5E_DEFAULT);
    static const bool isClosed = [] {
        // A filter that a file asks for is code; none is loaded from outside the library.
        H5PLset_loading_state(0);
        return true;
    }();
    static_cast<void>(isClosed);
}

std::string hdf5Reason()
{
    std::string reason;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, takeFirst, &reason);
    return reason;
}

} // namespace convscope
