// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/oracles.h"

#include "run/background.h"
#include "tensor/data_format_order.h"
#include "testing/opencv_oracle.h"
#include "testing/properties.h"
#include "testing/run_probes.h"

#include <algorithm>

namespace convscope {

namespace {

using Opinions = Result<std::vector<OracleOpinion>>;

std::optional<Words> always(const OracleCase &)
{
    return std::nullopt;
}

/// Every layer of another run of the same model.
Opinions opinionsOf(const OracleCase &test, const RunResult &other)
{
    std::vector<OracleOpinion> opinions;
    for (std::size_t i = 0; i < test.run.layers.size(); ++i) {
        if (test.run.layers[i].output.isNull())
            continue;
        if (i >= other.layers.size() || other.layers[i].error)
            return fail(i < other.layers.size()
                            ? *other.layers[i].error
                            : Error("cancelled", {}, {}, {}, words("the run was cancelled")));
        opinions.push_back(
            {static_cast<int>(i),
             other.layers[i].output,
             words("{layer} by {kernel}", test.model.layer(static_cast<int>(i)).name(),
                   test.run.layers[i].kernel),
             {}});
    }
    return opinions;
}

Opinions byReference(const OracleCase &test)
{
    RunOptions options;
    options.stop = test.stop;
    options.kernel = "reference";
    return opinionsOf(test, run(test.model, test.inputs, options));
}

Opinions byOneThread(const OracleCase &test)
{
    RunOptions options;
    options.stop = test.stop;
    RunResult alone;
    computeAlone([&] { alone = run(test.model, test.inputs, options); });
    return opinionsOf(test, alone);
}

// --- OpenCV --------------------------------------------------------------------------------------

std::optional<Words> whyNotOpenCv(const OracleCase &test)
{
    std::optional<Words> reason = words("there is no layer to be computed");
    for (const RunProbe &one : probesOf(test.model, test.inputs, test.run)) {
        reason = whyNotByOpenCv(one.probe);
        if (!reason)
            return std::nullopt;
    }
    return reason;
}

Opinions byOpenCv(const OracleCase &test)
{
    std::vector<OracleOpinion> opinions;
    std::optional<Error> declined;
    for (const RunProbe &one : probesOf(test.model, test.inputs, test.run)) {
        if (whyNotByOpenCv(one.probe))
            continue;
        auto tensor = computeWithOpenCv(one.probe);
        if (!tensor) {
            declined = tensor.error();
            continue;
        }
        opinions.push_back({one.index,
                            std::move(*tensor),
                            words("{layer} against OpenCV", test.model.layer(one.index).name()),
                            {}});
    }
    if (opinions.empty() && declined)
        return fail(std::move(*declined));
    return opinions;
}

// --- data_format ---------------------------------------------------------------------------------

std::optional<Words> whyNoOtherFormat(const OracleCase &test)
{
    std::optional<Words> reason = words("no layer has a data_format");
    for (const RunProbe &one : probesOf(test.model, test.inputs, test.run)) {
        reason = findProperty("data_format")->whyNot(one.probe);
        if (!reason)
            return std::nullopt;
    }
    return reason;
}

Opinions byDataFormat(const OracleCase &test)
{
    std::vector<OracleOpinion> opinions;
    for (const RunProbe &one : probesOf(test.model, test.inputs, test.run)) {
        if (findProperty("data_format")->whyNot(one.probe))
            continue;
        auto turned = inOtherFormat(one.probe);
        if (!turned)
            return fail(turned.error());
        opinions.push_back(
            {one.index,
             std::move(*turned),
             words("{layer} in the other data_format", test.model.layer(one.index).name()),
             {}});
    }
    return opinions;
}

} // namespace

std::span<const Oracle> oracles()
{
    static const std::vector<Oracle> list{
        {"reference", words("The textbook kernels"), always, byReference},
        {"opencv", words("OpenCV's dnn module, where it has the layer"), whyNotOpenCv, byOpenCv},
        {"threads", words("The same on one thread"), always, byOneThread},
        {"data_format", words("Each layer in the other data_format"), whyNoOtherFormat,
         byDataFormat},
    };
    return list;
}

const Oracle *findOracle(std::string_view name)
{
    const auto all = oracles();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Oracle &o) { return o.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace convscope
