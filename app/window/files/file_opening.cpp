// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/file_opening.h"

#include "keras/formats/model_format.h"
#include "layers/unknown_layer.h"
#include "model/edit.h"
#include "model/output_format.h"
#include "run/fed_output.h"
#include "tensor/data_format_order.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whether an input is still what was kept of it with the model, where anything was.
bool isAsKept(const OpenedFile &file, const ChosenInput &chosen)
{
    StageInput kept;
    if (chosen.input < file.ownInputs.size())
        kept = file.ownInputs[chosen.input];
    else if (chosen.input == 0 && file.input)
        kept = {file.input->tensor, file.input->format, {}};
    else
        return true;
    const Tensor &read = chosen.ready->tensor;
    const bool isTurned = kept.format && *kept.format != chosen.ready->format && read.rank() >= 3;
    const Tensor turned = isTurned ? toDataFormat(read, chosen.ready->format, *kept.format) : read;
    return turned.extents() == kept.tensor.extents() &&
           std::ranges::equal(turned.values(), kept.tensor.values(), [](float a, float b) {
               return a == b || (std::isnan(a) && std::isnan(b));
           });
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

/// Reads the inputs that a person had chosen when the model was saved. Of what has gone or changed
/// since, the values that are kept with the model are read, and that is said.
void readChosenAgain(OpenedFile &file)
{
    for (const ChosenInput &chosen : file.view->inputs) {
        if (chosen.input >= std::max<std::size_t>(file.model->inputs.size(), 1))
            continue;
        auto ready = readyFor(*file.model, chosen);
        if (!ready)
            file.warnings.push_back(
                words("the values kept with the model are read: {reason}", ready.error().words));
        else if (ready->ready && !isAsKept(file, *ready))
            file.warnings.push_back(
                words("{file} has changed since: the values kept with the model are read",
                      ready->ready->title));
        else
            file.kept.push_back(std::move(*ready));
    }
}

Result<OpenedFile> readModel(const QString &path, const DocumentState &present,
                             const InputPreparation &preparation, const LoadOptions &options)
{
    auto loaded = loadModel(path.toStdString(), options);
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
    if (!loaded->view.empty())
        file.view = viewFromText(loaded->view, path);
    if (file.view) {
        feedAgain(file, *file.model);
        readChosenAgain(file);
    }
    if (!file.input && file.ownInputs.empty() && file.kept.empty() && present.chosen) {
        ChosenInput chosen = *present.chosen;
        chosen.preparation = preparation;
        auto ready = readyFor(*file.model, std::move(chosen));
        if (ready)
            file.chosen = std::move(*ready);
    }
    return file;
}

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
                              const InputPreparation &preparation, std::size_t input)
{
    ChosenInput chosen;
    chosen.input = input;
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
                       const InputPreparation &preparation, InputPlace place)
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
    start(pathOrPattern, [pathOrPattern, present = present.model, preparation, place,
                          coming = m_coming](const LoadOptions &) {
        const bool isComing = coming != nullptr && coming->has_value();
        const Model &model = isComing ? **coming : present;
        const bool isThere =
            place.input < model.inputs.size() && (!isComing || place.isOneOfSeveral);
        auto file = readChosen(pathOrPattern, {pathOrPattern.toStdString(), nullptr, {}}, model,
                               preparation, isThere ? place.input : 0);
        if (file)
            file->isOneOfSeveral = place.isOneOfSeveral;
        return file;
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
                                      preparation, 0);
              if (!shown)
                  return shown;
              file->chosen = std::move(shown->chosen);
              file->bringsPicture = true;
              file->kept.clear();
              file->input.reset();
              file->ownInputs.clear();
              return file;
          });
}

void FileOpening::decode(const QByteArray &bytes, const QString &title,
                         const DocumentState &present, const InputPreparation &preparation,
                         std::size_t input)
{
    InputSource source;
    source.encoded = std::make_shared<const std::vector<unsigned char>>(bytes.begin(), bytes.end());
    source.title = title.toStdString();
    start({}, [source, model = present.model, preparation, input](const LoadOptions &) {
        return readChosen({}, source, model, preparation, input);
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
