// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "tensor/tensor.h"

#include <stop_token>
#include <string>

namespace convscope {

/// What the machine can do at best, on all threads in use, at this moment: neighbours count.
struct MachineLimits
{
    double fmaGflops = 0; ///< fused multiply-adds in registers, two operations each
    double copyGbs = 0;   ///< streaming copy of 256 MiB, bytes read and written
};

/// Streaming copies between two blocks of memory that are its own until it dies.
class CopyMeter
{
public:
    /// Fails with "memory".
    [[nodiscard]] static Result<CopyMeter> create();
    /// GB/s read and written, the best of some copies; takes some 50 ms. Fails with "cancelled".
    [[nodiscard]] Result<double> measure(const std::stop_token &stop);

private:
    CopyMeter(TensorBuffer from, TensorBuffer to);

    TensorBuffer m_from;
    TensorBuffer m_to;
};

/// Takes about 0.3 s. Fails with "memory" or "cancelled".
[[nodiscard]] Result<MachineLimits> measureMachineLimits(const std::stop_token &stop);

/// "AMD EPYC 9654", as the system names it; "unknown" where it does not.
[[nodiscard]] std::string cpuName();

/// The larger of the relative differences of two measurements.
[[nodiscard]] double disagreement(const MachineLimits &a, const MachineLimits &b);

} // namespace convscope
