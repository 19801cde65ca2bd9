// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "engine_time.h"

#include "run/executor.h"

#include <QElapsedTimer>

namespace convscope {

double engineMilliseconds(const Model &before, const Model &after,
                          const std::vector<Tensor> &inputs)
{
    ActivationCache cache(std::int64_t{1} << 30);
    RunOptions options;
    options.cache = &cache;
    const RunResult warm = run(before, inputs, options);
    QElapsedTimer clock;
    clock.start();
    const RunResult result = run(after, inputs, options);
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

} // namespace convscope
