// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/formats/hdf5_file.h"
#include "fuzz/fuzz_target.h"

using namespace convscope;

/// Every array below the root, and the attributes that Keras writes.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto file =
        Hdf5File::openImage(std::make_shared<const Bytes>(data, data + size), "the file");
    if (!file)
        return 0;
    static_cast<void>(file->text("", "model_config"));
    static_cast<void>(file->texts("model_weights", "layer_names"));
    const auto arrays = file->arraysBelow("");
    if (!arrays)
        return 0;
    for (const std::string &path : *arrays)
        static_cast<void>(file->array(path));
    return 0;
}
