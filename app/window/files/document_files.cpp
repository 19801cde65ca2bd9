// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/document_files.h"

#include "document/model_document.h"
#include "document/selection.h"
#include "document/status_sink.h"
#include "keras/formats/model_format.h"
#include "language/core_words.h"
#include "window/actions/actions.h"
#include "window/files/file_menus.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

/// "*.keras *.npz …": every ending of a model that can be opened.
QString endingsRead()
{
    QStringList patterns;
    for (const ModelFormat &format : modelFormats()) {
        for (const std::string_view ending : format.endings) {
            if (format.read != nullptr && !patterns.contains(u'*' + text(ending)))
                patterns.append(u'*' + text(ending));
        }
    }
    return patterns.join(u' ');
}

/// "Keras archive: architecture and weights (*.keras)" and so on, the native format first.
QStringList filtersToSave()
{
    QStringList filters;
    for (const ModelFormat &format : modelFormats()) {
        QStringList patterns;
        for (const std::string_view ending : format.endings)
            patterns.append(u'*' + text(ending));
        if (format.write != nullptr)
            filters.append(
                u"%1: %2 (%3)"_s.arg(text(format.name), text(format.holds), patterns.join(u' ')));
    }
    return filters;
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
    connect(actions->paste, &QAction::triggered, this,
            [this] { take(QApplication::clipboard()->mimeData()); });
    connect(&m_opening, &FileOpening::opened, this, &DocumentFiles::takeFile);
    connect(&m_opening, &FileOpening::failed, this, &DocumentFiles::tellFailure);
    connect(m_menus, &FileMenus::openRequested, this, &DocumentFiles::open);
    connect(m_menus, &FileMenus::stackRequested, this, &DocumentFiles::openBundledStack);
}

void DocumentFiles::open(const QString &path)
{
    if (path.isEmpty())
        return;
    if (FileOpening::isModel(path) && !confirmDiscard())
        return;
    openNow(path);
}

void DocumentFiles::openBundledStack(const QString &name)
{
    const QString path = FileMenus::stackPath(name);
    if (path.isEmpty()) {
        m_context.status->showFailure(tr("The bundled stacks are not installed."));
        return;
    }
    if (!confirmDiscard())
        return;
    openNow(path);
    if (const QString sample = FileMenus::sampleForStack(name); !sample.isEmpty())
        m_opening.open(FileMenus::samplePath(sample), m_context.document->state(), m_preparation);
}

void DocumentFiles::openNow(const QString &path)
{
    m_opening.open(path, m_context.document->state(),
                   FileOpening::isModel(path) ? m_preparation : preparationForNext());
}

InputPreparation DocumentFiles::preparationForNext() const
{
    const ChosenInput *chosen = m_context.document->chosen();
    InputPreparation preparation = chosen != nullptr ? chosen->preparation : m_preparation;
    preparation.frame.reset();
    preparation.row.reset();
    return preparation;
}

void DocumentFiles::newStack()
{
    if (!confirmDiscard())
        return;
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
    if (path.isEmpty() || askForPath) {
        QString chosen;
        const QString native = QString::fromStdString(document->model().name) + u".keras"_s;
        path = QFileDialog::getSaveFileName(m_dialogs, tr("Save stack"), native,
                                            filtersToSave().join(u";;"_s), &chosen);
        if (path.isEmpty())
            return false;
        // A name without an ending of ours gets that of the chosen filter.
        if (formatToWrite(path.toStdString()) == nullptr)
            path += chosen.section(u"(*"_s, 1).section(u')', 0, 0).section(u' ', 0, 0);
    }
    const auto saved =
        saveModel(path.toStdString(), {document->model(), document->inputTensors(), std::string()});
    if (!saved) {
        m_context.status->showFailure(localized(saved.error()));
        return false;
    }
    document->undoStack()->setClean();
    document->setPath(path);
    m_context.status->showMessage(tr("Saved %1").arg(path), 4000);
    return true;
}

bool DocumentFiles::confirmDiscard()
{
    const ModelDocument *document = m_context.document;
    if (!m_asks || !document->isModified() || document->path().isEmpty())
        return true;
    const auto answer = QMessageBox::question(
        m_dialogs, tr("Unsaved changes"),
        tr("%1 has unsaved changes. Save them first?").arg(QFileInfo(document->path()).fileName()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Save)
        return save(false);
    return answer == QMessageBox::Discard;
}

void DocumentFiles::take(const QMimeData *data)
{
    if (data == nullptr)
        return;
    bool any = false;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile()) {
            open(url.toLocalFile());
            any = true;
        }
    }
    if (any)
        return;
    if (data->hasImage()) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        qvariant_cast<QImage>(data->imageData()).save(&buffer, "PNG");
        m_opening.decode(bytes, tr("Pasted picture"), m_context.document->state(),
                         preparationForNext());
        return;
    }
    if (const QString text = data->text().trimmed(); !text.isEmpty() && QFileInfo::exists(text)) {
        open(text);
        return;
    }
    m_context.status->showFailure(
        tr("The clipboard holds no picture and no file that can be opened."));
}

void DocumentFiles::takeFile(const OpenedFile &file)
{
    m_context.status->clearFailure();
    if (file.model)
        takeModel(file);
    else if (file.chosen)
        takeInput(file);
    m_menus->remember(file.path);
    Q_EMIT taken();
}

void DocumentFiles::takeModel(const OpenedFile &file)
{
    ModelDocument *document = m_context.document;
    DocumentState state;
    state.model = *file.model;
    state.input = file.input;
    state.ownInputs = file.ownInputs;
    if (!state.input && state.ownInputs.empty()) {
        // What was chosen meanwhile is prepared by who keeps the input.
        if (const ChosenInput *present = document->chosen(); present != nullptr)
            state.read(file.chosen && file.chosen->source == present->source ? *file.chosen
                                                                             : *present);
        else
            state.input = document->state().input;
    }
    const bool isBundled = FileMenus::stackPath(QFileInfo(file.path).fileName()) == file.path;
    document->reset(std::move(state), isBundled ? QString() : file.path);
    m_context.selection->selectLayer(document->model().size() > 0 ? 0 : -1);
    if (!file.warnings.empty())
        m_context.status->showMessage(QString::fromStdString(file.warnings.front()), 12000);
}

void DocumentFiles::takeInput(const OpenedFile &file)
{
    ModelDocument *document = m_context.document;
    // The first photo belongs to what was just opened: nothing to undo.
    if (document->input() == nullptr && !document->isModified()) {
        DocumentState state = document->state();
        state.read(*file.chosen);
        document->reset(std::move(state), document->path());
    } else {
        document->chooseInput(*file.chosen, tr("open %1").arg(localized(file.chosen->read->title)));
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
    const QString message = localized(error);
    m_context.status->showFailure(message.contains(name) ? message
                                                         : u"%1: %2"_s.arg(name, message));
}

} // namespace convscope
