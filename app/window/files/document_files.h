// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "window/files/file_opening.h"

#include <QObject>

class QMimeData;

namespace convscope {

class Actions;
class FileMenus;

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
    void openBundledStack(const QString &name);
    /// Files, a picture or a path, of a drop or the clipboard.
    void take(const QMimeData *data);
    /// Saves under the present path, or asks for one. False: cancelled or failed.
    bool save(bool askForPath);
    /// Asks whether unsaved changes may go; true: go on. Nobody is asked unless setAsking().
    [[nodiscard]] bool confirmDiscard();
    void setAsking(bool asks) { m_asks = asks; }
    /// What is done to inputs of models opened from now on, until a person chooses otherwise.
    void setPreparation(const InputPreparation &preparation) { m_preparation = preparation; }
    [[nodiscard]] bool isBusy() const { return m_opening.isBusy(); }
    [[nodiscard]] FileMenus *menus() { return m_menus; }

Q_SIGNALS:
    /// A file has become the document, or its input.
    void taken();

private:
    void newStack();
    void openNow(const QString &path);
    void askForFile();
    void takeFile(const OpenedFile &file);
    void takeModel(const OpenedFile &file);
    void takeInput(const OpenedFile &file);
    void tellFailure(const QString &path, const Error &error);
    /// What is done to an input opened now: as to the present one, but for its frame and row.
    [[nodiscard]] InputPreparation preparationForNext() const;

    PageContext m_context;
    QWidget *m_dialogs;
    FileMenus *m_menus;
    FileOpening m_opening;
    InputPreparation m_preparation;
    bool m_asks = false;
};

} // namespace convscope
