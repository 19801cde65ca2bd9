// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "keras/donated_weights.h"
#include "keras/formats/file_probe.h"
#include "keras/load_model.h"
#include "keras/save_model.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace convscope {

/// A kind of model file. What a file is decides, not what it is called. A new format is one more
/// entry of the list in model_format.cpp.
struct ModelFormat
{
    /// For dialogs and messages, e.g. "Keras archive".
    Words name;
    /// What it holds, e.g. "architecture and weights".
    Words holds;
    /// The first is the one that is written, e.g. ".keras".
    std::vector<std::string_view> endings;
    /// Told by the content. Null: never read.
    bool (*is)(const FileProbe &) = nullptr;
    /// A whole model. Null: the file holds none that can be read.
    Result<LoadedModel> (*read)(const FileProbe &, const LoadOptions &) = nullptr;
    /// Weights alone. Null: as above.
    Result<DonatedWeights> (*readWeights)(const FileProbe &, const LoadOptions &) = nullptr;
    /// Null: not written.
    Result<SaveReport> (*write)(const std::string &path, const SaveRequest &) = nullptr;
    /// Of a kind that is not read: what it is and what to do about it, behind the file's name.
    Words advice = {};
};

/// Every kind, in the order in which a file is asked whether it is one.
[[nodiscard]] std::span<const ModelFormat> modelFormats();

/// What a file is by its content; null where it is none of them.
[[nodiscard]] const ModelFormat *formatOf(const FileProbe &probe);
/// Whether a path is to be opened as a model rather than as an input: by its first bytes, and by
/// its ending for kinds that are told in no other way. Reads no more than the first bytes, of files
/// only.
[[nodiscard]] bool isModelPath(const std::string &path);
/// The format that is written under such a name: the longest ending counts; null for others.
[[nodiscard]] const ModelFormat *formatToWrite(std::string_view path);
/// Whether Keras (or Python) reads what is written, so that Keras' limits matter.
[[nodiscard]] bool isLoadedByKeras(const ModelFormat &format);
/// Why no format fits: what the file's name promised and its content does not keep.
[[nodiscard]] Error noFormat(const FileProbe &probe);

} // namespace convscope
