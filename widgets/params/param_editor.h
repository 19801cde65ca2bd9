// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "schema/param_info.h"

#include <QWidget>

namespace convscope {

/// The field or fields of one argument. Shows a value, says how it was edited; knows nothing of
/// bounds beyond where stepping ends, so it may say illegal values: the form judges them.
class ParamEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ParamEditor(QWidget *parent) : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    /// From the model: emits nothing. `fresh`: of another layer than before.
    virtual void setValue(const Value &value, bool fresh) = 0;
    /// What takes the focus, in order; for tuples one per element.
    [[nodiscard]] virtual QList<QWidget *> fields() const = 0;
    /// Whether a drag on the label changes the number.
    [[nodiscard]] virtual bool canScrub() const { return false; }
    virtual void scrub(int steps, bool continuing);
    /// Rows that belong below the argument's own line (an object's fields), or null. The form
    /// places it.
    [[nodiscard]] virtual QWidget *nested() const { return nullptr; }
    /// Where the fields of nested rows begin, as those of the form do.
    virtual void setLabelWidth(int) {}

Q_SIGNALS:
    void edited(const convscope::Value &value, bool continuing);
    /// The text of a field is no number.
    void rejected(int field, const QString &text);
};

/// The editor for an argument, by its kind.
[[nodiscard]] ParamEditor *makeParamEditor(const ParamInfo &info, QWidget *parent);

/// "rows", "columns", … for the elements of a tuple or the lines of pairs.
[[nodiscard]] QStringList axisWords(int count);

} // namespace convscope
