// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "program.h"

#include <QDir>
#include <QFile>
#include <QProcess>

QString Workplace::file(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QString Workplace::layerFile(const QString &name, const QByteArray &className,
                             const QByteArray &config) const
{
    return file(name, "{\"class_name\": \"" + className + "\", \"config\": {" + config + "}}");
}

QStringList Workplace::entries() const
{
    return QDir(m_folder.path())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

Outcome Workplace::run(const QStringList &arguments) const
{
    return run(QStringLiteral(CONVSCOPE_PROGRAM), arguments,
               QProcessEnvironment::systemEnvironment());
}

Outcome Workplace::runLimited(const QString &limits, const QStringList &arguments) const
{
    const QStringList script{QStringLiteral("-c"), limits + QStringLiteral("; exec \"$0\" \"$@\""),
                             QStringLiteral(CONVSCOPE_PROGRAM)};
    return run(QStringLiteral("/bin/sh"), script + arguments,
               QProcessEnvironment::systemEnvironment());
}

Outcome Workplace::runWithoutDisplay(const QStringList &arguments) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(name));
    return run(QStringLiteral(CONVSCOPE_PROGRAM), arguments, environment);
}

Outcome Workplace::run(const QString &program, const QStringList &arguments,
                       const QProcessEnvironment &environment) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(-1))
        qFatal("cannot start %s", qPrintable(program));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QString keysOf(const QJsonObject &object)
{
    return object.keys().join(u' ');
}
