// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document_state.h"
#include "document/page_context.h"
#include "layers/edited_weights.h"

#include <QObject>

#include <memory>
#include <vector>

namespace convscope {

class PresentWeights;

/// Turns what is done to weights into edits of the document. Everything between begin() and the
/// next begin() is one gesture and one undo step, named by its last edit.
class WeightsEditor : public QObject
{
    Q_OBJECT

public:
    /// `weights` must outlive this object.
    WeightsEditor(const PageContext &context, PresentWeights *weights, QObject *parent = nullptr);

    void begin();
    /// Sets blocks of the layer's weights; false where that is not possible now, said in the status
    /// line.
    bool apply(const std::vector<WeightBlock> &blocks, const QString &name);
    /// Gives the layer the weights of another one of its class, as one step.
    void takeWeightsOf(const Layer &origin, const QString &name);
    /// Takes the whole gesture back: it leaves no step.
    void cancel();
    /// What the last gesture did, as its undo step is called; empty: nothing yet.
    [[nodiscard]] QString lastName() const { return m_name ? *m_name : QString(); }

Q_SIGNALS:
    /// A gesture is about to change the document for the first time.
    void gestureStarts();

private:
    PageContext m_context;
    PresentWeights *m_weights;
    /// Shared with the undo step, whose name grows with the gesture.
    std::shared_ptr<QString> m_name;
    DocumentState m_before;
    int m_number = 0;
    bool m_hasChanged = false;
};

} // namespace convscope
