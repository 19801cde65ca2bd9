// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <QListView>
#include <QString>

#include <vector>

namespace convscope {

/// A tensor that a layer reads, as its inspector shows it.
struct ReadRow
{
    QString name;
    QString className;
    QString shape;
    /// What becomes of it: "maps 0 to 31"; may be empty.
    QString note;
    QImage thumbnail;

    bool operator==(const ReadRow &other) const
    {
        return name == other.name && className == other.className && shape == other.shape &&
               note == other.note && thumbnail.cacheKey() == other.thumbnail.cacheKey();
    }
};

/// What a layer reads, in its order. Changes nothing itself: a drop is a wish.
class ReadListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<ReadRow> rows);
    [[nodiscard]] const ReadRow &row(int place) const
    {
        return m_rows[static_cast<std::size_t>(place)];
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void moveRequested(int from, int to);

private:
    std::vector<ReadRow> m_rows;
};

/// The rows, 42 high: grip, place, picture, name and class, shape. Enter replaces a read, Del takes
/// it away, Alt+↑ ↓ and dragging move it.
class ReadList : public QListView
{
    Q_OBJECT

public:
    explicit ReadList(QWidget *parent = nullptr);

    void setRows(std::vector<ReadRow> rows);
    [[nodiscard]] int count() const { return m_model->rowCount(); }
    /// −1: none.
    [[nodiscard]] int current() const;
    /// The × of a row, in the viewport.
    [[nodiscard]] QRect removeRect(int place) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeRequested(int place);
    void moveRequested(int from, int to);
    void replaceRequested(int place);
    /// While a row is dragged: it would come to stand there; −1: nowhere.
    void moveConsidered(int from, int to);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    ReadListModel *m_model;
};

} // namespace convscope
