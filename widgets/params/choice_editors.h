// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "params/param_editor.h"

class QLineEdit;

namespace convscope {

class OptionalEdit;
class QuietComboBox;
class ToggleSwitch;

class BooleanEditor : public ParamEditor
{
    Q_OBJECT

public:
    BooleanEditor(const ParamInfo &info, QWidget *parent);
    void setValue(const Value &value, bool fresh) override;
    QList<QWidget *> fields() const override;

private:
    ToggleSwitch *m_toggle;
};

/// One of the schema's words, or None.
class ChoiceEditor : public ParamEditor
{
    Q_OBJECT

public:
    ChoiceEditor(const ParamInfo &info, QWidget *parent);
    void setValue(const Value &value, bool fresh) override;
    QList<QWidget *> fields() const override;

private:
    QuietComboBox *m_combo;
    bool m_hasNone;
};

/// Any number of integers, typed as "2, 3" or "(2, 3)".
class IntegerListEditor : public ParamEditor
{
    Q_OBJECT

public:
    IntegerListEditor(const ParamInfo &info, QWidget *parent);
    void setValue(const Value &value, bool fresh) override;
    QList<QWidget *> fields() const override;

    /// The numbers of such a text; nullopt where it is no list.
    [[nodiscard]] static std::optional<IntList> parse(const QString &text);

private:
    QLineEdit *m_field;
    bool m_typing = false;
};

/// None, or what another editor says.
class OptionalEditor : public ParamEditor
{
    Q_OBJECT

public:
    /// `info` of the optional argument; `inner` for its values; `start`: the first value when it is
    /// given.
    OptionalEditor(const ParamInfo &info, ParamEditor *inner, Value start, QWidget *parent);
    void setValue(const Value &value, bool fresh) override;
    QList<QWidget *> fields() const override;
    bool canScrub() const override;
    void scrub(int steps, bool continuing) override;

private:
    ParamEditor *m_inner;
    OptionalEdit *m_edit;
    Value m_last;
};

} // namespace convscope
