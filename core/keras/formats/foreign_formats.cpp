// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/foreign_formats.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace convscope {

bool isTensorFlowJs(const FileProbe &probe)
{
    const Json *json = probe.json();
    return json != nullptr && (member(*json, "modelTopology") != nullptr ||
                               member(*json, "weightsManifest") != nullptr);
}

bool isBareConfig(const FileProbe &probe)
{
    const Json *json = probe.json();
    if (json == nullptr || !json->is_object() || member(*json, "class_name") != nullptr)
        return false;
    const Json *layers = member(*json, "layers");
    return (layers != nullptr && layers->is_array()) ||
           (member(*json, "name") != nullptr && member(*json, "trainable") != nullptr);
}

bool isSavedModel(const FileProbe &probe)
{
    if (probe.isFolder())
        return probe.folderHas("saved_model.pb") || probe.folderHas("saved_model.pbtxt");
    return probe.hasEnding("saved_model.pb") || probe.hasEnding("keras_metadata.pb");
}

bool isOnnx(const FileProbe &probe)
{
    // A protocol buffer: field 1 (ir_version, a small number), then the producer or the graph.
    const std::string_view head = probe.head();
    const bool begins = head.size() > 3 && head[0] == '\x08' && head[1] > 0 && head[1] < 32 &&
                        (head[2] == '\x12' || head[2] == '\x3a' || head[2] == '\x42');
    return begins && (probe.hasEnding(".onnx") || head.find("torch") != std::string_view::npos ||
                      head.find("onnx") != std::string_view::npos ||
                      head.find("tf2onnx") != std::string_view::npos);
}

bool isPyTorch(const FileProbe &probe)
{
    const ZipFile *zip = probe.zip();
    return zip != nullptr &&
           std::any_of(zip->names().begin(), zip->names().end(), [](const std::string &name) {
               return name == "data.pkl" || name.ends_with("/data.pkl");
           });
}

bool isPickle(const FileProbe &probe)
{
    const std::string_view head = probe.head();
    return head.size() > 2 && head[0] == '\x80' && head[1] >= 2 && head[1] <= 5;
}

bool isSafetensors(const FileProbe &probe)
{
    // The length of its table of contents in eight bytes, then the table as JSON.
    const std::string_view head = probe.head();
    return head.size() > 10 && head[8] == '{' &&
           head.substr(4, 4) == std::string_view("\0\0\0\0", 4);
}

bool isTensorFlowLite(const FileProbe &probe)
{
    return probe.head().substr(std::min<std::size_t>(4, probe.head().size())).starts_with("TFL3");
}

bool isFrozenGraph(const FileProbe &probe)
{
    return probe.hasEnding(".pb") || probe.hasEnding(".pbtxt");
}

bool isCheckpoint(const FileProbe &probe)
{
    return probe.hasEnding(".ckpt") || probe.hasEnding(".index") || probe.hasEnding(".ckpt.meta") ||
           probe.path().find(".data-0") != std::string::npos ||
           (probe.isFolder() && probe.folderHas("checkpoint"));
}

bool isOtherHdf5(const FileProbe &probe)
{
    return probe.hdf5() != nullptr;
}

bool isOtherArchive(const FileProbe &probe)
{
    return probe.zip() != nullptr;
}

bool isOtherFolder(const FileProbe &probe)
{
    return probe.isFolder();
}

bool isOtherJson(const FileProbe &probe)
{
    return probe.json() != nullptr;
}

} // namespace convscope
