// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/param_form.h"

#include "controls/section_header.h"
#include "controls/token_label.h"
#include "language/core_words.h"
#include "params/param_row.h"
#include "style/themed_icon.h"

#include <QEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

namespace {

constexpr int kMargin = 14;
constexpr int kRowGap = 6;

bool isTuple(const ParamInfo &info)
{
    return info.kind == ParamKind::Tuple || info.kind == ParamKind::OptionalTuple;
}

/// The words above the fields: axes over tuples, sides over pairs; empty where one field is enough.
QStringList captions(std::span<const ParamInfo> params)
{
    for (const ParamInfo &info : params) {
        if (isTuple(info) && info.count > 1)
            return axisWords(info.count);
    }
    for (const ParamInfo &info : params) {
        if (info.kind == ParamKind::Pairs)
            return {ParamForm::tr("before"), ParamForm::tr("after")};
    }
    return {};
}

/// The words over the columns of fields, at the places TupleEdit gives them; a long last word may
/// run over its field.
class CaptionLine : public QWidget
{
public:
    CaptionLine(QStringList words, int left, QWidget *parent)
        : QWidget(parent), m_words(std::move(words)), m_left(left)
    {
        setFixedHeight(scaledHeight(14));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setFont(convscope::font(FontRole::Caption));
        painter.setPen(tokens().text2);
        const double room = width() - m_left;
        const auto count = static_cast<double>(m_words.size());
        const double pitch = m_words.size() == 2 ? (room + 26) / 2 : (room - 16) / count;
        for (int i = 0; i < m_words.size(); ++i) {
            const QRectF place(m_left + i * pitch, -1, room, height());
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, m_words[i]);
        }
    }

private:
    QStringList m_words;
    int m_left;
};

} // namespace

ParamForm::ParamForm(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

ParamForm::~ParamForm() = default;

void ParamForm::clear()
{
    m_layer.reset();
    dropContent();
}

void ParamForm::dropContent()
{
    // The rings around its fields lie outside of it.
    for (const Entry &e : m_entries) {
        e.row->setModelError({}, std::nullopt);
        e.row->setTypedError({}, std::nullopt);
    }
    m_entries.clear();
    m_fold = nullptr;
    m_foldLine = nullptr;
    m_rare = nullptr;
    if (m_content == nullptr)
        return;
    // A field in it may be speaking right now.
    m_column->removeWidget(m_content);
    m_content->hide();
    m_content->setParent(nullptr);
    m_content->deleteLater();
    m_content = nullptr;
}

void ParamForm::setLayer(const Layer &layer, int spatialRank)
{
    const bool sameForm =
        m_layer && &m_layer->type() == &layer.type() && m_spatialRank == spatialRank;
    const bool sameLayer = sameForm && m_layer->name() == layer.name();
    m_layer = layer;
    m_spatialRank = spatialRank;
    if (!sameForm) {
        build();
        applyFilter();
    }
    for (Entry &e : m_entries) {
        const int index = layer.type().table->indexOf(e.row->info().name);
        const Value value = layer.type().table->get(layer.params(), index);
        // What waits in a field stays while the model says the same as before.
        if (sameLayer && e.row->hasTypedError() && value == e.shown) {
            if (e.waiting && layer.with(e.row->info().name, *e.waiting)) {
                ParamRow *row = e.row;
                QTimer::singleShot(0, row, [this, row] { retry(row); });
            }
            continue;
        }
        if (sameLayer && !e.row->hasTypedError() && value == e.shown)
            continue;
        e.shown = value;
        e.waiting.reset();
        e.row->setTypedError({}, std::nullopt);
        e.row->setValue(value, !sameLayer);
        if (!sameLayer) {
            e.row->setModelError({}, std::nullopt);
            e.row->setNote({});
        }
    }
}

void ParamForm::build()
{
    const bool wasUnfolded = m_fold != nullptr && m_fold->isChecked();
    dropContent();
    m_content = new QWidget(this);
    m_content->setAttribute(Qt::WA_StaticContents);
    m_column->addWidget(m_content);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    const auto params = m_layer->type().table->params();
    const int labels = ParamRow::labelWidthFor(params);
    const auto addRows = [&](QVBoxLayout *into, QWidget *parent, bool rare) {
        for (const ParamInfo &info : params) {
            if (info.rare != rare)
                continue;
            auto *row = new ParamRow(info, labels, parent);
            into->addWidget(row);
            m_entries.push_back({row, Value(), std::nullopt, Value(), true});
            connect(row, &ParamRow::edited, this, [this, row](const Value &value, bool continuing) {
                take(row, value, continuing);
            });
            connect(row, &ParamRow::rejected, this, [this, row](int field, const QString &text) {
                entry(row)->waiting.reset();
                row->setTypedError(text.trimmed().isEmpty()
                                       ? tr("a number is missing")
                                       : tr("“%1” is not a number this argument takes").arg(text),
                                   field);
            });
            connect(row, &ParamRow::takenBack, this, [this, row] { takeBack(row); });
            connect(row, &ParamRow::revertRequested, this, [this, row] {
                const Value &value = row->info().defaultValue;
                row->setValue(value, true);
                take(row, value, false);
            });
        }
    };

    auto *common = new QVBoxLayout;
    common->setContentsMargins(kMargin, 0, kMargin, kRowGap);
    common->setSpacing(kRowGap);
    if (const QStringList words = captions(params); !words.isEmpty()) {
        auto *top = new QVBoxLayout;
        top->setContentsMargins(kMargin, 0, kMargin, 1);
        top->addWidget(new CaptionLine(words, labels, m_content));
        column->addLayout(top);
    }
    addRows(common, m_content, false);
    column->addLayout(common);

    if (std::none_of(params.begin(), params.end(), [](const ParamInfo &p) { return p.rare; }))
        return;
    m_foldLine = new HairLine(m_content);
    column->addWidget(m_foldLine);
    m_fold = new SectionHeader(tr("Initializers, regularizers, constraints"), m_content);
    column->addWidget(m_fold);
    m_rare = new QWidget(m_content);
    auto *rare = new QVBoxLayout(m_rare);
    rare->setContentsMargins(kMargin, kRowGap, kMargin, 12);
    rare->setSpacing(kRowGap);
    addRows(rare, m_rare, true);
    column->addWidget(m_rare);
    m_rare->setVisible(wasUnfolded);
    m_fold->setChecked(wasUnfolded);
    connect(m_fold, &SectionHeader::toggled, m_rare, &QWidget::setVisible);
}

ParamForm::Entry *ParamForm::entry(const ParamRow *row)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [row](const Entry &e) { return e.row == row; });
    return found == m_entries.end() ? nullptr : &*found;
}

ParamRow *ParamForm::row(const QString &argument) const
{
    const std::string name = argument.toStdString();
    for (const Entry &e : m_entries) {
        if (e.row->info().name == name)
            return e.row;
    }
    return nullptr;
}

void ParamForm::take(ParamRow *row, const Value &value, bool continuing)
{
    Entry *e = entry(row);
    if (!continuing) {
        e->gestureStart = e->shown;
        e->isFirst = true;
    }
    const std::string &argument = row->info().name;
    const Result<Layer> changed = m_layer->with(argument, value);
    if (!changed) {
        e->waiting = value;
        row->setTypedError(localized(changed.error()), std::nullopt);
        return;
    }
    e->waiting.reset();
    row->setTypedError({}, std::nullopt);
    if (value == e->shown)
        return;
    const bool goesOn = continuing && !e->isFirst;
    e->isFirst = false;
    Q_EMIT edited(QString::fromStdString(argument), value, goesOn);
}

void ParamForm::takeBack(ParamRow *row)
{
    // A copy: the answer to the edit sets the entry anew.
    const Value start = entry(row)->gestureStart;
    row->setValue(start, false);
    take(row, start, true);
}

void ParamForm::retry(ParamRow *row)
{
    if (const Entry *e = entry(row); e != nullptr && e->waiting)
        take(row, Value(*e->waiting), true);
}

void ParamForm::setFilter(const QString &text)
{
    m_filter = text.simplified().replace(u' ', u'_');
    applyFilter();
}

bool ParamForm::isShown(const ParamRow *row) const
{
    return QString::fromStdString(row->info().name).contains(m_filter, Qt::CaseInsensitive);
}

int ParamForm::shownCount() const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(),
                                          [this](const Entry &e) { return isShown(e.row); }));
}

void ParamForm::applyFilter()
{
    bool isRareFound = false;
    for (const Entry &e : m_entries) {
        e.row->setVisible(isShown(e.row));
        isRareFound = isRareFound || (e.row->info().rare && isShown(e.row));
    }
    if (m_fold == nullptr)
        return;
    // What is looked for is shown whether or not its section is folded.
    m_foldLine->setVisible(m_filter.isEmpty());
    m_fold->setVisible(m_filter.isEmpty());
    m_rare->setVisible(m_filter.isEmpty() ? m_fold->isChecked() : isRareFound);
}

void ParamForm::focusFirstShown()
{
    for (const Entry &e : m_entries) {
        if (isShown(e.row))
            return e.row->takeFocus();
    }
}

void ParamForm::setNote(const QString &argument, const QString &text)
{
    if (ParamRow *r = row(argument))
        r->setNote(text);
}

void ParamForm::clearNotes()
{
    for (const Entry &e : m_entries)
        e.row->setNote({});
}

void ParamForm::setError(const QString &argument, const QString &message, std::optional<int> axis)
{
    if (ParamRow *r = row(argument))
        r->setModelError(message, axis);
}

void ParamForm::clearErrors()
{
    for (const Entry &e : m_entries)
        e.row->setModelError({}, std::nullopt);
}

QString ParamForm::focusedArgument() const
{
    const QWidget *focused = focusWidget();
    for (const Entry &e : m_entries)
        if (focused != nullptr && focused->hasFocus() && e.row->isAncestorOf(focused))
            return QString::fromStdString(e.row->info().name);
    return {};
}

void ParamForm::focusArgument(const QString &argument)
{
    ParamRow *r = row(argument);
    if (r == nullptr)
        return;
    if (r->info().rare && m_fold != nullptr)
        m_fold->setChecked(true);
    r->takeFocus();
}

} // namespace convscope
