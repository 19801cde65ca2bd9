// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/load_model.h"

#include "keras/formats/model_format.h"
#include "keras/keras_config.h"

#include <filesystem>

namespace convscope {

Result<LoadedModel> loadModel(const std::string &path, const LoadOptions &options)
{
    const auto probe = FileProbe::open(path);
    if (!probe)
        return fail(probe.error());
    const ModelFormat *format = formatOf(*probe);
    if (format == nullptr)
        return fail(noFormat(*probe));
    if (format->read == nullptr)
        return fileError(path, format->readWeights != nullptr
                                   ? words("holds weights alone ({name}); name the model they "
                                           "belong to, and this file as its weights (--weights)",
                                           format->name)
                                   : format->advice);
    auto loaded = format->read(*probe, options);
    if (!loaded)
        return loaded;
    loaded->title = std::filesystem::path(path).stem().string();
    if (const auto config = kerasConfig())
        loaded->warnings.insert(loaded->warnings.end(), config->warnings.begin(),
                                config->warnings.end());
    return loaded;
}

} // namespace convscope
