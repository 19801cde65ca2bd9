// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/file_opening.h"

#include "keras/formats/model_format.h"
#include "model/output_format.h"

#include <QFileInfo>
#include <algorithm>
#include <functional>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

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
        input->format = inputFormat(loaded->model);
        input->title = verbatim(loaded->inputTitle.empty() ? loaded->title : loaded->inputTitle);
        input->scaling = words("as stored");
        file.input = std::move(input);
    } else {
        const std::vector<DataFormat> formats = inputFormats(loaded->model);
        for (std::size_t i = 0; i < loaded->inputs.size(); ++i)
            file.ownInputs.push_back({loaded->inputs[i], formats[std::min(i, formats.size() - 1)],
                                      verbatim(loaded->title)});
    }
    file.model = std::move(loaded->model);
    file.warnings = std::move(loaded->warnings);
    return file;
}

bool holdsWeightsAlone(const QString &path)
{
    // A pipe can be read only once.
    if (!QFileInfo(path).isFile())
        return false;
    const auto probe = FileProbe::open(path.toStdString());
    const ModelFormat *format = probe ? formatOf(*probe) : nullptr;
    return format != nullptr && format->read == nullptr && format->readWeights != nullptr;
}

Result<OpenedFile> readWeights(const QString &path)
{
    auto weights = loadWeights(path.toStdString());
    if (!weights)
        return fail(weights.error());
    OpenedFile file;
    file.path = path;
    file.weights = std::move(*weights);
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
    m_jobs.onBusyChanged([this] { Q_EMIT busyChanged(); });
}

bool FileOpening::isModel(const QString &path)
{
    return isModelPath(path.toStdString());
}

void FileOpening::open(const QString &pathOrPattern, std::optional<int> spatialRank)
{
    if (isModel(pathOrPattern)) {
        start(pathOrPattern, [pathOrPattern] {
            return holdsWeightsAlone(pathOrPattern) ? readWeights(pathOrPattern)
                                                    : readModel(pathOrPattern);
        });
        return;
    }
    start(pathOrPattern, [pathOrPattern, spatialRank] {
        return asFile(pathOrPattern,
                      readInput(pathOrPattern.toStdString(), optionsFor(spatialRank)));
    });
}

void FileOpening::openWithPicture(const QString &model, const QString &picture)
{
    start(model, [model, picture]() -> Result<OpenedFile> {
        auto file = readModel(model);
        if (!file || picture.isEmpty())
            return file;
        auto shown = asFile(
            picture, readInput(picture.toStdString(), optionsFor(spatialRank(*file->model))));
        if (!shown)
            return shown;
        file->input = shown->input;
        file->ownInputs.clear();
        return file;
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
    m_jobs.start([read = std::move(read)](const BackgroundJobs::Job &) { return read(); },
                 [this, path](const Result<OpenedFile> &file) {
                     if (file)
                         Q_EMIT opened(*file);
                     else
                         Q_EMIT failed(path, file.error());
                 });
}

} // namespace convscope
