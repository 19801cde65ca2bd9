// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "keras/save_model.h"
#include "layers/registry.h"
#include "model/edit.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace convscope;

/// Saving takes a time that grows with the layers, not with their square.
class TstSavingTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsWithTheLayers_data();
    void growsWithTheLayers();
};

namespace {

/// A graph: every fourth layer is a later call of one before it.
Model graphOf(int layers)
{
    Model model;
    model.inputs = {{"input", Shape{Dim(), 8, 8, 4}}};
    std::string last = "input";
    for (int i = 0; i < layers; ++i) {
        const std::string name = "layer_" + std::to_string(i);
        Layer layer = Layer(*findLayerType("ReLU"), name).withInputs({last});
        if (i % 4 == 3)
            layer = layer.withSharedWith("layer_" + std::to_string(i - 1));
        model.layers.push_back(std::make_shared<const Layer>(std::move(layer)));
        last = name;
    }
    return model;
}

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// The shortest of three.
double secondsToSave(const Model &model, const std::string &path)
{
    const SaveRequest request{model};
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const double before = processorSeconds();
        if (!saveModel(path, request))
            return -1;
        best = std::min(best, processorSeconds() - before);
    }
    return best;
}

} // namespace

void TstSavingTime::growsWithTheLayers_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *ending : {"json", "py", "keras", "h5"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void TstSavingTime::growsWithTheLayers()
{
    QFETCH(QString, ending);
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("m.") + ending).toStdString();
    constexpr int kFew = 400;
    constexpr int kTimes = 8;
    const double few = secondsToSave(graphOf(kFew), path);
    const double many = secondsToSave(graphOf(kFew * kTimes), path);
    QVERIFY(few > 0 && many > 0);
    // Squares would take 64 times as long.
    QVERIFY2(many < 3 * kTimes * few, qPrintable(QStringLiteral("%1 layers: %2 s, %3 layers: %4 s")
                                                     .arg(kFew)
                                                     .arg(few)
                                                     .arg(kFew * kTimes)
                                                     .arg(many)));
}

QTEST_APPLESS_MAIN(TstSavingTime)
#include "tst_saving_time.moc"
