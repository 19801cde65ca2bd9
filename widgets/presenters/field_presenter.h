// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"

#include <QObject>
#include <QTimer>

namespace convscope {

class ShapeRibbon;

/// Draws what the pinned cell depends on and what it reaches on the faces of the ribbon.
class FieldPresenter : public QObject
{
    Q_OBJECT

public:
    /// `ribbon` must outlive this object.
    FieldPresenter(const PageContext &context, ShapeRibbon *ribbon, QObject *parent = nullptr);

private:
    void follow();
    void show();

    PageContext m_context;
    ShapeRibbon *m_ribbon;
    /// Once for many changes.
    QTimer m_timer;
};

} // namespace convscope
