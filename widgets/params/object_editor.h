// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "params/param_editor.h"

#include <memory>

class QGridLayout;

namespace convscope {

class QuietComboBox;

/// An activation, initializer, regularizer or constraint: its class in a combo box by the word
/// Keras writes, and a row for each field of its config below (nested()).
class ObjectEditor : public ParamEditor
{
    Q_OBJECT

public:
    ObjectEditor(const ParamInfo &info, QWidget *parent);
    ~ObjectEditor() override;

    void setValue(const Value &value, bool fresh) override;
    QList<QWidget *> fields() const override;
    QWidget *nested() const override { return m_nested; }
    void setLabelWidth(int width) override;

private:
    struct FieldRow
    {
        ParamInfo info;
        ParamEditor *editor = nullptr;
    };

    void build(const ObjectType *type);
    void show(const ObjectValue &object, bool fresh);

    QString m_name;
    const ObjectFamily &m_family;
    bool m_hasNone;
    QuietComboBox *m_combo;
    QWidget *m_nested;
    QGridLayout *m_grid;
    const ObjectType *m_built = nullptr;
    ObjectValue m_value;
    std::vector<FieldRow> m_rows;
    QList<QWidget *> m_labels;
};

} // namespace convscope
