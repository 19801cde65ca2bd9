// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/case_inputs.h"

#include "run/input_for_model.h"
#include "tensor/data_format_order.h"
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

Result<Tensor> CaseInputs::read(const std::string &source, const Model &model, std::size_t index)
{
    const StatedInput stated = statedInput(model, index);
    const bool isFirst = stated.format == DataFormat::ChannelsFirst;
    const std::string key = source + '\n' + stated.shape.toString() + (isFirst ? '<' : '>');
    if (const auto found = m_kept.find(key); found != m_kept.end())
        return found->second;
    Result<Tensor> tensor;
    if (source.ends_with(".npy")) {
        tensor = arrayFor(source, stated);
    } else {
        const InputPreparation preparation;
        auto input = readInput(source, readingOptions(stated, preparation));
        if (!input)
            return fail(input.error());
        auto ready = prepared(std::move(*input), stated, preparation, suggestedRange(model, index));
        if (!ready)
            return fail(ready.error());
        tensor = ready->tensor.rank() >= 3
                     ? toDataFormat(ready->tensor, DataFormat::ChannelsLast, stated.format)
                     : ready->tensor;
        if (tensor->isNull())
            return fail("memory", "input", {},
                        words("there is not enough memory to reorder {input}", source));
    }
    if (!tensor)
        return tensor;
    if (m_bytes + tensor->bytes() > kMostBytes) {
        m_kept.clear();
        m_bytes = 0;
    }
    m_bytes += tensor->bytes();
    m_kept.emplace(key, *tensor);
    return tensor;
}

Result<std::vector<Tensor>> CaseInputs::inputsOf(const TestCase &test, const Model &model)
{
    const std::size_t count = std::max<std::size_t>(model.inputs.size(), 1);
    if (test.inputSources.size() != 1 && test.inputSources.size() != count)
        return fail("input", "input", std::to_string(test.inputSources.size()),
                    words("the model has {count} inputs, the case names {received}", count,
                          test.inputSources.size()));
    std::vector<Tensor> inputs;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string &source = test.inputSources[test.inputSources.size() == 1 ? 0 : i];
        auto tensor = read(placeOf(source, test), model, i);
        if (!tensor)
            return fail(tensor.error());
        inputs.push_back(std::move(*tensor));
    }
    return inputs;
}

} // namespace convscope
