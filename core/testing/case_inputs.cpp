// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/case_inputs.h"

#include "run/input_for_model.h"
#include "tensor/npy.h"

#include <filesystem>

namespace convscope {

namespace {

constexpr std::string_view kPattern = "pattern:";
/// Beyond that what was read before is forgotten.
constexpr std::int64_t kMostBytes = std::int64_t{256} << 20;

/// The file beside the case; a pattern as it is.
std::string placeOf(const std::string &source, const TestCase &test)
{
    if (source.starts_with(kPattern))
        return source;
    return (std::filesystem::path(test.file).parent_path() / source).string();
}

/// A stored array is what the model reads, but for a batch that is left out.
Result<Tensor> arrayFor(const std::string &path, const StatedInput &stated)
{
    auto array = readNpy(path);
    if (!array || array->rank() != stated.shape.rank() - 1)
        return array;
    Extents extents = array->extents();
    extents.insert(extents.begin(), 1);
    return array->reshaped(extents);
}

} // namespace

Result<StageInput> CaseInputs::read(const std::string &source, const Model &model,
                                    std::size_t index)
{
    const StatedInput stated = statedInput(model, index);
    const bool isFirst = stated.format == DataFormat::ChannelsFirst;
    const std::string key = source + '\n' + stated.shape.toString() + (isFirst ? '<' : '>');
    if (const auto found = m_kept.find(key); found != m_kept.end())
        return found->second;
    StageInput read;
    if (source.ends_with(".npy")) {
        auto array = arrayFor(source, stated);
        if (!array)
            return fail(array.error());
        read = {std::move(*array), std::nullopt, verbatim(source)};
    } else {
        const InputPreparation preparation;
        auto input = readInput(source, readingOptions(stated, preparation));
        if (!input)
            return fail(input.error());
        auto ready = prepared(std::move(*input), stated, preparation, suggestedRange(model, index));
        if (!ready)
            return fail(ready.error());
        read = {std::move(ready->tensor), DataFormat::ChannelsLast, verbatim(source)};
    }
    if (m_bytes + read.tensor.bytes() > kMostBytes) {
        m_kept.clear();
        m_bytes = 0;
    }
    m_bytes += read.tensor.bytes();
    m_kept.emplace(key, read);
    return read;
}

Result<std::vector<Tensor>> CaseInputs::inputsOf(const TestCase &test, const Model &model)
{
    const std::size_t count = std::max<std::size_t>(model.inputs.size(), 1);
    if (test.inputSources.size() != 1 && test.inputSources.size() != count)
        return fail("input", "input", std::to_string(test.inputSources.size()),
                    words("the model has {count} inputs, the case names {received}", count,
                          test.inputSources.size()));
    std::vector<StageInput> inputs;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string &source = test.inputSources[test.inputSources.size() == 1 ? 0 : i];
        auto input = read(placeOf(source, test), model, i);
        if (!input)
            return fail(input.error());
        inputs.push_back(std::move(*input));
    }
    auto stage = makeStage(model, inputs);
    if (!stage)
        return fail(stage.error());
    return std::move(stage->inputs);
}

} // namespace convscope
