// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace convscope {

/// A line edit with a magnifier at its left and a quiet remark ("5 of 38") at its right.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    void setRemark(const QString &remark);
    [[nodiscard]] const QString &remark() const { return m_remark; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_remark;
};

} // namespace convscope
