// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/keras_config.h"

#include "keras/json_text.h"
#include "tensor/default_data_format.h"
#include "tensor/file_bytes.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <mutex>

#include <pwd.h>
#include <unistd.h>

namespace convscope {

namespace {

std::string homeDirectory()
{
    if (const char *home = std::getenv("HOME"); home != nullptr && *home != '\0')
        return home;
    if (const passwd *user = getpwuid(getuid()); user != nullptr && user->pw_dir != nullptr)
        return user->pw_dir;
    return {};
}

Failure wrongValue(const std::string &path, const std::string &key, const Json &value,
                   Words allowed)
{
    return fail("file", key, jsonText(value),
                words("{path}: {key} must be {allowed}. Received {python_text}", path, key,
                      std::move(allowed), pythonText(value)));
}

Words defaultsBecause(Words reason)
{
    return words("{reason}; Keras' defaults are used", std::move(reason));
}

Result<void> readValues(const Json &object, KerasConfig &config)
{
    if (const Json *format = member(object, "image_data_format")) {
        if (*format == "channels_first")
            config.imageDataFormat = DataFormat::ChannelsFirst;
        else if (*format != "channels_last")
            return wrongValue(config.path, "image_data_format", *format,
                              words("'channels_last' or 'channels_first'"));
    }
    if (const Json *floatx = member(object, "floatx")) {
        if (*floatx != "float16" && *floatx != "float32" && *floatx != "float64")
            return wrongValue(config.path, "floatx", *floatx,
                              words("'float16', 'float32' or 'float64'"));
        config.floatx = floatx->get<std::string>();
        if (config.floatx != "float32")
            config.warnings.push_back(
                words("{path}: floatx is {floatx}, but everything is computed in float32",
                      config.path, config.floatx));
    }
    if (const Json *epsilon = member(object, "epsilon")) {
        if (!epsilon->is_number() || !(epsilon->get<double>() > 0))
            return wrongValue(config.path, "epsilon", *epsilon, words("a number greater than 0"));
        config.epsilon = epsilon->get<double>();
    }
    if (member(object, "image_dim_ordering") != nullptr)
        config.warnings.push_back(words("{path}: image_dim_ordering is a key of Keras 1 and is "
                                        "ignored; image_data_format takes its place",
                                        config.path));
    return {};
}

struct Process
{
    std::mutex mutex;
    std::optional<Result<KerasConfig>> config;
};

Process &process()
{
    static Process instance;
    return instance;
}

DataFormat configuredFormat()
{
    const auto config = kerasConfig();
    return config ? config->imageDataFormat : DataFormat::ChannelsLast;
}

} // namespace

std::string kerasDirectory()
{
    const std::string home = homeDirectory();
    if (const char *chosen = std::getenv("KERAS_HOME"); chosen != nullptr && *chosen != '\0') {
        const std::string directory = chosen;
        if (directory == "~" || directory.starts_with("~/"))
            return home + directory.substr(1);
        return directory;
    }
    if (home.empty() || access(home.c_str(), W_OK) != 0)
        return "/tmp/.keras";
    return home + "/.keras";
}

Result<KerasConfig> readKerasConfig(const std::string &directory)
{
    const std::string path = directory + "/keras.json";
    KerasConfig config;
    std::error_code code;
    if (!std::filesystem::exists(path, code))
        return config;
    config.path = path;
    const auto text = readFileText(path);
    if (!text) {
        config.warnings.push_back(defaultsBecause(text.error().words));
        return config;
    }
    const auto json = parseJson(*text, path);
    if (!json || !json->is_object()) {
        config.warnings.push_back(defaultsBecause(json ? words("{path}: is not a JSON object", path)
                                                       : json.error().words));
        return config;
    }
    if (auto read = readValues(*json, config); !read)
        return fail(read.error());
    return config;
}

Result<KerasConfig> kerasConfig()
{
    setDefaultDataFormatSource(configuredFormat);
    Process &state = process();
    const std::scoped_lock lock(state.mutex);
    if (!state.config)
        state.config = readKerasConfig(kerasDirectory());
    return *state.config;
}

void setKerasConfig(std::optional<KerasConfig> config)
{
    Process &state = process();
    {
        const std::scoped_lock lock(state.mutex);
        state.config.reset();
        if (config)
            state.config = std::move(*config);
    }
    setDefaultDataFormatSource(configuredFormat);
}

} // namespace convscope
