// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/file_opening.h"

#include "keras/formats/model_format.h"
#include "tensor/data_format_order.h"

#include <QMetaObject>
#include <functional>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The data format in which the model's inputs are stored: that of the first layer with one.
DataFormat storedFormat(const Model &model)
{
    for (const auto &layer : model.layers) {
        if (layer->type().dataFormat)
            return dataFormat(*layer);
    }
    return DataFormat::ChannelsLast;
}

Result<OpenedFile> readModel(const QString &path)
{
    auto loaded = loadModel(path.toStdString());
    if (!loaded)
        return fail(loaded.error());
    OpenedFile file;
    file.path = path;
    if (loaded->inputs.size() == 1) {
        // One input behaves like any other picture: it can be replaced, and other layers see it
        // turned.
        auto input = std::make_shared<Input>();
        input->tensor = loaded->inputs.front();
        if (input->tensor.rank() >= 3)
            input->tensor =
                toDataFormat(input->tensor, storedFormat(loaded->model), DataFormat::ChannelsLast);
        input->title = loaded->inputTitle.empty() ? loaded->title : loaded->inputTitle;
        input->scaling = "as stored";
        file.input = std::move(input);
    } else {
        file.ownInputs = std::move(loaded->inputs);
    }
    file.model = std::move(loaded->model);
    file.warnings = std::move(loaded->warnings);
    return file;
}

Result<OpenedFile> asFile(const QString &path, Result<Input> input)
{
    if (!input)
        return fail(input.error());
    OpenedFile file;
    file.path = path;
    file.input = std::make_shared<const Input>(std::move(*input));
    return file;
}

InputOptions optionsFor(std::optional<int> spatialRank)
{
    InputOptions options;
    options.spatialRank = spatialRank;
    return options;
}

} // namespace

FileOpening::FileOpening(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

FileOpening::~FileOpening()
{
    m_pool.clear();
    m_pool.waitForDone();
}

bool FileOpening::isModel(const QString &path)
{
    return isModelPath(path.toStdString());
}

void FileOpening::open(const QString &pathOrPattern, std::optional<int> spatialRank)
{
    if (isModel(pathOrPattern)) {
        start(pathOrPattern, [pathOrPattern] { return readModel(pathOrPattern); });
        return;
    }
    start(pathOrPattern, [pathOrPattern, spatialRank] {
        return asFile(pathOrPattern,
                      readInput(pathOrPattern.toStdString(), optionsFor(spatialRank)));
    });
}

void FileOpening::decode(const QByteArray &bytes, const QString &title,
                         std::optional<int> spatialRank)
{
    start({}, [bytes, title, spatialRank] {
        const std::span<const unsigned char> data(
            reinterpret_cast<const unsigned char *>(bytes.constData()),
            static_cast<std::size_t>(bytes.size()));
        return asFile({}, decodePicture(data, title.toStdString(), optionsFor(spatialRank)));
    });
}

void FileOpening::start(const QString &path, std::function<Result<OpenedFile>()> read)
{
    ++m_busy;
    Q_EMIT busyChanged();
    m_pool.start([this, path, read = std::move(read)] {
        auto result = std::make_shared<Result<OpenedFile>>(read());
        QMetaObject::invokeMethod(
            this,
            [this, path, result] {
                --m_busy;
                if (*result)
                    Q_EMIT opened(**result);
                else
                    Q_EMIT failed(path, result->error());
                Q_EMIT busyChanged();
            },
            Qt::QueuedConnection);
    });
}

} // namespace convscope
