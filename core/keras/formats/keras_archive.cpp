// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/keras_archive.h"

#include "keras/formats/archive_weights.h"
#include "keras/model_json.h"
#include "tensor/npy.h"
#include "tensor/zip_writer.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <ctime>
#include <filesystem>

namespace convscope {

namespace {

constexpr const char *kArchiveConfig = "config.json";
constexpr const char *kMetadata = "metadata.json";
constexpr const char *kArchiveWeights = "model.weights.h5";
/// Our own, which Keras passes over.
constexpr const char *kView = "convscope/view.json";
constexpr const char *kInput = "convscope/input_";

Result<Json> jsonMember(const FileProbe &probe, const char *name)
{
    const auto bytes = probe.zip()->read(name);
    if (!bytes)
        return fail(bytes.error());
    return parseJson({reinterpret_cast<const char *>(bytes->data()), bytes->size()},
                     fmt::format("{}: {}", probe.path(), name));
}

/// The version that the metadata state; archives exist since 2.12, those of Keras 2 say so.
std::optional<KerasVersion> archiveVersion(const FileProbe &probe)
{
    if (!probe.zip()->has(kMetadata))
        return std::nullopt;
    const auto metadata = jsonMember(probe, kMetadata);
    const std::string stated = metadata ? stringMember(*metadata, "keras_version") : std::string();
    return stated.empty() ? std::nullopt : std::optional(kerasVersion(stated));
}

Result<Model> withWeights(const FileProbe &probe, const Json &config, const Model &model,
                          const LoadOptions &options)
{
    const ZipFile &zip = *probe.zip();
    if (!zip.has(kArchiveWeights)) {
        if (zip.has("model.weights.json"))
            return fileError(probe.path(),
                             words("has its weights in several files (shards), which cannot "
                                   "be read; save it without max_shard_size"));
        return fileError(probe.path(),
                         words("holds no {weights}, the member with the weights", kArchiveWeights));
    }
    // The weights are read once as a whole, and once more into their tensors.
    constexpr double kUnpacking = 0.6;
    auto bytes = zip.read(kArchiveWeights, [&](std::int64_t done, std::int64_t total) {
        if (options.onProgress)
            options.onProgress(kUnpacking * static_cast<double>(done) /
                               static_cast<double>(std::max<std::int64_t>(total, 1)));
        return !options.stop.stop_requested();
    });
    if (!bytes)
        return fail(bytes.error());
    const auto file = Hdf5File::openImage(std::make_shared<const Bytes>(std::move(*bytes)),
                                          fmt::format("{}: {}", probe.path(), kArchiveWeights));
    if (!file)
        return fail(file.error());
    LoadOptions rest = options;
    if (options.onProgress)
        rest.onProgress = [&](double share) {
            options.onProgress(kUnpacking + (1 - kUnpacking) * share);
        };
    return withArchiveWeights(model, config, *file, rest);
}

/// Members that this program added: they are read where they are whole, and left out otherwise.
void readOwn(const FileProbe &probe, LoadedModel &loaded)
{
    const ZipFile &zip = *probe.zip();
    if (zip.has(kView)) {
        if (const auto bytes = zip.read(kView))
            loaded.view.assign(bytes->begin(), bytes->end());
    }
    for (std::size_t i = 0; zip.has(fmt::format("{}{}.npy", kInput, i)); ++i) {
        const std::string name = fmt::format("{}{}.npy", kInput, i);
        const auto bytes = zip.read(name);
        const auto array = bytes ? parseNpy(*bytes, name) : Result<NpyArray>(fail(bytes.error()));
        if (!array || array->tensor.isNull()) {
            loaded.inputs.clear();
            loaded.warnings.push_back(words("the input kept with it cannot be read: {reason}",
                                            array ? words("it holds text") : array.error().words));
            return;
        }
        loaded.inputs.push_back(array->tensor);
    }
}

std::string today()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    char text[32] = {};
    static_cast<void>(std::strftime(text, sizeof text, "%Y-%m-%d@%H:%M:%S", &parts));
    return text;
}

Result<SaveReport> writeWeights(const std::string &temporary, const Model &model, const Json &json)
{
    SaveReport report;
    const auto weights = weightsToWrite(model, report);
    if (!weights)
        return fail(weights.error());
    auto file = Hdf5Writer::create(temporary);
    if (!file)
        return fail(file.error());
    if (auto written = writeArchiveWeights(*file, model, json, *weights); !written)
        return fail(written.error());
    if (auto closed = file->close(); !closed)
        return fail(closed.error());
    return report;
}

Result<void> writeMembers(const std::string &temporary, const std::string &weights,
                          const Json &json, const SaveRequest &request)
{
    auto zip = ZipWriter::create(temporary);
    if (!zip)
        return fail(zip.error());
    Json metadata = Json::object();
    metadata["keras_version"] = kWrittenKerasVersion;
    metadata["date_saved"] = today();
    if (auto added = zip->add(kMetadata, jsonText(metadata)); !added)
        return added;
    if (auto added = zip->add(kArchiveConfig, jsonText(json)); !added)
        return added;
    if (auto added = zip->addFile(kArchiveWeights, weights); !added)
        return added;
    if (!request.view.empty()) {
        if (auto added = zip->add(kView, request.view); !added)
            return added;
    }
    for (std::size_t i = 0; i < request.inputs.size(); ++i) {
        const Bytes bytes = npyBytes(request.inputs[i]);
        auto added = zip->add(fmt::format("{}{}.npy", kInput, i),
                              {reinterpret_cast<const char *>(bytes.data()), bytes.size()});
        if (!added)
            return added;
    }
    return zip->close();
}

} // namespace

bool isKerasArchive(const FileProbe &probe)
{
    const ZipFile *zip = probe.zip();
    return zip != nullptr &&
           (zip->has(kArchiveConfig) || zip->has(kMetadata) || zip->has(kArchiveWeights));
}

Result<LoadedModel> readKerasArchive(const FileProbe &probe, const LoadOptions &options)
{
    auto config = jsonMember(probe, kArchiveConfig);
    if (!config)
        return fail(config.error());
    *config = plainDocument(*config);
    auto entry = modelFromJson(*config, archiveVersion(probe));
    if (!entry)
        return fail(entry.error());
    auto model = withWeights(probe, *config, entry->model, options);
    if (!model)
        return fail(model.error());
    LoadedModel loaded;
    loaded.model = std::move(*model);
    loaded.warnings = std::move(entry->warnings);
    readOwn(probe, loaded);
    if (loaded.inputs.size() != std::max<std::size_t>(loaded.model.inputs.size(), 1))
        loaded.inputs.clear();
    return loaded;
}

Result<SaveReport> writeKerasArchive(const std::string &path, const SaveRequest &request)
{
    const Json json = modelJson(request.model);
    SaveReport report;
    const auto written = replaceFile(path, [&](const std::string &temporary) -> Result<void> {
        // HDF5 writes files only; this one lies beside the archive for as long as it is made.
        const std::string weights = temporary + ".h5";
        std::error_code ignored;
        auto done = writeWeights(weights, request.model, json);
        const auto whole = done ? writeMembers(temporary, weights, json, request)
                                : Result<void>(fail(done.error()));
        std::filesystem::remove(weights, ignored);
        if (done)
            report = std::move(*done);
        return whole;
    });
    if (!written)
        return fail(written.error());
    return report;
}

Result<SaveReport> writeWeightsFile(const std::string &path, const SaveRequest &request)
{
    const Json json = modelJson(request.model);
    SaveReport report;
    const auto written = replaceFile(path, [&](const std::string &temporary) -> Result<void> {
        auto done = writeWeights(temporary, request.model, json);
        if (!done)
            return fail(done.error());
        report = std::move(*done);
        return {};
    });
    if (!written)
        return fail(written.error());
    return report;
}

} // namespace convscope
