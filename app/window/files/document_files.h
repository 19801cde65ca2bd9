// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "keras/tensorflow_limits.h"
#include "window/files/file_opening.h"

#include <QObject>

class QMimeData;

namespace convscope {

class Actions;
class FileMenus;
class PageHost;
struct SavedView;

/// Opening, saving, dropping and pasting: what becomes of files, and of the document because of
/// them.
class DocumentFiles : public QObject
{
    Q_OBJECT

public:
    /// Does what the actions of File, and Paste, are for. `dialogs` is the parent of dialogs and
    /// owns this object.
    DocumentFiles(const PageContext &context, Actions *actions, QWidget *dialogs);

    /// Opens a picture, volume, sound, array or model; a pattern works too.
    void open(const QString &path);
    /// The same for files that were given at once: of several inputs the first is for the model's
    /// first, and so on.
    void openAll(const QStringList &paths);
    /// open() for a file that was dropped on the stack: an array (.npy) is weights there.
    void openOnStack(const QString &path);
    void openBundledStack(const QString &name);
    /// Files, a picture or a path, of a drop or the clipboard.
    void take(const QMimeData *data);
    /// Saves under the present path, or asks for one. False: cancelled or failed.
    bool save(bool askForPath);
    /// Asks for a file of a kind that is written and not opened as a stack: code, weights alone.
    void exportStack();
    /// Where anything has changed, asks whether to save it, to let it go, or to stay; true: go on.
    /// Nobody is asked unless setAsking().
    [[nodiscard]] bool confirmDiscard();
    /// Where there is nobody to ask: keeps a copy of what has changed among the recent files.
    void keepCopy();
    void setAsking(bool asks) { m_asks = asks; }
    [[nodiscard]] bool isAsking() const { return m_asks; }
    /// What is done to inputs of models opened from now on, until a person chooses otherwise.
    void setPreparation(const InputPreparation &preparation) { m_preparation = preparation; }
    /// A picture opened onto nothing brings a stack of one layer to start from.
    void setStartsWithPicture(bool starts) { m_startsWithPicture = starts; }
    /// Whose current page is saved with a model, and shown again when that is opened; may be null.
    void setPages(PageHost *pages) { m_pages = pages; }
    [[nodiscard]] bool isBusy() const { return m_opening.isBusy(); }
    /// Gives up what is being read; the document stays as it is.
    void stopReading();
    /// Why the last file that was not taken was not; nullopt: all were.
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }
    [[nodiscard]] FileMenus *menus() { return m_menus; }

Q_SIGNALS:
    /// A file has become the document, or its input.
    void taken();
    /// The share of a file's bytes that is read, 0 … 1.
    void reading(const QString &fileName, double share);
    /// An opened model's layer was fed from a file that is not there any more.
    void outputMissing(const QString &layer, const QString &path);
    /// Nothing is read any more.
    void readingEnded();

private:
    void newStack();
    void openNow(const QString &path);
    /// confirmDiscard() for something that is to be read first.
    [[nodiscard]] bool mayReplace();
    void askForFile();
    /// Where Keras on TensorFlow will not do with the file what is computed here, asks whether to
    /// write it all the same; what was answered once for the same limits is not asked again.
    [[nodiscard]] bool mayWrite(const QString &path);
    bool write(const QString &path);
    /// What is looked at, for a model saved as `path`; and back.
    [[nodiscard]] std::string viewFor(const QString &path) const;
    void restore(const SavedView &view);
    void takeFile(const OpenedFile &file);
    void takeModel(const OpenedFile &file);
    void takeWeights(const OpenedFile &file);
    /// A layer or a stack as JSON.
    void takeLayers(const QString &json);
    /// The next or previous picture of the folder.
    void openNeighbour(int steps);
    void takeInput(const OpenedFile &file);
    void tellFailure(const QString &path, const Error &error);
    /// What is done to an input opened now: as to the present one, but for its frame and row.
    [[nodiscard]] InputPreparation preparationForNext() const;
    /// Which of the model's inputs the next picture is for: the one that is looked at.
    [[nodiscard]] std::size_t inputForNext() const;

    PageContext m_context;
    QWidget *m_dialogs;
    PageHost *m_pages = nullptr;
    FileMenus *m_menus;
    FileOpening m_opening;
    InputPreparation m_preparation;
    /// The picture of a folder that was asked for last, where it has not come (yet).
    QString m_browsed;
    bool m_startsWithPicture = false;
    bool m_asks = false;
    std::optional<Error> m_failure;
    /// Limits that the person saved in spite of.
    std::vector<TensorFlowLimit> m_acceptedLimits;
    /// What the person let go for what is being read.
    std::optional<DocumentState> m_letGo;
};

} // namespace convscope
