// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/document_files.h"

#include "controls/question.h"
#include "controls/save_path.h"
#include "document/model_document.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "keras/formats/model_format.h"
#include "keras/layer_text.h"
#include "language/core_words.h"
#include "layers/registry.h"
#include "model/edit.h"
#include "window/actions/actions.h"
#include "window/files/file_kinds.h"
#include "window/files/file_menus.h"
#include "window/files/limits_question.h"
#include "window/files/picture_folder.h"
#include "window/files/weight_match_dialog.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>

#include <utility>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

/// A stack to begin with for a picture: one convolution that keeps its size.
Model firstStack(const Input &input)
{
    const LayerType *conv = findLayerType("Conv2D");
    if (input.tensor.rank() != 4 || conv == nullptr)
        return {};
    const Model model = insertLayer(Model(), 0, *conv);
    const auto same = setArgument(model, 0, "padding", std::string("same"));
    return same ? *same : model;
}

} // namespace

DocumentFiles::DocumentFiles(const PageContext &context, Actions *actions, QWidget *dialogs)
    : QObject(dialogs), m_context(context), m_dialogs(dialogs),
      m_menus(new FileMenus(actions, this))
{
    connect(actions->newStack, &QAction::triggered, this, &DocumentFiles::newStack);
    connect(actions->open, &QAction::triggered, this, &DocumentFiles::askForFile);
    connect(actions->save, &QAction::triggered, this, [this] { save(false); });
    connect(actions->saveAs, &QAction::triggered, this, [this] { save(true); });
    connect(actions->exportStack, &QAction::triggered, this, &DocumentFiles::exportStack);
    connect(actions->nextPicture, &QAction::triggered, this, [this] { openNeighbour(1); });
    connect(actions->previousPicture, &QAction::triggered, this, [this] { openNeighbour(-1); });
    connect(actions->paste, &QAction::triggered, this,
            [this] { take(QApplication::clipboard()->mimeData()); });
    connect(&m_opening, &FileOpening::opened, this, &DocumentFiles::takeFile);
    connect(&m_opening, &FileOpening::failed, this, &DocumentFiles::tellFailure);
    connect(&m_opening, &FileOpening::progressed, this, [this](const QString &path, double share) {
        Q_EMIT reading(QFileInfo(path).fileName(), share);
    });
    connect(&m_opening, &FileOpening::busyChanged, this, [this] {
        if (!m_opening.isBusy())
            Q_EMIT readingEnded();
    });
    connect(m_menus, &FileMenus::openRequested, this, &DocumentFiles::open);
    connect(m_menus, &FileMenus::stackRequested, this, &DocumentFiles::openBundledStack);
}

void DocumentFiles::open(const QString &path)
{
    if (path.isEmpty())
        return;
    // Weights alone are an edit of what is there.
    const bool replaces = FileOpening::isModel(path) && !FileOpening::holdsWeightsAlone(path);
    if (replaces && !mayReplace())
        return;
    openNow(path);
}

void DocumentFiles::openAll(const QStringList &paths)
{
    const auto isInput = [](const QString &path) { return !FileOpening::isModel(path); };
    if (std::ranges::count_if(paths, isInput) < 2) {
        for (const QString &path : paths)
            open(path);
        return;
    }
    std::size_t input = 0;
    for (const QString &path : paths) {
        if (isInput(path))
            m_opening.open(path, m_context.document->state(), m_preparation, {input++, true});
        else
            open(path);
    }
}

void DocumentFiles::openOnStack(const QString &path)
{
    if (path.endsWith(u".npy"_s, Qt::CaseInsensitive))
        m_opening.openWeights(path);
    else
        open(path);
}

void DocumentFiles::openBundledStack(const QString &name)
{
    const QString path = FileMenus::stackPath(name);
    if (path.isEmpty()) {
        m_context.status->showFailure(tr("The bundled stacks are not installed."));
        return;
    }
    if (!mayReplace())
        return;
    const QString sample = FileMenus::sampleForStack(name);
    m_opening.openWithPicture(path, sample.isEmpty() ? QString() : FileMenus::samplePath(sample),
                              m_context.document->state(), m_preparation);
}

void DocumentFiles::openNow(const QString &path)
{
    m_opening.open(path, m_context.document->state(),
                   FileOpening::isModel(path) ? m_preparation : preparationForNext(),
                   {inputForNext(), false});
}

void DocumentFiles::stopReading()
{
    m_opening.stop();
    m_letGo.reset();
    m_browsed.clear();
    Q_EMIT readingEnded();
}

std::size_t DocumentFiles::inputForNext() const
{
    const Selection *selection = m_context.selection;
    return selection->layer() < 0 ? selection->input() : 0;
}

InputPreparation DocumentFiles::preparationForNext() const
{
    const ChosenInput *chosen = m_context.document->chosenFor(inputForNext());
    InputPreparation preparation = chosen != nullptr ? chosen->preparation : m_preparation;
    preparation.frame.reset();
    preparation.row.reset();
    return preparation;
}

void DocumentFiles::newStack()
{
    if (!confirmDiscard())
        return;
    m_startsWithPicture = false;
    m_context.document->reset(DocumentState{}, {});
    m_context.selection->selectLayer(-1);
}

void DocumentFiles::askForFile()
{
    const QString models = endingsRead();
    const QString inputs =
        u"*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp *.npy *.wav *.csv *.avi *.mp4 *.mkv *.mov"_s;
    const QStringList filters{tr("Everything ConvScope reads (%1)").arg(inputs + u' ' + models),
                              tr("Models (%1)").arg(models), tr("All files (*)")};
    open(QFileDialog::getOpenFileName(m_dialogs, tr("Open"), {}, filters.join(u";;"_s)));
}

bool DocumentFiles::save(bool askForPath)
{
    ModelDocument *document = m_context.document;
    QString path = document->path();
    const ModelFormat *format = formatToWrite(path.toStdString());
    // What was opened from a kind that is not written, or came with the program, gets a name.
    if (path.isEmpty() || askForPath || format == nullptr || !isStack(*format)) {
        const QString name =
            path.isEmpty() ? text(document->model().name) : QFileInfo(path).completeBaseName();
        path = askSavePath(m_dialogs, tr("Save stack"), name, filtersToWrite(Written::Stacks));
        if (path.isEmpty())
            return false;
        format = formatToWrite(path.toStdString());
        if (format == nullptr || !isStack(*format)) {
            m_context.status->showFailure(
                tr("%1 would hold no whole stack: see Export code or weights.")
                    .arg(QFileInfo(path).fileName()));
            return false;
        }
    }
    if (!mayWrite(path) || !write(path))
        return false;
    document->undoStack()->setClean();
    document->setPath(path);
    m_menus->remember(path);
    return true;
}

void DocumentFiles::exportStack()
{
    const QString name = text(m_context.document->model().name);
    const QString path =
        askSavePath(m_dialogs, tr("Export code or weights"), name, filtersToWrite(Written::Parts));
    if (!path.isEmpty() && mayWrite(path))
        write(path);
}

bool DocumentFiles::mayWrite(const QString &path)
{
    const ModelFormat *format = formatToWrite(path.toStdString());
    if (!m_asks || format == nullptr || !isLoadedByKeras(*format))
        return true;
    const ModelDocument *document = m_context.document;
    std::vector<TensorFlowLimit> limits = tensorFlowLimits(document->model());
    if (limits.empty() || limits == m_acceptedLimits)
        return true;
    switch (askAboutLimits(m_dialogs, QFileInfo(path).fileName(), limits)) {
    case LimitsAnswer::SaveAnyway:
        m_acceptedLimits = std::move(limits);
        return true;
    case LimitsAnswer::ShowLayer:
        m_context.selection->selectLayer(document->model().indexOf(limits.front().layers.front()));
        return false;
    case LimitsAnswer::Cancel:
        break;
    }
    return false;
}

bool DocumentFiles::write(const QString &path)
{
    const ModelDocument *document = m_context.document;
    const auto saved =
        saveModel(path.toStdString(), {document->model(), document->inputTensors(), viewFor(path)});
    if (!saved) {
        m_context.status->showFailure(localized(saved.error()));
        return false;
    }
    if (saved->unsupported.empty())
        m_context.status->showMessage(tr("Saved %1").arg(path), 4000);
    else
        m_context.status->showMessage(
            tr("Saved %1; %2").arg(path, localized(saved->unsupported.front())), 12000);
    return true;
}

bool DocumentFiles::confirmDiscard()
{
    const ModelDocument *document = m_context.document;
    if (!m_asks || !document->isModified())
        return true;
    const QString name = document->path().isEmpty() ? text(document->model().name)
                                                    : QFileInfo(document->path()).fileName();
    const auto answer = ask(
        m_dialogs, tr("Unsaved changes"), tr("%1 has unsaved changes. Save them first?").arg(name),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Save)
        return save(false);
    return answer == QMessageBox::Discard;
}

bool DocumentFiles::mayReplace()
{
    if (!confirmDiscard())
        return false;
    m_letGo = m_context.document->state();
    return true;
}

void DocumentFiles::keepCopy()
{
    const ModelDocument *document = m_context.document;
    if (!m_asks || !document->isModified())
        return;
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                      u"/kept"_s);
    QDir().mkpath(folder.path());
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyy-MM-dd hh-mm-ss"_s);
    QString name = text(document->model().name);
    name.replace(u'/', u'_');
    const QString path = folder.filePath(u"%1, %2.npz"_s.arg(name, stamp));
    if (write(path))
        m_menus->remember(path);
}

void DocumentFiles::take(const QMimeData *data)
{
    if (data == nullptr)
        return;
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty()) {
        openAll(paths);
        return;
    }
    if (data->hasImage()) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        qvariant_cast<QImage>(data->imageData()).save(&buffer, "PNG");
        m_opening.decode(bytes, tr("Pasted picture"), m_context.document->state(),
                         preparationForNext(), inputForNext());
        return;
    }
    const QString words = data->text().trimmed();
    if (looksLikeLayers(words.toStdString())) {
        takeLayers(words);
        return;
    }
    if (!words.isEmpty() && QFileInfo::exists(words)) {
        open(words);
        return;
    }
    m_context.status->showFailure(
        tr("The clipboard holds no picture, no layer and no file that can be opened."));
}

void DocumentFiles::takeLayers(const QString &json)
{
    const auto pasted = layersFromText(json.toStdString(), "the clipboard");
    if (!pasted) {
        tellFailure({}, pasted.error());
        return;
    }
    ModelDocument *document = m_context.document;
    // Either is an edit that can be undone: nothing is to be asked.
    if (pasted->stack) {
        document->changeModel(*pasted->stack, tr("paste stack"));
        m_context.selection->selectLayer(document->model().size() > 0 ? 0 : -1);
        return;
    }
    const int below = m_context.selection->layer() + 1;
    const QString className = text(pasted->layer->type().className);
    document->changeModel(insertLayer(document->model(), below, pasted->layer->withInputs({})),
                          tr("paste %1").arg(className));
    m_context.selection->selectLayer(below);
}

void DocumentFiles::openNeighbour(int steps)
{
    const QString here =
        m_browsed.isEmpty() ? pathOf(m_context.document->chosenFor(inputForNext())) : m_browsed;
    const QString path = here.isEmpty() ? QString() : neighbour(here, steps);
    if (path.isEmpty()) {
        m_context.status->showMessage(here.isEmpty() ? tr("The input is no picture of a folder.")
                                      : steps > 0    ? tr("This is the last picture of its folder.")
                                                  : tr("This is the first picture of its folder."),
                                      4000);
        return;
    }
    m_browsed = path;
    openNow(path);
}

void DocumentFiles::takeFile(const OpenedFile &file)
{
    m_context.status->clearFailure();
    if (file.path != m_browsed)
        m_browsed.clear();
    if (file.model)
        takeModel(file);
    else if (file.weights)
        takeWeights(file);
    else if (file.chosen)
        takeInput(file);
    m_menus->remember(file.path);
    Q_EMIT taken();
}

void DocumentFiles::takeModel(const OpenedFile &file)
{
    ModelDocument *document = m_context.document;
    // Edited since the person agreed, while the file was read.
    const bool isAgreed = std::exchange(m_letGo, std::nullopt) == document->state();
    if (!isAgreed && !confirmDiscard())
        return;
    DocumentState state;
    state.model = *file.model;
    state.input = file.input;
    state.ownInputs = file.ownInputs;
    for (const ChosenInput &kept : file.kept)
        state.read(kept);
    if (!state.input && state.ownInputs.empty() && file.kept.empty()) {
        // What was chosen meanwhile is prepared by who keeps the input.
        const ChosenInput *present = document->chosen();
        if (file.bringsPicture)
            state.read(*file.chosen);
        else if (present != nullptr)
            state.read(file.chosen && file.chosen->source == present->source ? *file.chosen
                                                                             : *present);
        else
            state.input = document->state().input;
    }
    const bool isBundled = FileMenus::stackPath(QFileInfo(file.path).fileName()) == file.path;
    document->reset(std::move(state), isBundled ? QString() : file.path);
    m_context.selection->restore({});
    m_context.selection->selectLayer(document->model().size() > 0 ? 0 : -1);
    if (file.view)
        restore(*file.view);
    if (!file.warnings.empty())
        m_context.status->showMessage(localized(file.warnings.front()), 12000);
    if (!file.unfed.empty())
        Q_EMIT outputMissing(text(file.unfed.front()), file.view->fed.at(file.unfed.front()));
}

void DocumentFiles::takeWeights(const OpenedFile &file)
{
    ModelDocument *document = m_context.document;
    const Model &model = document->model();
    const WeightMatch match = matchWeights(model, document->inputShapes(), *file.weights);
    if (m_asks) {
        WeightMatchDialog dialog(QFileInfo(file.path).fileName(), model, match, m_dialogs);
        if (dialog.exec() != QDialog::Accepted)
            return;
    } else if (!match.fitsWholly()) {
        tellFailure(file.path, matchError(model, match));
        return;
    }
    document->changeModel(withMatchedWeights(model, match),
                          tr("weights of %1").arg(QFileInfo(file.path).fileName()));
}

void DocumentFiles::takeInput(const OpenedFile &file)
{
    ModelDocument *document = m_context.document;
    DocumentState state = document->state();
    state.read(*file.chosen);
    // The first photo belongs to what was just opened: nothing to undo.
    const bool isFirst = document->input() == nullptr && state.ownInputs.empty();
    if ((isFirst || file.isOneOfSeveral) && document->undoStack()->count() == 0) {
        if (m_startsWithPicture && state.model.size() == 0)
            state.model = firstStack(*file.chosen->read);
        document->reset(std::move(state), document->path());
        m_context.selection->selectLayer(document->model().size() > 0 ? 0 : -1);
    } else if (std::exchange(m_browsed, {}) == file.path && !file.path.isEmpty()) {
        // Leafing through a folder is one step: undo leads back to where it began.
        document->change(std::move(state), tr("leaf through pictures"), u"leaf"_s);
    } else {
        const QString title = localized(file.chosen->read->title);
        const std::vector<ModelInput> &inputs = document->model().inputs;
        document->chooseInput(
            *file.chosen,
            inputs.size() < 2
                ? tr("open %1").arg(title)
                : tr("open %1 as %2").arg(title, text(inputs[file.chosen->input].name)));
    }
    // The range of values is always said on the card.
    const Input &shown = file.chosen->ready ? *file.chosen->ready : *file.chosen->read;
    const std::size_t usual = file.chosen->read->white > 0 && file.chosen->ready ? 1 : 0;
    if (shown.notes.size() > usual)
        m_context.status->showMessage(localized(shown.notes.front()), 8000);
}

void DocumentFiles::tellFailure(const QString &path, const Error &error)
{
    const QString name = path.isEmpty() ? tr("The clipboard") : QFileInfo(path).fileName();
    Error told = error;
    if (!localized(error).contains(name))
        told.say(words("{file}: {reason}", name.toStdString(), error.words));
    m_context.status->showFailure(localized(told));
    m_failure = std::move(told);
}

} // namespace convscope
