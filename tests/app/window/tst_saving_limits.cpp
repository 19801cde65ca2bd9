// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What Keras on TensorFlow will not do with a stack is asked about before the stack is saved.
#include "keras/load_model.h"
#include "layers/registry.h"
#include "support/answers.h"
#include "support/name_giver.h"
#include "support/window_look.h"
#include "window/files/document_files.h"
#include "window/frame/main_window.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Save = QMessageBox::Save;
constexpr auto Cancel = QMessageBox::Cancel;

} // namespace

class TstSavingLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void limitsOfTensorFlowAreToldBeforeSaving();

private:
    bool settle() const
    {
        return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
    }
    ModelDocument *document() { return m_window->document(); }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstSavingLimits::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_look = std::make_unique<WindowLook>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->files()->setAsking(true);
    m_window->show();
}

void TstSavingLimits::limitsOfTensorFlowAreToldBeforeSaving()
{
    const QString path = m_folder->filePath(u"strided.keras"_s);
    m_window->openBundledStack(u"edges.npz"_s);
    QVERIFY(settle());
    document()->addLayer(1, *findLayerType("DepthwiseConv2D"));
    const int at = document()->model().indexOf("depthwise_conv2d");
    QCOMPARE(at, 1);
    document()->setArgument(at, "strides", IntList{1, 2}, false);
    m_window->selection()->selectLayer(0);
    {
        Answers answers({Cancel});
        NameGiver name(path, u"Keras archive"_s);
        QVERIFY(!m_window->files()->save(true));
        QCOMPARE(answers.count(), 1);
        QVERIFY2(answers.details().front().startsWith(u"depthwise_conv2d.strides: "_s),
                 qPrintable(answers.details().front()));
        QVERIFY(!QFileInfo::exists(path));
        QCOMPARE(m_window->selection()->layer(), 0);
    }
    {
        Answers answers({QMessageBox::Help});
        NameGiver name(path, u"Keras archive"_s);
        QVERIFY(!m_window->files()->save(true));
        QCOMPARE(answers.count(), 1);
        QVERIFY(!QFileInfo::exists(path));
        QCOMPARE(m_window->selection()->layer(), at);
    }
    Answers answers({Save});
    {
        NameGiver name(path, u"Keras archive"_s);
        QVERIFY(m_window->files()->save(true));
    }
    QCOMPARE(answers.count(), 1);
    QVERIFY(loadModel(path.toStdString()));
    // What was answered is not asked again; what comes new is.
    QVERIFY(m_window->files()->save(false));
    QCOMPARE(answers.count(), 1);
    document()->setArgument(at, "strides", IntList{1, 1}, false);
    QVERIFY(m_window->files()->save(false));
    QCOMPARE(answers.count(), 1);
    document()->setArgument(at, "strides", IntList{2, 1}, false);
    document()->setArgument(at, "use_bias", false, false);
    QVERIFY(m_window->files()->save(false));
    QCOMPARE(answers.count(), 1);
    // The case format is ConvScope's own.
    NameGiver name(m_folder->filePath(u"own"_s), u"Case"_s);
    QVERIFY(m_window->files()->save(true));
    QCOMPARE(answers.count(), 1);
}

QTEST_MAIN(TstSavingLimits)
#include "tst_saving_limits.moc"
