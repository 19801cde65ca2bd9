// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "testing/file_oracle.h"

#include "keras/case_archive.h"
#include "tensor/npz.h"
#include "testing/array_readings.h"

#include <algorithm>
#include <map>
#include <memory>

namespace convscope {

namespace {

/// What a file of arrays says. Shared by the oracle's functions, used by one thread at a time.
class ArrayFile
{
public:
    static Result<std::shared_ptr<ArrayFile>> open(const std::string &path)
    {
        auto file = std::make_shared<ArrayFile>();
        file->m_path = path;
        if (!path.ends_with(".npz")) {
            auto array = readNpy(path);
            if (!array)
                return fail(array.error());
            file->m_arrays.emplace("", std::move(*array));
            return file;
        }
        const auto names = npzNames(path);
        if (!names)
            return fail(names.error());
        if (std::any_of(names->begin(), names->end(),
                        [](const std::string &name) { return name.ends_with("/case"); })) {
            auto archive = CaseArchive::open(path);
            if (!archive)
                return fail(archive.error());
            for (std::size_t i = 0; i < archive->names().size(); ++i)
                file->m_cases.emplace(archive->names()[i], i);
            file->m_archive.emplace(std::move(*archive));
            return file;
        }
        auto arrays = readNpz(path);
        if (!arrays)
            return fail(arrays.error());
        for (NamedArray &one : *arrays) {
            if (!one.array.text)
                file->m_arrays.emplace(one.name, std::move(one.array.tensor));
        }
        return file;
    }

    /// The arrays that say something of this case, by layer. Empty where there is none.
    Result<std::vector<std::pair<int, Tensor>>> arraysFor(const OracleCase &test) const
    {
        return m_archive ? fromCase(test) : fromArrays(test);
    }

    Words lack(const OracleCase &test) const
    {
        constexpr std::size_t kMost = 8;
        std::string known;
        std::size_t count = 0;
        const auto list = [&](const std::string &name) {
            if (count++ < kMost)
                known += (known.empty() ? "" : ", ") + name;
        };
        for (const auto &[name, at] : m_cases)
            list(name);
        for (const auto &[name, tensor] : m_arrays)
            list(name);
        return words("{path} says nothing of {case} or of a layer of it; it holds {names}", m_path,
                     test.name, count > kMost ? known + ", …" : known);
    }

    const std::string &path() const { return m_path; }

private:
    /// Outputs in their order, then what is stated of other layers.
    static std::vector<int> outputsOf(const OracleCase &test)
    {
        std::vector<int> indices = test.model.outputIndices();
        std::erase_if(
            indices, [&](int i) { return i < 0 || i >= static_cast<int>(test.run.layers.size()); });
        return indices;
    }

    Result<std::vector<std::pair<int, Tensor>>> fromCase(const OracleCase &test) const
    {
        std::vector<std::pair<int, Tensor>> found;
        const auto at = m_cases.find(test.name);
        if (at == m_cases.end())
            return found;
        auto entry = m_archive->read(at->second);
        if (!entry)
            return fail(entry.error());
        const std::vector<int> outputs = outputsOf(test);
        for (std::size_t i = 0; i < std::min(outputs.size(), entry->outputs.size()); ++i)
            found.emplace_back(outputs[i], entry->outputs[i]);
        for (const auto &[name, tensor] : entry->activations) {
            if (const int layer = test.model.indexOf(name); layer >= 0)
                found.emplace_back(layer, tensor);
        }
        return found;
    }

    const Tensor *array(const std::string &name) const
    {
        const auto found = m_arrays.find(name);
        return found == m_arrays.end() ? nullptr : &found->second;
    }

    Result<std::vector<std::pair<int, Tensor>>> fromArrays(const OracleCase &test) const
    {
        std::vector<std::pair<int, Tensor>> found;
        for (int i = 0; i < static_cast<int>(test.run.layers.size()); ++i) {
            const std::string &layer = test.model.layer(i).name();
            for (const std::string &name : {test.name + '/' + layer, layer}) {
                if (const Tensor *tensor = array(name)) {
                    found.emplace_back(i, *tensor);
                    break;
                }
            }
        }
        const std::vector<int> outputs = outputsOf(test);
        if (!found.empty() || outputs.empty())
            return found;
        for (const std::string &name :
             {test.name + "/output", test.name, std::string("output"), std::string("y")}) {
            if (const Tensor *tensor = array(name)) {
                found.emplace_back(outputs.front(), *tensor);
                return found;
            }
        }
        if (m_arrays.size() == 1)
            found.emplace_back(outputs.front(), m_arrays.begin()->second);
        return found;
    }

    std::string m_path;
    std::map<std::string, Tensor> m_arrays;
    std::optional<CaseArchive> m_archive;
    std::map<std::string, std::size_t> m_cases;
};

} // namespace

Result<Oracle> fileOracle(const std::string &path)
{
    const auto opened = ArrayFile::open(path);
    if (!opened)
        return fail(opened.error());
    const std::shared_ptr<ArrayFile> file = *opened;
    Oracle oracle;
    oracle.name = path;
    oracle.title = verbatim(path);
    oracle.whyNot = [file](const OracleCase &test) -> std::optional<Words> {
        const auto arrays = file->arraysFor(test);
        if (arrays && arrays->empty())
            return file->lack(test);
        return std::nullopt;
    };
    oracle.compute = [file](const OracleCase &test) -> Result<std::vector<OracleOpinion>> {
        const auto arrays = file->arraysFor(test);
        if (!arrays)
            return fail(arrays.error());
        std::vector<OracleOpinion> opinions;
        for (const auto &[layer, array] : *arrays) {
            const Extents wanted =
                test.run.layers[static_cast<std::size_t>(layer)].output.extents();
            const DataFormat format = dataFormat(test.model.owner(layer));
            opinions.push_back(
                {layer, array,
                 words("{layer} against {path}", test.model.layer(layer).name(), file->path()),
                 [array = array, wanted, format] { return readingsOf(array, wanted, format); }});
        }
        return opinions;
    };
    return oracle;
}

} // namespace convscope
