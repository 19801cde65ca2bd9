// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/field_presenter.h"

#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "explaining/pinned_field.h"
#include "views/shape_ribbon.h"

#include <algorithm>

namespace convscope {

namespace {

/// The last two axes of a box as shares of a face of so many rows and columns.
QRectF sharesOf(const FieldBox &box, const RibbonFace &face)
{
    const auto along = [](const CellRange &range, std::int64_t length) {
        const auto whole = static_cast<double>(std::max<std::int64_t>(length, 1));
        return std::pair(static_cast<double>(range.first) / whole,
                         static_cast<double>(range.last + 1) / whole);
    };
    const auto [left, right] = along(box.cells.back(), face.columns);
    std::pair<double, double> rows{0, 1};
    if (box.cells.size() > 1)
        rows = along(box.cells[box.cells.size() - 2], face.rows);
    return QRectF(QPointF(left, rows.first), QPointF(right, rows.second));
}

} // namespace

FieldPresenter::FieldPresenter(const PageContext &context, ShapeRibbon *ribbon, QObject *parent)
    : QObject(parent), m_context(context), m_ribbon(ribbon)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &FieldPresenter::show);
    const Selection *selection = context.selection;
    connect(selection, &Selection::pinnedElsewhere, this, &FieldPresenter::follow);
    connect(selection, &Selection::lookedElsewhere, this, &FieldPresenter::follow);
    connect(selection, &Selection::fieldToggled, this, &FieldPresenter::follow);
    connect(context.document, &ModelDocument::changed, this, &FieldPresenter::follow);
    connect(context.results, &LayerResults::finished, this, &FieldPresenter::follow);
}

void FieldPresenter::follow()
{
    m_timer.start();
}

void FieldPresenter::show()
{
    std::vector<std::optional<QRectF>> boxes;
    const Selection &selection = *m_context.selection;
    if (selection.showsField()) {
        if (const auto field =
                PinnedField::of(*m_context.document, *m_context.results, selection)) {
            boxes.resize(static_cast<std::size_t>(m_ribbon->count()));
            for (int i = 0; i < m_ribbon->count(); ++i) {
                if (const auto box = field->in(m_ribbon->face(i).layer))
                    boxes[static_cast<std::size_t>(i)] = sharesOf(*box, m_ribbon->face(i));
            }
        }
    }
    m_ribbon->setFieldBoxes(std::move(boxes));
}

} // namespace convscope
