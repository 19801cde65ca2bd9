// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document_state.h"
#include "jobs/background_jobs.h"
#include "keras/donated_weights.h"
#include "window/files/saved_view.h"

#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace convscope {

/// What a file turned out to be: a stack, an input, both (a case file), or weights for the stack
/// that is there.
struct OpenedFile
{
    QString path;
    std::optional<Model> model;
    std::vector<StageInput> ownInputs;
    /// One that came with a model.
    std::shared_ptr<const Input> input;
    /// One that a person chose, prepared for the model in use: for that of this file where it is
    /// one.
    std::optional<ChosenInput> chosen;
    /// `chosen` was opened together with the model.
    bool bringsPicture = false;
    /// What a person had chosen for the inputs of the model when it was saved, prepared for it.
    std::vector<ChosenInput> kept;
    /// `chosen` is one of several inputs that were given at once, each for one of the model's.
    bool isOneOfSeveral = false;
    std::optional<DonatedWeights> weights;
    /// What was looked at when the model was saved, and the layers whose outputs were read from
    /// files that are not there any more.
    std::optional<SavedView> view;
    std::vector<std::string> unfed;
    /// What a person should know about the reading of a model.
    std::vector<Words> warnings;
};

/// Which of the model's inputs a file is for.
struct InputPlace
{
    std::size_t input = 0;
    /// One of several that were given at once; else it is for the model that is there, and for the
    /// first input of one that is still being read.
    bool isOneOfSeveral = false;
};

/// Reads files off the GUI thread. Of several requests for the same kind of thing the last one
/// wins.
class FileOpening : public QObject
{
    Q_OBJECT

public:
    explicit FileOpening(QObject *parent = nullptr);

    /// Opens a model or an input by what the file is. An input is prepared for the model in use; a
    /// model that brings none reads the input that was chosen before.
    /// `place`: which of the model's inputs it is for, the first where there is no such one.
    void open(const QString &pathOrPattern, const DocumentState &present,
              const InputPreparation &preparation, InputPlace place);
    /// A model together with the picture it is to look at, as one thing; without a path of one as
    /// open().
    void openWithPicture(const QString &model, const QString &picture, const DocumentState &present,
                         const InputPreparation &preparation);
    /// An encoded picture from the clipboard.
    void decode(const QByteArray &bytes, const QString &title, const DocumentState &present,
                const InputPreparation &preparation, std::size_t input);
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }
    /// Gives up what is being read; nothing comes of it.
    void stop() { m_jobs.stop(); }

    /// Weights for the model in use, whatever else the file could be.
    void openWeights(const QString &path);
    /// Whether a file holds weights, and no model that they belong to.
    [[nodiscard]] static bool holdsWeightsAlone(const QString &path);
    /// Whether a path is opened as a model rather than as an input (isModelPath).
    [[nodiscard]] static bool isModel(const QString &path);

Q_SIGNALS:
    void opened(const convscope::OpenedFile &file);
    void failed(const QString &path, const convscope::Error &error);
    /// The share of its bytes that is read, 0 … 1, of a file that holds a model or weights.
    void progressed(const QString &path, double share);
    void busyChanged();

private:
    /// Read by a job and looked at by those after it, all on one thread.
    using ComingModel = std::shared_ptr<std::optional<Model>>;

    void start(const QString &path, std::function<Result<OpenedFile>(const LoadOptions &)> read);

    /// Of the model that is being read; null: none is.
    ComingModel m_coming;
    BackgroundJobs m_jobs;
};

} // namespace convscope
