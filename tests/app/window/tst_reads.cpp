// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "document/selection.h"
#include "evaluation/layer_results.h"
#include "layers/registry.h"
#include "layers/unknown_layer.h"
#include "model/rewire.h"
#include "params/largest_table.h"
#include "params/reads_section.h"
#include "support/driven_window.h"
#include "tensor/npy.h"
#include "views/message_page.h"
#include "window/actions/actions.h"
#include "window/commands/graph_commands.h"
#include "window/status/status_line.h"

#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;
using namespace Qt::StringLiterals;

/// What a layer reads, listed and changed in the real window; layers that are not known here.
class TstReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyLayerSaysWhatItReads();
    void addsAnInputByMouseAndKeys();
    void whatDoesNotFitSaysWhy();
    void removesByMouseAndKey();
    void reordersByKeysAndActions();
    void replacesByEnter();
    void undoesAllTheWay();
    void actionsFollowTheLayer();
    void aSoftmaxTellsItsFiveLargest();
    void anUnknownLayerIsFed();

private:
    [[nodiscard]] ReadsSection *section() { return m_drive->window.inspector()->reads(); }
    [[nodiscard]] ReadList *list() { return section()->list(); }
    [[nodiscard]] const Model &model() { return m_drive->document()->model(); }
    void select(const char *layer)
    {
        m_drive->window.selection()->selectLayer(model().indexOf(layer));
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QStringList reads(const char *layer)
    {
        QStringList names;
        for (const std::string &name : readNames(model(), model().indexOf(layer)))
            names << QString::fromStdString(name);
        return names;
    }
    [[nodiscard]] QStringList shown()
    {
        QStringList names;
        for (int place = 0; place < list()->count(); ++place)
            names << list()->model()->index(place, 0).data().toString();
        return names;
    }
    [[nodiscard]] int steps() { return m_drive->document()->undoStack()->index(); }

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<DrivenWindow> m_drive;
};

void TstReads::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
}

void TstReads::init()
{
    m_drive.reset();
    m_drive = std::make_unique<DrivenWindow>(*m_look);
    m_drive->window.openBundledStack(u"unet.npz"_s);
    QVERIFY(m_drive->settle());
}

void TstReads::everyLayerSaysWhatItReads()
{
    select("skip_2");
    QCOMPARE(shown(), (QStringList{u"down_2"_s, u"up_2"_s}));
    QVERIFY(section()->isVisible() && section()->addButton()->isVisible());
    const QString spoken = list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(u"Input 0, down_2, Conv2D, "_s), qPrintable(spoken));
    QVERIFY2(spoken.endsWith(u", 0 to 11"_s), qPrintable(spoken));
    QVERIFY(list()
                ->model()
                ->index(1, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .endsWith(u", 12 to 27"_s));
    // One that reads a single tensor, unnamed, says it as well.
    select("pool_1");
    QCOMPARE(shown(), QStringList{u"down_1"_s});
    QVERIFY(!section()->addButton()->isVisible());
}

void TstReads::addsAnInputByMouseAndKeys()
{
    select("skip_2");
    const int before = steps();
    QTest::mouseClick(section()->addButton(), Qt::LeftButton);
    QVERIFY(m_drive->popup() != nullptr);
    QVERIFY(m_drive->rows().indexOf(u"Fit here"_s) == 0);
    m_drive->query(u"pool_1"_s);
    m_drive->pressInPopup(Qt::Key_Return);
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("skip_2"), (QStringList{u"down_2"_s, u"up_2"_s, u"pool_1"_s}));
    QCOMPARE(shown(), reads("skip_2"));
    QCOMPARE(steps(), before + 1);
    QVERIFY(!m_drive->document()->shapes().hasErrors());
    // The same tensor twice.
    m_drive->window.actions()->addRead->trigger();
    m_drive->query(u"down_2"_s);
    m_drive->pressInPopup(Qt::Key_Return);
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("skip_2").mid(2), (QStringList{u"pool_1"_s, u"down_2"_s}));
    QCOMPARE(steps(), before + 2);
}

void TstReads::whatDoesNotFitSaysWhy()
{
    select("skip_2");
    m_drive->window.actions()->addRead->trigger();
    const QStringList rows = m_drive->rows();
    const auto heading = rows.indexOf(u"Do not fit"_s);
    QVERIFY(heading > 0);
    QVERIFY(rows.indexOf(u"down_2"_s) < heading && rows.indexOf(u"pool_1"_s) < heading);
    QVERIFY(rows.indexOf(u"down_1"_s) > heading && rows.indexOf(u"photo"_s) > heading);
    // What comes after it would make a loop; that is said and it is not listed.
    QVERIFY(!rows.contains(u"up_conv_2"_s));
    const QAbstractItemModel *model = m_drive->popup()->findChild<QListView *>()->model();
    const QString why =
        model->index(int(rows.indexOf(u"down_1"_s)), 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(why.contains(u"same shape but for axis"_s), qPrintable(why));
    // Enter does not take it.
    m_drive->query(u"down_1"_s);
    m_drive->pressInPopup(Qt::Key_Return);
    QVERIFY(m_drive->popup() != nullptr);
    m_drive->pressInPopup(Qt::Key_Escape);
    QCOMPARE(reads("skip_2"), (QStringList{u"down_2"_s, u"up_2"_s}));
}

void TstReads::removesByMouseAndKey()
{
    select("skip_2");
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->removeRect(0).center());
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("skip_2"), QStringList{u"up_2"_s});
    // Without it the layer is legal no more if its class reads two, and says so.
    m_drive->window.actions()->undo->trigger();
    QVERIFY(m_drive->settle());
    select("skip_2");
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QTest::keyClick(list(), Qt::Key_Delete);
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("skip_2"), QStringList{u"down_2"_s});
    // The last one stays.
    const int before = steps();
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(steps(), before);
    QVERIFY(m_drive->window.statusLine()->failure().contains(u"at least one tensor"_s));
}

void TstReads::reordersByKeysAndActions()
{
    select("skip_2");
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("skip_2"), (QStringList{u"up_2"_s, u"down_2"_s}));
    QCOMPARE(list()->current(), 1);
    QCOMPARE(shown(), reads("skip_2"));
    m_drive->window.actions()->readUp->trigger();
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("skip_2"), (QStringList{u"down_2"_s, u"up_2"_s}));
    // A drop is the same edit.
    const std::unique_ptr<QMimeData> dragged(
        list()->model()->mimeData({list()->model()->index(1, 0)}));
    list()->model()->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {});
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("skip_2"), (QStringList{u"up_2"_s, u"down_2"_s}));
}

void TstReads::replacesByEnter()
{
    select("bottom");
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Return);
    QVERIFY(m_drive->popup() != nullptr);
    m_drive->query(u"down_2"_s);
    m_drive->pressInPopup(Qt::Key_Return);
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("bottom"), QStringList{u"down_2"_s});
    QCOMPARE(reads("pool_2"), QStringList{u"down_2"_s});
    // What it makes no longer fits behind it: the merge says both shapes.
    QVERIFY(m_drive->document()->shapes().hasErrors());
    m_drive->window.actions()->undo->trigger();
    QVERIFY(m_drive->settle());
    QVERIFY(!m_drive->document()->shapes().hasErrors());
}

void TstReads::undoesAllTheWay()
{
    const Model before = model();
    select("skip_2");
    for (const char *name : {"pool_1", "up_2"}) {
        m_drive->window.actions()->addRead->trigger();
        m_drive->query(QString::fromLatin1(name));
        m_drive->pressInPopup(Qt::Key_Return);
    }
    m_drive->window.actions()->readUp->trigger();
    m_drive->window.actions()->removeRead->trigger();
    m_drive->window.actions()->replaceRead->trigger();
    m_drive->pressInPopup(Qt::Key_Return);
    QVERIFY(m_drive->settle());
    QVERIFY(!(model() == before));
    while (m_drive->document()->undoStack()->canUndo())
        m_drive->window.actions()->undo->trigger();
    QVERIFY(model() == before);
    while (m_drive->document()->undoStack()->canRedo())
        m_drive->window.actions()->redo->trigger();
    QVERIFY(m_drive->settle());
    QVERIFY(!(model() == before));
}

void TstReads::actionsFollowTheLayer()
{
    const Actions *a = m_drive->window.actions();
    select("skip_2");
    QVERIFY(a->addRead->isEnabled() && a->removeRead->isEnabled() && a->replaceRead->isEnabled());
    select("pool_1");
    QVERIFY(!a->addRead->isEnabled() && !a->removeRead->isEnabled() && a->replaceRead->isEnabled());
    m_drive->window.selection()->selectLayer(-1);
    QVERIFY(!a->addRead->isEnabled() && !a->replaceRead->isEnabled());
    QVERIFY(!a->feedOutput->isEnabled());
}

void TstReads::aSoftmaxTellsItsFiveLargest()
{
    const std::vector<float> values{0.1F, 0.4F, 0.05F, 0.4F, 0.0F, 0.03F, 0.02F};
    const LargestShares shares = largestShares(values.data(), 7, 5);
    QCOMPARE(shares.largest.size(), std::size_t{5});
    QCOMPARE(shares.largest[0].index, 1);
    QCOMPARE(shares.largest[1].index, 3);
    QCOMPARE(shares.largest[2].index, 0);
    QCOMPARE(shares.others, 2);
    QVERIFY(std::abs(shares.rest - 0.02) < 1e-6);
    QCOMPARE(largestShares(values.data(), 3, 5).largest.size(), std::size_t{3});

    // In the window: of a softmax, and of nothing else.
    LargestTable *table = m_drive->window.inspector()->largest();
    ModelDocument *document = m_drive->document();
    document->addLayer(model().size(), *findLayerType("GlobalAveragePooling2D"));
    document->addLayer(model().size(), *findLayerType("Dense"));
    const int dense = model().size() - 1;
    QVERIFY(document->setArgument(dense, "units", std::int64_t{12}, false));
    m_drive->window.selection()->selectLayer(dense);
    QVERIFY(m_drive->settle());
    QVERIFY(table->shares().isEmpty());
    QVERIFY(document->setArgument(dense, "activation", ObjectValue{"softmax", {}}, false));
    QVERIFY(m_drive->settle());
    QCOMPARE(table->shares().largest.size(), std::size_t{5});
    QCOMPARE(table->shares().others, 7);
    double sum = table->shares().rest;
    for (const LargestShares::Share &share : table->shares().largest)
        sum += share.value;
    QVERIFY(std::abs(sum - 1) < 1e-5);
    QVERIFY(table->isVisible());
    m_drive->window.selection()->selectLayer(0);
    QVERIFY(m_drive->settle());
    QVERIFY(!table->isVisible());
}

void TstReads::anUnknownLayerIsFed()
{
    // The class of the last layer but one is taken for one that is not known.
    DocumentState state = m_drive->document()->state();
    const int at = model().indexOf("up_conv_1");
    state.model.layers[std::size_t(at)] = std::make_shared<const Layer>(
        Layer(unknownLayerType("RegionHead"), "up_conv_1").withInputs({"skip_1"}));
    const Shape wanted = *m_drive->document()->shapes().layers[std::size_t(at)].output;
    m_drive->document()->change(state, u"test"_s);
    m_drive->window.selection()->selectLayer(at);
    QVERIFY(m_drive->settle());
    const Actions *a = m_drive->window.actions();
    QVERIFY(a->feedOutput->isEnabled() && !a->stopFeeding->isEnabled());
    QVERIFY(m_drive->window.results()->state(at).kind == LayerState::Kind::Unknown);
    QVERIFY(m_drive->window.results()->state(at + 1).kind == LayerState::Kind::Waits);
    auto *message = m_drive->window.findChild<MessagePage *>();
    QVERIFY(message->isVisible());
    QVERIFY2(message->title().contains(u"RegionHead"_s), qPrintable(message->title()));

    const QTemporaryDir folder;
    const QString path = folder.filePath(u"gate.npy"_s);
    const std::vector<float> values(std::size_t(*elementCount(*wanted.extents())), 0.25F);
    const Tensor array = Tensor::of(*wanted.extents(), values);
    QVERIFY(writeNpy(path.toStdString(), array).has_value());
    const int before = steps();
    m_drive->window.findChild<GraphCommands *>()->feed(path);
    QVERIFY(m_drive->settle());
    QCOMPARE(steps(), before + 1);
    QVERIFY(m_drive->window.results()->state(at + 1).kind == LayerState::Kind::Fine);
    QVERIFY(m_drive->window.results()->at(at + 1) != nullptr &&
            !m_drive->window.results()->isStale(at + 1));
    QVERIFY(a->stopFeeding->isEnabled());
    a->stopFeeding->trigger();
    QVERIFY(m_drive->settle());
    QVERIFY(m_drive->window.results()->state(at + 1).kind == LayerState::Kind::Waits);
    // What is no array is refused, and nothing changes.
    m_drive->window.findChild<GraphCommands *>()->feed(folder.filePath(u"none.npy"_s));
    QVERIFY(m_drive->settle());
    QVERIFY(!m_drive->window.statusLine()->failure().isEmpty());
}

QTEST_MAIN(TstReads)
#include "tst_reads.moc"
