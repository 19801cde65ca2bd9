// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/arithmetic/accessible_arithmetic.h"

#include "pages/arithmetic/arithmetic_view.h"
#include "pages/arithmetic/product_tiles.h"
#include "pages/arithmetic/term_list_view.h"
#include "views/accessible_items.h"

#include <QAccessible>

#include <algorithm>

namespace convscope {

namespace {

QAccessibleInterface *ofView(ArithmeticView *view)
{
    const auto place = [view](int index) {
        return view->places().at(static_cast<std::size_t>(index));
    };
    const auto indexOf = [view](const ArithmeticView::Place &wanted) {
        const auto places = view->places();
        const auto found = std::find(places.begin(), places.end(), wanted);
        return found == places.end() ? -1 : static_cast<int>(found - places.begin());
    };
    AccessibleItemSource source;
    source.surface = view;
    source.count = [view] { return static_cast<int>(view->places().size()); };
    source.current = [view, indexOf] { return indexOf(view->pointedAt()); };
    source.name = [view, place](int index) { return view->spoken(place(index)); };
    source.rect = [view, place](int index) { return view->rectOf(place(index)).value_or(QRect()); };
    source.at = [view, indexOf](QPoint point) { return indexOf(view->placeAt(point)); };
    source.select = [view, place](int index) { view->select(place(index)); };
    return new AccessibleItems(view, std::move(source));
}

QAccessibleInterface *ofTiles(ProductTiles *tiles)
{
    AccessibleItemSource source;
    source.surface = tiles->viewport();
    source.count = [tiles] { return static_cast<int>(tiles->picture().tiles.size()); };
    source.current = [tiles] { return tiles->indexOfTap(tiles->tap()); };
    source.name = [tiles](int index) {
        return tiles->picture().tiles.at(static_cast<std::size_t>(index)).spoken;
    };
    source.rect = [tiles](int index) { return tiles->tileRect(index); };
    source.at = [tiles](QPoint point) { return tiles->tileAt(point); };
    source.select = [tiles](int index) {
        Q_EMIT tiles->tapChosen(tiles->picture().tiles.at(static_cast<std::size_t>(index)).tap);
    };
    return new AccessibleItems(tiles, std::move(source));
}

QAccessibleInterface *ofTerms(TermListView *terms)
{
    AccessibleItemSource source;
    source.surface = terms->viewport();
    source.count = [terms] { return static_cast<int>(terms->picture().rows.size()); };
    source.current = [terms] { return terms->current(); };
    source.name = [terms](int row) { return terms->spoken(row); };
    source.rect = [terms](int row) { return terms->rowRect(row); };
    source.at = [terms](QPoint point) { return terms->rowAt(point); };
    source.select = [terms](int row) { terms->setCurrent(row); };
    return new AccessibleItems(terms, std::move(source));
}

QAccessibleInterface *accessibleOf(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<ArithmeticView *>(object))
        return ofView(view);
    if (auto *tiles = qobject_cast<ProductTiles *>(object))
        return ofTiles(tiles);
    if (auto *terms = qobject_cast<TermListView *>(object))
        return ofTerms(terms);
    return nullptr;
}

} // namespace

void installAccessibleArithmetic()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(&accessibleOf);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace convscope
