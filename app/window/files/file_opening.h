// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document_state.h"
#include "jobs/background_jobs.h"
#include "keras/donated_weights.h"

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
    std::shared_ptr<const Input> input;
    std::optional<DonatedWeights> weights;
    /// What a person should know about the reading of a model.
    std::vector<std::string> warnings;
};

/// Reads files off the GUI thread. Of several requests for the same kind of thing the last one
/// wins.
class FileOpening : public QObject
{
    Q_OBJECT

public:
    explicit FileOpening(QObject *parent = nullptr);

    /// Opens a model or an input by what the file is. `spatialRank`: how the model in use takes
    /// inputs (1 sequence, 2 picture, 3 volume; empty: as the file is).
    void open(const QString &pathOrPattern, std::optional<int> spatialRank);
    /// A model together with the picture it is to look at, as one thing; without a path: alone.
    void openWithPicture(const QString &model, const QString &picture);
    /// An encoded picture from the clipboard.
    void decode(const QByteArray &bytes, const QString &title, std::optional<int> spatialRank);
    [[nodiscard]] bool isBusy() const { return m_jobs.isBusy(); }

    /// Whether a path is opened as a model rather than as an input (isModelPath).
    [[nodiscard]] static bool isModel(const QString &path);

Q_SIGNALS:
    void opened(const convscope::OpenedFile &file);
    void failed(const QString &path, const convscope::Error &error);
    void busyChanged();

private:
    void start(const QString &path, std::function<Result<OpenedFile>()> read);

    BackgroundJobs m_jobs;
};

} // namespace convscope
