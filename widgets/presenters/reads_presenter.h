// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"

#include <QObject>

#include <string>
#include <vector>

class QWidget;

namespace convscope {

class ReadsSection;

/// Keeps what the selected layer reads to be seen in the inspector, and makes what is done there
/// edits, one step of the history each.
class ReadsPresenter : public QObject
{
    Q_OBJECT

public:
    /// `section` must outlive this object; pop-ups open over `window`.
    ReadsPresenter(const PageContext &context, ReadsSection *section, QWidget *window);

    [[nodiscard]] bool hasLayer() const;
    /// The selected layer's class reads another tensor.
    [[nodiscard]] bool canAdd() const;
    /// It would go on reading something.
    [[nodiscard]] bool canRemove() const;

    /// Offers what the layer could read besides.
    void add();
    /// Offers what it could read in place of its current read.
    void replaceCurrent();
    void removeCurrent();
    /// Up (−1) or down (1).
    void moveCurrent(int direction);

private:
    void follow();
    void pick(int place);
    void remove(int place);
    void move(int from, int to);
    /// Says what the layer would make in that order.
    void consider(int from, int to);
    void set(std::vector<std::string> names, const QString &step);
    [[nodiscard]] int layer() const;

    PageContext m_context;
    ReadsSection *m_section;
    QWidget *m_window;
};

} // namespace convscope
