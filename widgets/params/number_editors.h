// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "params/param_editor.h"

namespace convscope {

class QuietSpinBox;
class QuietDoubleSpinBox;
class TupleEdit;
class PairsEdit;

class IntegerEditor : public ParamEditor
{
    Q_OBJECT

public:
    IntegerEditor(const ParamInfo &info, QWidget *parent);
    void setValue(const Value &value, bool fresh) override;
    QList<QWidget *> fields() const override;
    bool canScrub() const override { return true; }
    void scrub(int steps, bool continuing) override;

private:
    QuietSpinBox *m_field;
};

class NumberEditor : public ParamEditor
{
    Q_OBJECT

public:
    NumberEditor(const ParamInfo &info, QWidget *parent);
    void setValue(const Value &value, bool fresh) override;
    QList<QWidget *> fields() const override;
    bool canScrub() const override { return true; }
    void scrub(int steps, bool continuing) override;

private:
    QuietDoubleSpinBox *m_field;
};

class TupleEditor : public ParamEditor
{
    Q_OBJECT

public:
    TupleEditor(const ParamInfo &info, QWidget *parent);
    void setValue(const Value &value, bool fresh) override;
    QList<QWidget *> fields() const override;
    bool canScrub() const override { return true; }
    void scrub(int steps, bool continuing) override;

private:
    TupleEdit *m_edit;
};

class PairsEditor : public ParamEditor
{
    Q_OBJECT

public:
    PairsEditor(const ParamInfo &info, QWidget *parent);
    void setValue(const Value &value, bool fresh) override;
    QList<QWidget *> fields() const override;
    bool canScrub() const override { return true; }
    void scrub(int steps, bool continuing) override;

private:
    PairsEdit *m_edit;
};

} // namespace convscope
