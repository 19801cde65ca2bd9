// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/saved_view.h"

#include "language/core_words.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::string_view kAlphaNames[] = {"drop", "over_white", "over_black", "keep"};

/// The enumerator of a word; nullopt: none of them.
template <class E, std::size_t count>
std::optional<E> enumNamed(const std::string_view (&names)[count], const QString &word)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (word == qt(names[i]))
            return static_cast<E>(i);
    }
    return std::nullopt;
}

/// A whole number from 0 on; nullopt: something else, or nothing.
std::optional<std::int64_t> countAt(const QJsonObject &object, const QString &key)
{
    const double number = object[key].toDouble(-1);
    const bool isWhole = number >= 0 && number < std::numeric_limits<std::int32_t>::max() &&
                         number == static_cast<double>(static_cast<std::int64_t>(number));
    return isWhole ? std::optional(static_cast<std::int64_t>(number)) : std::nullopt;
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
    QJsonObject json;
    if (preparation.fit)
        json[u"fit"_s] = qt(nameOf(*preparation.fit));
    json[u"values"_s] = qt(nameOf(preparation.values));
    if (preparation.row)
        json[u"row"_s] = static_cast<double>(*preparation.row);
    if (preparation.frame)
        json[u"frame"_s] = static_cast<double>(*preparation.frame);
    if (preparation.alpha)
        json[u"alpha"_s] = qt(kAlphaNames[static_cast<std::size_t>(*preparation.alpha)]);
    json[u"keep"_s] = QJsonArray{preparation.anchor.row, preparation.anchor.column};
    return json;
}

InputPreparation preparationFrom(const QJsonObject &json)
{
    InputPreparation preparation;
    preparation.fit = fitNamed(json[u"fit"_s].toString().toStdString());
    preparation.values =
        pictureRangeNamed(json[u"values"_s].toString().toStdString()).value_or(PictureRange::Auto);
    preparation.row = countAt(json, u"row"_s);
    preparation.frame = countAt(json, u"frame"_s);
    preparation.alpha = enumNamed<Alpha>(kAlphaNames, json[u"alpha"_s].toString());
    const QJsonArray keep = json[u"keep"_s].toArray();
    preparation.anchor = {std::clamp(keep.at(0).toDouble(0.5), 0.0, 1.0),
                          std::clamp(keep.at(1).toDouble(0.5), 0.0, 1.0)};
    return preparation;
}

QJsonObject inputJson(const ChosenInput &chosen, const QString &modelPath)
{
    QJsonObject json;
    if (chosen.source.encoded) {
        const auto &bytes = *chosen.source.encoded;
        const auto raw = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()),
                                                 static_cast<qsizetype>(bytes.size()));
        json.insert(u"picture"_s, QString::fromLatin1(raw.toBase64()));
        json.insert(u"title"_s, qt(chosen.source.title));
    } else {
        json = reference(qt(chosen.source.path), modelPath);
    }
    json.insert(u"input"_s, static_cast<int>(chosen.input));
    json.insert(u"preparation"_s, preparationJson(chosen.preparation));
    return json;
}

std::optional<ChosenInput> inputFrom(const QJsonObject &json, const QString &modelPath)
{
    const auto input = countAt(json, u"input"_s);
    if (!input)
        return std::nullopt;
    ChosenInput chosen;
    chosen.input = static_cast<std::size_t>(*input);
    chosen.preparation = preparationFrom(json.value(u"preparation").toObject());
    const QByteArray bytes = QByteArray::fromBase64(json.value(u"picture").toString().toLatin1());
    if (!bytes.isEmpty()) {
        chosen.source.encoded =
            std::make_shared<const std::vector<unsigned char>>(bytes.begin(), bytes.end());
        chosen.source.title = json.value(u"title").toString().toStdString();
        return chosen;
    }
    chosen.source.path = resolved(json, modelPath).toStdString();
    return chosen.source.path.empty() ? std::nullopt : std::optional(std::move(chosen));
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
            looked.insert(qt(layer), lookedAtJson(at));
    }
    QJsonObject json{{u"layer"_s, qt(selection.layer)},
                     {u"input"_s, static_cast<int>(selection.input)},
                     {u"looked_at"_s, looked},
                     {u"shows_field"_s, selection.showsField}};
    if (selection.pinned) {
        QJsonArray place;
        for (const std::int64_t coordinate : selection.pinned->place)
            place.append(static_cast<qint64>(coordinate));
        json.insert(u"pinned"_s, place);
        json.insert(u"pinned_in"_s, qt(selection.pinnedIn));
    }
    return json;
}

SelectionState selectionFrom(const QJsonObject &json)
{
    SelectionState selection;
    selection.layer = json.value(u"layer").toString().toStdString();
    selection.input = static_cast<std::size_t>(countAt(json, u"input"_s).value_or(0));
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
    QJsonArray inputs;
    for (const ChosenInput &input : view.inputs)
        inputs.append(inputJson(input, modelPath));
    json.insert(u"inputs"_s, inputs);
    QJsonObject fed;
    for (const auto &[layer, path] : view.fed)
        fed.insert(qt(layer), reference(path, modelPath));
    if (!fed.isEmpty())
        json.insert(u"fed"_s, fed);
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
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
    for (const QJsonValue input : json.value(u"inputs").toArray()) {
        if (auto chosen = inputFrom(input.toObject(), modelPath))
            view.inputs.push_back(std::move(*chosen));
    }
    const QJsonObject fed = json.value(u"fed").toObject();
    for (auto at = fed.begin(); at != fed.end(); ++at)
        view.fed[at.key().toStdString()] = resolved(at.value().toObject(), modelPath);
    return view;
}

} // namespace convscope
