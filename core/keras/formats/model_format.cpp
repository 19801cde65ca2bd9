// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/model_format.h"

#include "keras/formats/case_format.h"
#include "keras/formats/foreign_formats.h"
#include "keras/formats/hdf5_model.h"
#include "keras/formats/json_format.h"
#include "keras/formats/keras_archive.h"
#include "keras/formats/python_source.h"
#include "keras/formats/weight_files.h"

#include <algorithm>
#include <filesystem>

namespace convscope {

namespace {

using Endings = std::vector<std::string_view>;

ModelFormat foreign(Words name, Endings endings, bool (*is)(const FileProbe &), Words advice)
{
    ModelFormat format;
    format.name = std::move(name);
    format.endings = std::move(endings);
    format.is = is;
    format.advice = std::move(advice);
    return format;
}

std::vector<ModelFormat> allFormats()
{
    std::vector<ModelFormat> all;
    all.push_back({words("Keras archive"),
                   words("architecture and weights"),
                   {".keras"},
                   isKerasArchive,
                   readKerasArchive,
                   nullptr,
                   writeKerasArchive,
                   {}});
    all.push_back({words("Case"),
                   words("architecture, weights and inputs"),
                   {".npz"},
                   isCaseArchive,
                   readCaseArchive,
                   nullptr,
                   writeCaseArchive,
                   {}});
    all.push_back({words("Keras HDF5"),
                   words("architecture and weights"),
                   {".h5", ".hdf5"},
                   isHdf5Model,
                   readHdf5Model,
                   nullptr,
                   writeHdf5Model,
                   {}});
    all.push_back({words("Case without arrays"),
                   words("architecture"),
                   {".json"},
                   isCaseJson,
                   readCaseJson,
                   nullptr,
                   nullptr,
                   {}});
    all.push_back({words("Keras JSON"),
                   words("architecture"),
                   {".json"},
                   isModelJson,
                   readModelJson,
                   nullptr,
                   writeModelJson,
                   {}});
    all.push_back({words("Keras weights"),
                   words("weights alone"),
                   {".weights.h5"},
                   isWeightsFile,
                   nullptr,
                   readWeightsFile,
                   writeWeightsFile,
                   {}});
    all.push_back({words("Keras 2 weights"),
                   words("weights alone"),
                   {".h5"},
                   isLegacyWeights,
                   nullptr,
                   readLegacyWeights,
                   nullptr,
                   {}});
    // A PyTorch archive may hold arrays too.
    all.push_back(
        foreign(words("PyTorch file"), {".pt", ".pth"}, isPyTorch,
                words("is a PyTorch file, whose layers are Python code, which is never run "
                      "here; rebuild the model in Keras and save it as .keras")));
    all.push_back({words("Arrays"),
                   words("weights alone"),
                   {".npz"},
                   isArrays,
                   nullptr,
                   readArrays,
                   nullptr,
                   {}});
    all.push_back({words("Array"),
                   words("weights alone"),
                   {".npy"},
                   isArray,
                   nullptr,
                   readArray,
                   nullptr,
                   {}});
    all.push_back({words("Python source"),
                   words("a program that builds the architecture"),
                   {".py"},
                   nullptr,
                   nullptr,
                   nullptr,
                   writePythonSource,
                   {}});

    all.push_back(
        foreign(words("TensorFlow.js model"), {"model.json"}, isTensorFlowJs,
                words("is a TensorFlow.js model, whose weights lie in other files; turn it "
                      "back with tensorflowjs_converter --input_format=tfjs_layers_model "
                      "--output_format=keras_saved_model, or save the original as .keras")));
    all.push_back(foreign(words("get_config()"), {".json"}, isBareConfig,
                          words("is what get_config() gives, without the class it belongs to; save "
                                "model.to_json() instead, or the model as .keras")));
    all.push_back(foreign(words("SavedModel folder"), {}, isSavedModel,
                          words("is a SavedModel of TensorFlow, which holds a program rather than "
                                "layers; load it in Keras and save it as .keras")));
    all.push_back(
        foreign(words("ONNX model"), {".onnx"}, isOnnx,
                words("is an ONNX model, whose operators are no Keras layers; save the model "
                      "from Keras as .keras, or rebuild it there (e.g. with onnx2keras)")));
    all.push_back(
        foreign(words("Pickle"), {".pkl", ".pickle", ".pt", ".pth"}, isPickle,
                words("is a pickled Python object (an old PyTorch file, or joblib), which "
                      "would run code when read; save the model from Keras as .keras")));
    all.push_back(
        foreign(words("Safetensors"), {".safetensors"}, isSafetensors,
                words("is a safetensors file: arrays without a model; load them in Keras and "
                      "save the model as .keras")));
    all.push_back(foreign(words("TensorFlow Lite model"), {".tflite"}, isTensorFlowLite,
                          words("is a TensorFlow Lite model, whose layers are merged and often "
                                "quantised; save the model it was made from as .keras")));
    all.push_back(
        foreign(words("TensorFlow graph"), {".pb"}, isFrozenGraph,
                words("is a graph of TensorFlow (a protocol buffer), not a Keras model; save "
                      "the model it was made from as .keras")));
    all.push_back(
        foreign(words("TensorFlow checkpoint"), {".ckpt"}, isCheckpoint,
                words("is a checkpoint of TensorFlow: values without a model; load it into "
                      "the model in Keras and save that as .keras")));
    all.push_back(
        foreign(words("HDF5 file"), {}, isOtherHdf5,
                words("is an HDF5 file, but holds no Keras model: neither model_config nor "
                      "layers with weights")));
    all.push_back(
        foreign(words("Zip archive"), {}, isOtherArchive,
                words("is a zip archive, but holds neither a Keras model (config.json) nor a "
                      "case: no member is called NAME/case")));
    all.push_back(
        foreign(words("Folder"), {}, isOtherFolder, words("is a folder, not a model file")));
    all.push_back(
        foreign(words("JSON"), {}, isOtherJson,
                words("is JSON, but no Keras model: expected an object with class_name and "
                      "config")));
    return all;
}

bool endsWith(std::string_view path, std::string_view ending)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return path.size() > ending.size() &&
           std::equal(ending.rbegin(), ending.rend(), path.rbegin(),
                      [&](char a, char b) { return lower(a) == lower(b); });
}

} // namespace

std::span<const ModelFormat> modelFormats()
{
    static const std::vector<ModelFormat> all = allFormats();
    return all;
}

const ModelFormat *formatOf(const FileProbe &probe)
{
    for (const ModelFormat &format : modelFormats()) {
        if (format.is != nullptr && format.is(probe))
            return &format;
    }
    return nullptr;
}

bool isModelPath(const std::string &path)
{
    // Arrays are inputs first; as weights they are named as such.
    if (endsWith(path, ".npy"))
        return false;
    for (const ModelFormat &format : modelFormats()) {
        for (const std::string_view ending : format.endings) {
            if (format.is != nullptr && endsWith(path, ending))
                return true;
        }
    }
    std::error_code code;
    if (!std::filesystem::is_regular_file(path, code))
        return false;
    const auto probe = FileProbe::open(path);
    return probe &&
           (probe->looksLikeZip() || probe->looksLikeHdf5() || probe->head().starts_with('{'));
}

const ModelFormat *formatToWrite(std::string_view path)
{
    const ModelFormat *found = nullptr;
    std::size_t longest = 0;
    for (const ModelFormat &format : modelFormats()) {
        for (const std::string_view ending : format.endings) {
            if (format.write != nullptr && ending.size() > longest && endsWith(path, ending)) {
                found = &format;
                longest = ending.size();
            }
        }
    }
    return found;
}

bool isLoadedByKeras(const ModelFormat &format)
{
    return format.write != nullptr && format.write != writeCaseArchive;
}

Error noFormat(const FileProbe &probe)
{
    if (const auto damage = probe.damage())
        return *damage;
    Words promised;
    if (probe.hasEnding(".h5") || probe.hasEnding(".hdf5"))
        promised = words("is no HDF5 file: it does not begin with the signature of one");
    else if (probe.hasEnding(".keras") || probe.hasEnding(".npz"))
        promised = words("is no zip archive, which a .keras or .npz file is");
    else if (probe.hasEnding(".py"))
        promised = words("is Python source, which is only written here, never run; save the model "
                         "from Keras as .keras or as JSON");
    else
        promised = words("is no model: neither JSON nor an archive, nor HDF5");
    return fileError(probe.path(), std::move(promised)).value();
}

} // namespace convscope
