// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/file_opening.h"

#include "keras/formats/model_format.h"
#include "layers/unknown_layer.h"
#include "model/edit.h"
#include "model/output_format.h"
#include "run/fed_output.h"
#include "tensor/file_bytes.h"

#include <QFileInfo>
#include <algorithm>
#include <functional>
#include <utility>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<OpenedFile> readWeights(const QString &path, const LoadOptions &options)
{
    auto weights = loadWeights(path.toStdString(), options);
    if (!weights)
        return fail(weights.error());
    OpenedFile file;
    file.path = path;
    file.weights = std::move(*weights);
    return file;
}

Result<OpenedFile> readChosen(const QString &path, InputSource source, const Model &model,
                              const InputPreparation &preparation)
{
    ChosenInput chosen;
    chosen.source = std::move(source);
    chosen.preparation = preparation;
    auto ready = readyFor(model, std::move(chosen));
    if (!ready)
        return fail(ready.error());
    OpenedFile file;
    file.path = path;
    file.chosen = std::move(*ready);
    return file;
}

/// What stood in for outputs of layers that are not known here is read again, where it is there.
void feedAgain(OpenedFile &file, Model &model)
{
    for (const auto &[name, path] : file.view->fed) {
        const int at = model.indexOf(name);
        if (at < 0 || !isUnknown(model.layer(at)))
            continue;
        if (!QFileInfo(path).isFile()) {
            file.unfed.push_back(name);
            continue;
        }
        auto fed = fedFromFile(model.layer(at), path.toStdString());
        if (fed)
            model = replaceLayer(model, at, std::move(*fed));
        else
            file.warnings.push_back(fed.error().words);
    }
}

/// Reads what the model was looking at when it was saved. False: it cannot be read, which the
/// file's warnings say.
bool lookAgain(OpenedFile &file, const LoadedModel &loaded)
{
    const QString &path = file.view->input;
    if (path.isEmpty() || loaded.model.inputs.size() > 1)
        return false;
    const bool isThere = path.startsWith(u"pattern:") || QFileInfo(path).isFile();
    auto chosen =
        isThere ? readChosen(path, {path.toStdString(), nullptr, {}}, loaded.model,
                             file.view->preparation)
                : Result<OpenedFile>(fileError(path.toStdString(), words("there is no such file")));
    if (!chosen) {
        file.warnings.push_back(loaded.inputs.empty()
                                    ? chosen.error().words
                                    : words("{reason}; shown are the values kept with the model",
                                            chosen.error().words));
        return false;
    }
    file.chosen = std::move(chosen->chosen);
    file.bringsPicture = true;
    return true;
}

Result<OpenedFile> readModel(const QString &path, const DocumentState &present,
                             const InputPreparation &preparation, const LoadOptions &options)
{
    auto loaded = loadModel(path.toStdString(), options);
    if (!loaded)
        return fail(loaded.error());
    OpenedFile file;
    file.path = path;
    if (!loaded->view.empty())
        file.view = viewFromText(loaded->view, path);
    if (file.view)
        feedAgain(file, loaded->model);
    const bool looksAgain = file.view && lookAgain(file, *loaded);
    if (looksAgain) {
        // What was kept with the model was made from it.
    } else if (loaded->inputs.size() == 1) {
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
    file.warnings.insert(file.warnings.end(), loaded->warnings.begin(), loaded->warnings.end());
    if (!looksAgain && !file.input && file.ownInputs.empty() && present.chosen) {
        ChosenInput chosen = *present.chosen;
        chosen.preparation = preparation;
        auto ready = readyFor(*file.model, std::move(chosen));
        if (ready)
            file.chosen = std::move(*ready);
    }
    return file;
}

} // namespace

FileOpening::FileOpening(QObject *parent) : QObject(parent)
{
    m_jobs.onBusyChanged([this] {
        if (!m_jobs.isBusy())
            m_coming.reset();
        Q_EMIT busyChanged();
    });
}

bool FileOpening::isModel(const QString &path)
{
    return isModelPath(path.toStdString());
}

bool FileOpening::holdsWeightsAlone(const QString &path)
{
    // A pipe can be read only once.
    if (!QFileInfo(path).isFile())
        return false;
    const auto probe = FileProbe::open(path.toStdString());
    const ModelFormat *format = probe ? formatOf(*probe) : nullptr;
    return format != nullptr && format->read == nullptr && format->readWeights != nullptr;
}

void FileOpening::openWeights(const QString &path)
{
    start(path, [path](const LoadOptions &options) { return readWeights(path, options); });
}

void FileOpening::open(const QString &pathOrPattern, const DocumentState &present,
                       const InputPreparation &preparation)
{
    if (isModel(pathOrPattern)) {
        m_coming = std::make_shared<std::optional<Model>>();
        start(pathOrPattern,
              [pathOrPattern, present, preparation,
               coming = m_coming](const LoadOptions &options) -> Result<OpenedFile> {
                  if (holdsWeightsAlone(pathOrPattern))
                      return readWeights(pathOrPattern, options);
                  auto file = readModel(pathOrPattern, present, preparation, options);
                  if (file)
                      *coming = *file->model;
                  return file;
              });
        return;
    }
    start(pathOrPattern, [pathOrPattern, model = present.model, preparation,
                          coming = m_coming](const LoadOptions &) {
        const bool isComing = coming != nullptr && coming->has_value();
        return readChosen(pathOrPattern, {pathOrPattern.toStdString(), nullptr, {}},
                          isComing ? **coming : model, preparation);
    });
}

void FileOpening::openWithPicture(const QString &model, const QString &picture,
                                  const DocumentState &present, const InputPreparation &preparation)
{
    start(model,
          [model, picture, present, preparation](const LoadOptions &options) -> Result<OpenedFile> {
              auto file = readModel(model, present, preparation, options);
              if (!file || picture.isEmpty())
                  return file;
              auto shown = readChosen(picture, {picture.toStdString(), nullptr, {}}, *file->model,
                                      preparation);
              if (!shown)
                  return shown;
              file->chosen = std::move(shown->chosen);
              file->bringsPicture = true;
              file->input.reset();
              file->ownInputs.clear();
              return file;
          });
}

void FileOpening::decode(const QByteArray &bytes, const QString &title,
                         const DocumentState &present, const InputPreparation &preparation)
{
    InputSource source;
    source.encoded = std::make_shared<const std::vector<unsigned char>>(bytes.begin(), bytes.end());
    source.title = title.toStdString();
    start({}, [source, model = present.model, preparation](const LoadOptions &) {
        return readChosen({}, source, model, preparation);
    });
}

void FileOpening::start(const QString &path,
                        std::function<Result<OpenedFile>(const LoadOptions &)> read)
{
    const auto readTelling = [this, path, read = std::move(read)](const BackgroundJobs::Job &job) {
        LoadOptions options;
        options.stop = job.token();
        // Steps that can be seen: small files are read in thousands of pieces.
        options.onProgress = [this, path, &job, told = -1](double share) mutable {
            constexpr int kSteps = 200;
            if (const int step = static_cast<int>(share * kSteps);
                step != std::exchange(told, step))
                job.tell([this, path, share] { Q_EMIT progressed(path, share); });
        };
        return read(options);
    };
    m_jobs.start(readTelling, [this, path](const Result<OpenedFile> &file) {
        if (file)
            Q_EMIT opened(*file);
        else
            Q_EMIT failed(path, file.error());
    });
}

} // namespace convscope
