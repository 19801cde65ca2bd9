// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "params/param_editor.h"

class QLineEdit;

namespace convscope {

/// A text as it is typed.
class TextEditor : public ParamEditor
{
    Q_OBJECT

public:
    TextEditor(const ParamInfo &info, QWidget *parent);
    void setValue(const Value &value, bool fresh) override;
    QList<QWidget *> fields() const override;

private:
    QLineEdit *m_field;
    bool m_typing = false;
};

/// A number, or numbers in nested lists, typed as "0.5", "0.1, 0.2" or "[[1, 2], [3, 4]]".
class NumbersEditor : public ParamEditor
{
    Q_OBJECT

public:
    NumbersEditor(const ParamInfo &info, QWidget *parent);
    void setValue(const Value &value, bool fresh) override;
    QList<QWidget *> fields() const override;
    /// A number alone moves by a tenth of its leading digit.
    bool canScrub() const override;
    void scrub(int steps, bool continuing) override;

    /// The numbers of such a text; nullopt where it holds anything else or lists of unequal length.
    [[nodiscard]] static std::optional<NumberArray> parse(const QString &text);

private:
    QLineEdit *m_field;
    bool m_typing = false;
};

} // namespace convscope
