// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/saved_view.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

QString fromUtf8(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

constexpr qint64 kMostCoordinate = qint64{1} << 40;

/// A whole number in a range in which nothing overflows.
std::int64_t integer(const QJsonValue &value, std::int64_t other)
{
    const double number = value.toDouble(static_cast<double>(other));
    return number >= -1 && number < static_cast<double>(kMostCoordinate)
               ? static_cast<std::int64_t>(number)
               : other;
}

bool isPattern(const QString &path)
{
    return path.startsWith(u"pattern:");
}

/// A file as it is, and as it is seen from the model.
QJsonObject reference(const QString &path, const QString &modelPath)
{
    if (isPattern(path))
        return {{u"path"_s, path}};
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const QDir beside = QFileInfo(modelPath).absoluteDir();
    return {{u"path"_s, absolute}, {u"beside"_s, beside.relativeFilePath(absolute)}};
}

QString resolved(const QJsonObject &reference, const QString &modelPath)
{
    const QString path = reference.value(u"path").toString();
    const QString beside = reference.value(u"beside").toString();
    if (isPattern(path) || QFileInfo(path).isFile() || beside.isEmpty())
        return path;
    const QString moved =
        QDir::cleanPath(QFileInfo(modelPath).absoluteDir().absoluteFilePath(beside));
    return QFileInfo(moved).isFile() ? moved : path;
}

QJsonObject preparationJson(const InputPreparation &preparation)
{
    QJsonObject json{{u"values"_s, fromUtf8(nameOf(preparation.values))},
                     {u"anchor"_s, static_cast<int>(preparation.anchor)}};
    if (preparation.fit)
        json.insert(u"fit"_s, fromUtf8(nameOf(*preparation.fit)));
    if (preparation.row)
        json.insert(u"row"_s, static_cast<qint64>(*preparation.row));
    if (preparation.frame)
        json.insert(u"frame"_s, static_cast<qint64>(*preparation.frame));
    if (preparation.alpha)
        json.insert(u"alpha"_s, static_cast<int>(*preparation.alpha));
    return json;
}

InputPreparation preparationFrom(const QJsonObject &json)
{
    InputPreparation preparation;
    if (const auto values = pictureRangeNamed(json.value(u"values").toString().toStdString()))
        preparation.values = *values;
    preparation.fit = fitNamed(json.value(u"fit").toString().toStdString());
    const int anchor = json.value(u"anchor").toInt();
    if (anchor >= 0 && anchor <= static_cast<int>(FitAnchor::BottomRight))
        preparation.anchor = static_cast<FitAnchor>(anchor);
    if (json.contains(u"row"))
        preparation.row = std::max<std::int64_t>(integer(json.value(u"row"), 0), 0);
    if (json.contains(u"frame"))
        preparation.frame = std::max<std::int64_t>(integer(json.value(u"frame"), 0), 0);
    const int alpha = json.value(u"alpha").toInt(-1);
    if (alpha >= 0 && alpha <= static_cast<int>(Alpha::Keep))
        preparation.alpha = static_cast<Alpha>(alpha);
    return preparation;
}

QJsonObject lookedAtJson(const LookedAt &at)
{
    return {{u"channel"_s, static_cast<qint64>(at.channel)},
            {u"batch"_s, static_cast<qint64>(at.batch)},
            {u"slice"_s, static_cast<qint64>(at.slice)},
            {u"row"_s, static_cast<qint64>(at.row)},
            {u"column"_s, static_cast<qint64>(at.column)}};
}

LookedAt lookedAtFrom(const QJsonObject &json)
{
    LookedAt at;
    at.channel = std::max<std::int64_t>(integer(json.value(u"channel"), 0), 0);
    at.batch = std::max<std::int64_t>(integer(json.value(u"batch"), 0), 0);
    at.slice = integer(json.value(u"slice"), -1);
    at.row = integer(json.value(u"row"), -1);
    at.column = integer(json.value(u"column"), -1);
    return at;
}

QJsonObject selectionJson(const SelectionState &selection)
{
    QJsonObject looked;
    for (const auto &[layer, at] : selection.lookedAt) {
        if (at != LookedAt())
            looked.insert(fromUtf8(layer), lookedAtJson(at));
    }
    QJsonObject json{{u"layer"_s, fromUtf8(selection.layer)},
                     {u"looked_at"_s, looked},
                     {u"shows_field"_s, selection.showsField}};
    if (selection.pinned) {
        QJsonArray place;
        for (const std::int64_t coordinate : selection.pinned->place)
            place.append(static_cast<qint64>(coordinate));
        json.insert(u"pinned"_s, place);
        json.insert(u"pinned_in"_s, fromUtf8(selection.pinnedIn));
    }
    return json;
}

SelectionState selectionFrom(const QJsonObject &json)
{
    SelectionState selection;
    selection.layer = json.value(u"layer").toString().toStdString();
    const QJsonObject looked = json.value(u"looked_at").toObject();
    for (auto at = looked.begin(); at != looked.end(); ++at)
        selection.lookedAt[at.key().toStdString()] = lookedAtFrom(at.value().toObject());
    selection.showsField = json.value(u"shows_field").toBool(true);
    constexpr int kMostAxes = 3;
    const QJsonArray place = json.value(u"pinned").toArray();
    if (!place.isEmpty() && place.size() <= kMostAxes) {
        PinnedCell cell;
        for (const QJsonValue &coordinate : place)
            cell.place.push_back(std::max<std::int64_t>(integer(coordinate, 0), 0));
        selection.pinned = std::move(cell);
        selection.pinnedIn = json.value(u"pinned_in").toString().toStdString();
    }
    return selection;
}

} // namespace

std::string viewText(const SavedView &view, const QString &modelPath)
{
    QJsonObject json{
        {u"version"_s, 1}, {u"page"_s, view.page}, {u"selection"_s, selectionJson(view.selection)}};
    if (!view.input.isEmpty()) {
        QJsonObject input = reference(view.input, modelPath);
        input.insert(u"preparation"_s, preparationJson(view.preparation));
        json.insert(u"input"_s, input);
    }
    QJsonObject fed;
    for (const auto &[layer, path] : view.fed)
        fed.insert(fromUtf8(layer), reference(path, modelPath));
    if (!fed.isEmpty())
        json.insert(u"fed"_s, fed);
    return QJsonDocument(json).toJson(QJsonDocument::Indented).toStdString();
}

std::optional<SavedView> viewFromText(const std::string &written, const QString &modelPath)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(written));
    const QJsonObject json = document.object();
    // A later version may mean something else by the same words.
    if (json.value(u"version").toInt() != 1)
        return std::nullopt;
    SavedView view;
    view.page = json.value(u"page").toString();
    view.selection = selectionFrom(json.value(u"selection").toObject());
    const QJsonObject input = json.value(u"input").toObject();
    if (!input.isEmpty()) {
        view.input = resolved(input, modelPath);
        view.preparation = preparationFrom(input.value(u"preparation").toObject());
    }
    const QJsonObject fed = json.value(u"fed").toObject();
    for (auto at = fed.begin(); at != fed.end(); ++at)
        view.fed[at.key().toStdString()] = resolved(at.value().toObject(), modelPath);
    return view;
}

} // namespace convscope
