// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "params/param_editor.h"
#include "style/focus_ring.h"

#include <QList>
#include <QPointer>

#include <optional>
#include <span>

class QToolButton;

namespace convscope {

class DragLabel;

/// A remark under a row: quiet, or an error with its octagon. As many lines as it needs.
class RowNote : public QWidget
{
    Q_OBJECT

public:
    explicit RowNote(QWidget *parent);

    void setContent(const QString &text, bool isError);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isError() const { return m_error; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int textLeft() const;

    QString m_text;
    bool m_error = false;
};

/// One argument: Keras name, editor, revert button, note. An error of the row's own (what was typed
/// is illegal) stands before one from the model.
class ParamRow : public QWidget
{
    Q_OBJECT

public:
    /// The room left of the fields that the names of these arguments ask for. Names that would ask
    /// for too much stand above their fields and have no say.
    [[nodiscard]] static int labelWidthFor(std::span<const ParamInfo> params);

    /// `info` must outlive the row. `labelWidth`: the same in the whole form.
    ParamRow(const ParamInfo &info, int labelWidth, QWidget *parent);
    ~ParamRow() override;

    [[nodiscard]] const ParamInfo &info() const { return m_info; }
    [[nodiscard]] ParamEditor *editor() const { return m_editor; }
    [[nodiscard]] const RowNote *note() const { return m_note; }

    void setValue(const Value &value, bool fresh);
    void setNote(const QString &text);
    /// From the model. `field`: the element at fault, nullopt for all. Empty message: none.
    void setModelError(const QString &message, std::optional<int> field);
    /// What is typed here cannot be taken over.
    void setTypedError(const QString &message, std::optional<int> field);
    [[nodiscard]] bool hasTypedError() const { return !m_typed.message.isEmpty(); }
    [[nodiscard]] bool hasError() const;
    void takeFocus();

Q_SIGNALS:
    void edited(const convscope::Value &value, bool continuing);
    void rejected(int field, const QString &text);
    void revertRequested();
    /// The drag that goes on is to be taken back.
    void takenBack();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Fault
    {
        QString message;
        std::optional<int> field;
    };

    void showState();
    void placeRevert();
    [[nodiscard]] QString tip() const;

    const ParamInfo &m_info;
    int m_labelWidth;
    DragLabel *m_label;
    ParamEditor *m_editor;
    QToolButton *m_revert;
    RowNote *m_note;
    QString m_noteText;
    Fault m_model;
    Fault m_typed;
    bool m_isDefault = false;
    /// Children of an ancestor, which may delete them first.
    QList<QPointer<ControlRing>> m_rings;
};

} // namespace convscope
