// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSplitter>

namespace convscope {

/// A splitter whose handle is one pixel wide to see and seven to grab. Children do not collapse.
class HairSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit HairSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A double click on the handle before child `index`: give the default back.
    void handleDoubleClicked(int index);

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace convscope
