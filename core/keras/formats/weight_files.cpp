// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/weight_files.h"

#include "keras/formats/archive_weights.h"
#include "keras/formats/legacy_weights.h"
#include "keras/formats/read_count.h"
#include "tensor/npz.h"

#include <algorithm>
#include <functional>

namespace convscope {

namespace {

using Kind = Hdf5File::Kind;

/// Groups below one container; models inside the model hold containers of their own.
Result<void> collect(const Hdf5File &file, const std::string &container, const std::string &prefix,
                     ReadCount &count, DonatedWeights &donated)
{
    const auto children = file.children(container);
    if (!children)
        return fail(children.error());
    for (const auto &child : *children) {
        if (child.kind != Kind::Group)
            continue;
        const std::string place = container + '/' + child.name;
        std::string name;
        if (file.hasAttribute(place + "/vars", "name"))
            name = file.text(place + "/vars", "name").value_or("");
        if (file.kind(place + "/layers") == Kind::Group) {
            auto inner =
                collect(file, place + "/layers", name.empty() ? "" : name + '/', count, donated);
            if (!inner)
                return inner;
            continue;
        }
        DonatedGroup group;
        group.id = child.name;
        if (!name.empty())
            group.name = prefix + name;
        auto paths = weightPaths(file, place, false);
        if (!paths)
            return fail(paths.error());
        for (std::string &path : *paths) {
            auto weight = file.array(place + '/' + path, std::ref(count));
            if (!weight)
                return fail(weight.error());
            group.weights.push_back(std::move(*weight));
            group.names.push_back(std::move(path));
        }
        donated.groups.push_back(std::move(group));
    }
    return {};
}

} // namespace

bool isWeightsFile(const FileProbe &probe)
{
    const Hdf5File *file = probe.hdf5();
    return file != nullptr && (file->kind("layers") == Kind::Group ||
                               file->kind("_layer_checkpoint_dependencies") == Kind::Group);
}

Result<DonatedWeights> readWeightsFile(const FileProbe &probe, const LoadOptions &options)
{
    const Hdf5File &file = *probe.hdf5();
    if (file.kind("layers") != Kind::Group)
        return fileError(file.what(),
                         words("was written by Keras 2.12 to 2.14, whose weights alone do "
                               "not say which layer they belong to; open the whole .keras"));
    DonatedWeights donated;
    donated.isOrdered = false;
    ReadCount count(options, file.size());
    if (auto done = collect(file, "layers", {}, count, donated); !done)
        return fail(done.error());
    count.finish();
    return donated;
}

bool isLegacyWeights(const FileProbe &probe)
{
    const Hdf5File *file = probe.hdf5();
    return file != nullptr &&
           (file->hasAttribute("", "layer_names") || file->hasAttribute("", "layer_names0"));
}

Result<DonatedWeights> readLegacyWeights(const FileProbe &probe, const LoadOptions &options)
{
    auto groups = readLegacyGroups(*probe.hdf5(), "", options);
    if (!groups)
        return fail(groups.error());
    DonatedWeights donated;
    for (LegacyGroup &group : *groups)
        donated.groups.push_back(
            {std::move(group.name), {}, std::move(group.weightNames), std::move(group.weights)});
    return donated;
}

bool isArrays(const FileProbe &probe)
{
    const ZipFile *zip = probe.zip();
    return zip != nullptr && std::any_of(zip->names().begin(), zip->names().end(),
                                         [](const auto &name) { return name.ends_with(".npy"); });
}

Result<DonatedWeights> readArrays(const FileProbe &probe, const LoadOptions &)
{
    auto arrays = readNpz(probe.path());
    if (!arrays)
        return fail(arrays.error());
    DonatedWeights donated;
    donated.isFlat = std::none_of(arrays->begin(), arrays->end(), [](const NamedArray &array) {
        return array.name.find('/') != std::string::npos;
    });
    for (NamedArray &array : *arrays) {
        if (array.array.tensor.isNull())
            continue;
        const auto slash = donated.isFlat ? std::string::npos : array.name.rfind('/');
        const std::string layer = slash == std::string::npos ? "" : array.name.substr(0, slash);
        const auto found =
            std::find_if(donated.groups.begin(), donated.groups.end(),
                         [&](const DonatedGroup &group) { return group.name == layer; });
        DonatedGroup &group =
            found != donated.groups.end() ? *found : donated.groups.emplace_back();
        group.name = layer;
        group.names.push_back(array.name.substr(slash == std::string::npos ? 0 : slash + 1));
        group.weights.push_back(std::move(array.array.tensor));
    }
    return donated;
}

bool isArray(const FileProbe &probe)
{
    return probe.head().starts_with("\x93NUMPY");
}

Result<DonatedWeights> readArray(const FileProbe &probe, const LoadOptions &)
{
    auto tensor = readNpy(probe.path());
    if (!tensor)
        return fail(tensor.error());
    DonatedWeights donated;
    donated.isFlat = true;
    donated.groups.push_back({{}, {}, {"array"}, {std::move(*tensor)}});
    return donated;
}

} // namespace convscope
