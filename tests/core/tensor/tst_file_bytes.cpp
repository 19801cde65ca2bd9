// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/file_bytes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <sys/stat.h>

using namespace convscope;
using namespace Qt::StringLiterals;

class TstFileBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAPipeToItsEnd();
    void refusesWhatHasNoEnd();
};

void TstFileBytes::readsAPipeToItsEnd()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    const QByteArray content(200'000, 'x');
    std::thread writer([&] {
        QFile pipe(path);
        if (pipe.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            pipe.write(content);
    });
    const auto read = readFileText(path.toStdString());
    writer.join();
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QCOMPARE(QByteArray::fromStdString(*read), content);
}

void TstFileBytes::refusesWhatHasNoEnd()
{
    const auto read = readFileBytes("/dev/zero");
    QVERIFY(!read);
    QCOMPARE(read.error().rule, "file");
    QCOMPARE(read.error().message, "/dev/zero: this is a device or a socket, not a file");
}

QTEST_APPLESS_MAIN(TstFileBytes)
#include "tst_file_bytes.moc"
