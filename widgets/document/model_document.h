// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/document_state.h"
#include "model/shape_inference.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace convscope {

/// The truth of the window: a model, its input, and the history of both. Views read it and ask it
/// for edits; it never computes activations (see Evaluation).
class ModelDocument : public QObject
{
    Q_OBJECT

public:
    explicit ModelDocument(QObject *parent = nullptr);

    [[nodiscard]] const Model &model() const { return m_state.model; }
    [[nodiscard]] const DocumentState &state() const { return m_state; }
    /// Null where nothing is open.
    [[nodiscard]] const Input *input() const { return m_state.input.get(); }
    /// What a person chose to be read and what is done to it; nullptr: nothing, or an input that
    /// came with the model.
    [[nodiscard]] const ChosenInput *chosen() const
    {
        return m_state.chosen ? &*m_state.chosen : nullptr;
    }
    /// The same for any input of the model; nullptr also where it reads what another does.
    [[nodiscard]] const ChosenInput *chosenFor(std::size_t input) const
    {
        return m_state.chosenFor(input);
    }
    /// The first chosen input that the model cannot read; nullptr: none.
    [[nodiscard]] const ChosenInput *unreadable() const;
    /// One tensor per model input, in the data format its first reader wants; empty without an
    /// input.
    [[nodiscard]] const std::vector<Tensor> &inputTensors() const { return m_stage.inputs; }
    /// Data format of inputTensors().front().
    [[nodiscard]] DataFormat inputFormat() const { return m_stage.inputFormat(); }
    /// The present state as a run needs it.
    [[nodiscard]] const RunStage &stage() const { return m_stage; }
    /// Shapes of the present state; known before anything has run.
    [[nodiscard]] const ModelShapes &shapes() const { return m_shapes; }
    [[nodiscard]] std::vector<Shape> inputShapes() const;

    /// Path of the model's file; empty: never saved.
    [[nodiscard]] const QString &path() const { return m_path; }
    void setPath(const QString &path);
    [[nodiscard]] QUndoStack *undoStack() { return &m_undo; }
    /// While changed() is emitted: the change makes the last step grow, so that nobody can come
    /// back to the state before it.
    [[nodiscard]] bool growsLastStep() const { return m_growsLastStep; }
    [[nodiscard]] bool isModified() const { return !m_undo.isClean(); }

    /// Replaces everything and forgets the history (New, Open).
    void reset(DocumentState state, const QString &path);

    /// The name of an undo step from the states before and after it.
    using StepName = std::function<QString(const DocumentState &, const DocumentState &)>;

    /// One undo step. `key` non-empty: merges with the step before it if that has the same key.
    void change(DocumentState after, const QString &text, const QString &key = {});
    void change(DocumentState after, StepName name, const QString &key);
    void changeModel(Model after, const QString &text, const QString &key = {});
    void setInput(std::shared_ptr<const Input> input, const QString &text);
    /// Reads a chosen input; one undo step.
    void chooseInput(ChosenInput chosen, const QString &text);
    /// What is to be done to what was chosen for an input of the model; one undo step. The input
    /// follows by settleInput(). `key`: as in change().
    void prepareInput(std::size_t input, const InputPreparation &preparation, StepName name,
                      const QString &key);
    /// The chosen input as it is prepared for the present model: no undo step, because it follows
    /// from what the state says. What belongs to another choice is dropped.
    void settleInput(ChosenInput ready);

    // Edits of the stack, each one undo step. Those that can be refused emit refused().
    /// `continuing`: goes on with the gesture of the last edit of this argument, as one step.
    bool setArgument(int index, std::string_view argument, const Value &value, bool continuing);
    void addLayer(int index, const LayerType &type);
    void removeLayer(int index);
    void duplicateLayer(int index);
    bool moveLayer(int from, int to);
    bool renameLayer(int index, const QString &name);
    void setBypassed(int index, bool bypassed);

Q_SIGNALS:
    /// Model, input or both have changed; shapes() is up to date.
    void changed();
    /// Emitted after changed() where the input is another one.
    void inputChanged();
    void pathChanged();
    /// Undo or redo has changed this layer (its position now; −1: the input). Emitted after
    /// changed().
    void revisited(int layer);
    /// It has changed what this input of the model reads. Emitted after revisited().
    void inputRevisited(std::size_t input);
    /// An edit was refused; the state is as before.
    void refused(int layer, const convscope::Error &error);
    /// An edit was taken that leaves everything as it is: what was refused before it is past.
    void nothingChanged();

private:
    void apply(const DocumentState &state);
    /// The reason why the inputs do not go with the model; nothing where they do.
    [[nodiscard]] std::optional<Error> refresh();

    DocumentState m_state;
    RunStage m_stage;
    TurnedInputs m_turned;
    ModelShapes m_shapes;
    QString m_path;
    QUndoStack m_undo;
    bool m_growsLastStep = false;
    /// A new step is being made, not undone or redone.
    bool m_isPushing = false;
    bool m_isResetting = false;
    /// "layer.argument" of the gesture that goes on, and its number.
    QString m_gesture;
    int m_gestureNumber = 0;
};

} // namespace convscope
