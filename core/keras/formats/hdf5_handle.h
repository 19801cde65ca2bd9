// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <string>
#include <utility>

#include <hdf5.h>

namespace convscope {

/// Owns one identifier of the HDF5 library.
class Hdf5Handle
{
public:
    using Close = herr_t (*)(hid_t);

    Hdf5Handle() = default;
    Hdf5Handle(hid_t id, Close close) : m_id(id), m_close(close) {}
    Hdf5Handle(Hdf5Handle &&other) noexcept
        : m_id(std::exchange(other.m_id, -1)), m_close(other.m_close)
    {
    }
    Hdf5Handle &operator=(Hdf5Handle &&other) noexcept
    {
        std::swap(m_id, other.m_id);
        std::swap(m_close, other.m_close);
        return *this;
    }
    ~Hdf5Handle()
    {
        if (m_id >= 0)
            m_close(m_id);
    }

    [[nodiscard]] bool isValid() const { return m_id >= 0; }
    [[nodiscard]] hid_t id() const { return m_id; }

private:
    hid_t m_id = -1;
    Close m_close = nullptr;
};

/// Held around every use of the library: it keeps global state. Its own printing of errors is off
/// meanwhile, and so is the loading of filters from elsewhere.
class Hdf5Session
{
public:
    Hdf5Session();
    Hdf5Session(const Hdf5Session &) = delete;
    Hdf5Session &operator=(const Hdf5Session &) = delete;

private:
    std::lock_guard<std::recursive_mutex> m_lock;
};

/// The library's words for what failed last, innermost first; empty where it says nothing.
[[nodiscard]] std::string hdf5Reason();

} // namespace convscope
