// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// How a run of the real program ended.
struct Outcome
{
    /// Exit status, or −1 where it crashed or did not start.
    int status = -1;
    QByteArray out;
    QByteArray err;

    /// Stdout as one JSON object; empty where it is none.
    [[nodiscard]] QJsonObject document() const { return QJsonDocument::fromJson(out).object(); }
    /// The member of document()["error"].
    [[nodiscard]] QJsonObject error() const
    {
        return document().value(QLatin1String("error")).toObject();
    }
};

/// A folder of its own for one test, and the program run in it.
class Workplace
{
public:
    /// Writes a file and returns its path.
    QString file(const QString &name, const QByteArray &content) const;
    /// A Keras layer as a model file: {"class_name", "config"}.
    QString layerFile(const QString &name, const QByteArray &className,
                      const QByteArray &config) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Names of everything in the folder, hidden files too.
    [[nodiscard]] QStringList entries() const;
    /// Runs convscope here and waits for its end.
    [[nodiscard]] Outcome run(const QStringList &arguments) const;
    /// The same below limits that a shell sets first, e.g. "ulimit -v 2000000".
    [[nodiscard]] Outcome runLimited(const QString &limits, const QStringList &arguments) const;
    /// The same where no display and no platform of Qt is named.
    [[nodiscard]] Outcome runWithoutDisplay(const QStringList &arguments) const;

private:
    [[nodiscard]] Outcome run(const QString &program, const QStringList &arguments,
                              const QProcessEnvironment &environment) const;

    QTemporaryDir m_folder;
};

/// Keys in the document's order, joined by spaces; QJsonObject sorts them.
[[nodiscard]] QString keysOf(const QJsonObject &object);
