// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/channel_bars_view.h"
#include "views/sum_table.h"

#include <QImage>
#include <QRectF>
#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QHBoxLayout;
class QStackedLayout;
class QToolButton;

namespace convscope {

class CommandButton;
class PanelMenuButton;
class SegmentedTabs;
class TokenLabel;

/// Why the pinned cell has its value, folded by channel: plain values.
struct FormulaPicture
{
    /// One channel: its patch times its kernel; or one term.
    struct Row
    {
        /// "R", "27", "21 others", "0.25 × 0.5625".
        QString label;
        /// One pixel a cell; null: words alone.
        QImage patch;
        QImage kernel;
        QString sum;
    };

    /// "Why 1.3864?"
    QString title;
    /// "conv2d [86, 146, 8]".
    QString place;
    /// The photo and where the cell's field lies in it, as shares of its sides.
    QImage photo;
    std::optional<QRectF> box;
    /// The field enlarged, with how much each cell counts; null: not known.
    QImage field;
    /// "rows 84–88, columns 144–148 · effective field, exact": parts that may stand on two lines.
    QString fieldWords;
    /// Of a sequence, in the photo's place: the kernel, a stem per tap and channel.
    std::vector<std::vector<float>> stems;
    QString stemWords;
    std::vector<Row> rows;
    /// In the place of rows.
    QString words;
    std::vector<SumRow> sums;
    /// All of it in a line: "1.37047 + 0.01592, relu".
    QString brief;
    /// Nothing is pinned, or it cannot be explained: the sentence that says so; all else is empty.
    QString hint;
    bool isStale = false;
};

/// Below the large map: the formula of the pinned cell, or its value in every map. One line high
/// where the window is low, until it is opened.
class FormulaStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FormulaStrip(QWidget *parent = nullptr);

    void setPicture(FormulaPicture picture);
    [[nodiscard]] const FormulaPicture &picture() const { return m_picture; }
    /// The pinned cell's value in every map, in the order shown.
    void setProfile(ChannelBars bars);
    [[nodiscard]] const ChannelBarsView *profile() const { return m_bars; }
    [[nodiscard]] bool isProfileSorted() const { return m_isSorted; }
    /// A single line with a chevron.
    void setCompact(bool isCompact);
    [[nodiscard]] bool isCompact() const { return m_isCompact; }
    [[nodiscard]] bool isOpen() const { return !m_isCompact || m_isOpened; }
    void setOpened(bool isOpened);
    [[nodiscard]] SegmentedTabs *tabs() const { return m_tabs; }
    [[nodiscard]] QToolButton *copyButton() const { return m_copy; }
    [[nodiscard]] CommandButton *openButton() const { return m_open; }
    [[nodiscard]] QRect photoRect() const;
    /// The channels' rows, beside the photo.
    [[nodiscard]] QRect rowsRect() const;
    /// The field's words as the two lines that stand below the photo.
    [[nodiscard]] std::array<QString, 2> captionLines() const;
    /// What they take: the narrowest that holds both, as far as the strip has room.
    [[nodiscard]] int captionWidth() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

Q_SIGNALS:
    void copyRequested();
    void arithmeticRequested();
    /// The profile is shown or sorted otherwise.
    void profileWanted();
    void channelChosen(std::int64_t channel);
    /// The photo was clicked.
    void photoChosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int kHead = 36;
    static constexpr int kLine = 34;
    static constexpr int kMargin = 12;

    void arrange();
    void updateTexts();
    [[nodiscard]] QRect body() const;
    [[nodiscard]] QRect fieldRect() const;
    /// The widest that the words below the photo may be.
    [[nodiscard]] int captionRoom() const;
    [[nodiscard]] QRect stemsRect() const;
    [[nodiscard]] bool showsProfile() const;
    void paintLine(QPainter &painter);
    void paintPhoto(QPainter &painter);
    void paintStems(QPainter &painter);
    void paintRows(QPainter &painter);

    FormulaPicture m_picture;
    bool m_isCompact = false;
    bool m_isOpened = false;
    bool m_isSorted = false;
    SegmentedTabs *m_tabs;
    QToolButton *m_copy;
    CommandButton *m_open;
    QToolButton *m_sort;
    SumTable *m_sums;
    ChannelBarsView *m_bars;
};

} // namespace convscope
