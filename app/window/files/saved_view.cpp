// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/saved_view.h"

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

QString latin(std::string_view word)
{
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

/// The enumerator of a word; nullopt: none of them.
template <class E, std::size_t count>
std::optional<E> enumNamed(const std::string_view (&names)[count], const QString &word)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (word == latin(names[i]))
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

QJsonObject toJson(const InputPreparation &preparation)
{
    QJsonObject json;
    if (preparation.fit)
        json[u"fit"_s] = latin(nameOf(*preparation.fit));
    json[u"values"_s] = latin(nameOf(preparation.values));
    if (preparation.row)
        json[u"row"_s] = static_cast<double>(*preparation.row);
    if (preparation.frame)
        json[u"frame"_s] = static_cast<double>(*preparation.frame);
    if (preparation.alpha)
        json[u"alpha"_s] = latin(kAlphaNames[static_cast<std::size_t>(*preparation.alpha)]);
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

QJsonObject toJson(const ChosenInput &chosen, const QDir &folder)
{
    QJsonObject json = toJson(chosen.preparation);
    json[u"input"_s] = static_cast<int>(chosen.input);
    if (chosen.source.encoded) {
        const auto &bytes = *chosen.source.encoded;
        const auto raw = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()),
                                                 static_cast<qsizetype>(bytes.size()));
        json[u"picture"_s] = QString::fromLatin1(raw.toBase64());
        json[u"title"_s] = QString::fromStdString(chosen.source.title);
        return json;
    }
    const QString path = QString::fromStdString(chosen.source.path);
    if (path.startsWith(u"pattern:"_s)) {
        json[u"file"_s] = path;
        return json;
    }
    const QString absolute = QFileInfo(path).absoluteFilePath();
    json[u"file"_s] = absolute;
    json[u"beside"_s] = folder.relativeFilePath(absolute);
    return json;
}

/// The file where it was, or where it went together with the model.
std::string fileOf(const QJsonObject &json, const QDir &folder)
{
    const QString path = json[u"file"_s].toString();
    const QString beside = json[u"beside"_s].toString();
    const bool hasMoved =
        !beside.isEmpty() && !QFileInfo::exists(path) && QFileInfo::exists(folder.filePath(beside));
    return (hasMoved ? QDir::cleanPath(folder.filePath(beside)) : path).toStdString();
}

std::optional<ChosenInput> chosenFrom(const QJsonObject &json, const QDir &folder)
{
    ChosenInput chosen;
    const auto input = countAt(json, u"input"_s);
    if (!input)
        return std::nullopt;
    chosen.input = static_cast<std::size_t>(*input);
    chosen.preparation = preparationFrom(json);
    if (const QString picture = json[u"picture"_s].toString(); !picture.isEmpty()) {
        const QByteArray bytes = QByteArray::fromBase64(picture.toLatin1());
        chosen.source.encoded =
            std::make_shared<const std::vector<unsigned char>>(bytes.begin(), bytes.end());
        chosen.source.title = json[u"title"_s].toString().toStdString();
        return chosen;
    }
    chosen.source.path = fileOf(json, folder);
    return chosen.source.path.empty() ? std::nullopt : std::optional(std::move(chosen));
}

QJsonObject toJson(const SelectionState &looked)
{
    QJsonObject json;
    json[u"layer"_s] = QString::fromStdString(looked.layer);
    json[u"input"_s] = static_cast<int>(looked.input);
    QJsonObject maps;
    for (const auto &[layer, at] : looked.lookedAt) {
        if (at.channel > 0)
            maps[QString::fromStdString(layer)] = static_cast<double>(at.channel);
    }
    json[u"maps"_s] = maps;
    if (looked.pinned) {
        QJsonArray place;
        for (const std::int64_t index : looked.pinned->place)
            place.append(static_cast<double>(index));
        json[u"pinned"_s] = place;
        json[u"pinned_in"_s] = QString::fromStdString(looked.pinnedIn);
    }
    return json;
}

SelectionState lookedFrom(const QJsonObject &json)
{
    SelectionState looked;
    looked.layer = json[u"layer"_s].toString().toStdString();
    looked.input = static_cast<std::size_t>(countAt(json, u"input"_s).value_or(0));
    const QJsonObject maps = json[u"maps"_s].toObject();
    for (auto map = maps.begin(); map != maps.end(); ++map)
        looked.lookedAt[map.key().toStdString()].channel = countAt(maps, map.key()).value_or(0);
    PinnedCell pinned;
    for (const QJsonValue index : json[u"pinned"_s].toArray())
        pinned.place.push_back(static_cast<std::int64_t>(index.toInt(-1)));
    const bool isPlace = !pinned.place.empty() && pinned.place.size() <= 2 &&
                         std::ranges::all_of(pinned.place, [](std::int64_t i) { return i >= 0; });
    if (isPlace) {
        looked.pinned = std::move(pinned);
        looked.pinnedIn = json[u"pinned_in"_s].toString().toStdString();
    }
    return looked;
}

} // namespace

std::string viewText(const DocumentState &state, const SelectionState &looked,
                     const QString &modelPath)
{
    const QDir folder = QFileInfo(modelPath).absoluteDir();
    QJsonArray inputs;
    const std::size_t count = std::max<std::size_t>(state.model.inputs.size(), 1);
    for (std::size_t i = 0; i < count; ++i) {
        const ChosenInput *chosen = state.chosenFor(i);
        if (chosen != nullptr && !chosen->follows)
            inputs.append(toJson(*chosen, folder));
    }
    const QJsonObject view{{u"inputs"_s, inputs}, {u"looked_at"_s, toJson(looked)}};
    return QJsonDocument(view).toJson(QJsonDocument::Compact).toStdString();
}

SavedView savedView(const std::string &text, const QString &modelPath)
{
    SavedView view;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    if (!document.isObject())
        return view;
    const QJsonObject json = document.object();
    const QDir folder = QFileInfo(modelPath).absoluteDir();
    for (const QJsonValue input : json[u"inputs"_s].toArray()) {
        if (auto chosen = chosenFrom(input.toObject(), folder))
            view.inputs.push_back(std::move(*chosen));
    }
    if (json[u"looked_at"_s].isObject())
        view.looked = lookedFrom(json[u"looked_at"_s].toObject());
    return view;
}

} // namespace convscope
