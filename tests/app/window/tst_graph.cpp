// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/filter_bar.h"
#include "controls/search_field.h"
#include "document/selection.h"
#include "layers/registry.h"
#include "model/rewire.h"
#include "stack/edge_strip.h"
#include "stack/layer_card_delegate.h"
#include "stack/stack_panel.h"
#include "support/driven_window.h"
#include "views/ribbon_overview.h"
#include "views/shape_ribbon.h"
#include "window/actions/actions.h"
#include "window/status/status_line.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace convscope;
using namespace Qt::StringLiterals;

/// Graphs in the real window: lines beside the cards, blocks, the ribbon.
class TstGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatALayerReadsIsSeen();
    void aClickOnALaneGoesToItsFarEnd();
    void aLaneThatLeavesTheViewIsSaid();
    void aChainHasNoLines();
    void walksInTheOrderThatIsShown();
    void addsALayerOnTheBranchThatIsPointedAt();
    void movesALayerAlongItsBranch();
    void blocksFoldByKeysAndClicks();
    void foldsSurviveEditsAndUndo();
    void foldedLayersAreFound();
    void theRibbonIsFolded();
    void aLayerThatIsSelectedElsewhereIsUnfolded();
    void cardsSayWhatIsRead();

private:
    [[nodiscard]] StackPanel *stack() { return m_drive->window.stackPanel(); }
    [[nodiscard]] LayerListModel *cards() { return stack()->findChild<LayerListModel *>(); }
    [[nodiscard]] int rowOf(const char *layer)
    {
        return cards()->rowOf(m_drive->document()->model().indexOf(layer));
    }
    void select(const char *layer)
    {
        m_drive->window.selection()->selectLayer(m_drive->document()->model().indexOf(layer));
    }
    void openUnet();
    void openResidual();
    [[nodiscard]] QStringList rows();
    [[nodiscard]] QString selected();

    std::unique_ptr<WindowLook> m_look;
    std::unique_ptr<DrivenWindow> m_drive;
};

void TstGraph::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
}

void TstGraph::init()
{
    m_drive.reset();
    m_drive = std::make_unique<DrivenWindow>(*m_look);
}

void TstGraph::openUnet()
{
    m_drive->window.openBundledStack(u"unet.npz"_s);
    QVERIFY(m_drive->settle());
    QCOMPARE(m_drive->document()->model().size(), 12);
}

/// Residual blocks, more than are shown one by one.
void TstGraph::openResidual()
{
    Model model;
    model.inputs.push_back({"photo", Shape({std::nullopt, 16, 16, 3})});
    const auto add = [&](const char *type, const std::string &name,
                         std::vector<std::string> reads) {
        model.layers.push_back(std::make_shared<const Layer>(
            Layer(*findLayerType(type), name).withInputs(std::move(reads))));
    };
    add("ReLU", "stem", {"photo"});
    std::string before = "stem";
    for (int i = 1; i <= 14; ++i) {
        const std::string name = "stage_block" + std::to_string(i);
        add("ReLU", name + "_1_relu", {before});
        add("ReLU", name + "_2_relu", {name + "_1_relu"});
        add("Add", name + "_add", {before, name + "_2_relu"});
        before = name + "_add";
    }
    add("GlobalAveragePooling2D", "end", {before});
    DocumentState state = m_drive->document()->state();
    state.model = model;
    state.chosen.reset();
    state.ownInputs.clear();
    state.input.reset();
    m_drive->document()->reset(state, {});
    QVERIFY(m_drive->settle());
}

QStringList TstGraph::rows()
{
    QStringList names;
    for (int row = 0; row < cards()->rowCount(); ++row) {
        const LayerCard &card = cards()->card(row);
        names << (card.kind == CardKind::Block  ? u"["_s + card.title + u']'
                  : card.kind == CardKind::Head ? card.title + u':'
                                                : card.title);
    }
    return names;
}

QString TstGraph::selected()
{
    const int layer = m_drive->window.selection()->layer();
    return layer < 0 ? u"input"_s : QString::fromStdString(m_drive->layer(layer).name());
}

void TstGraph::whatALayerReadsIsSeen()
{
    openUnet();
    RailStrip *rails = stack()->rails();
    QVERIFY(rails->isVisible());
    // Two skips, the longer one outside.
    const auto &lanes = rails->rails().lanes.lanes;
    QCOMPARE(lanes.size(), std::size_t{2});
    QCOMPARE(lanes[0].depth, 2);
    QCOMPARE(lanes[1].depth, 1);
    // Marked where a merge is selected, by lines and by chips on the cards that it reads.
    select("skip_2");
    QCOMPARE(cards()->index(rowOf("down_2")).data(LayerListModel::ChipRole).toString(), u"0"_s);
    QCOMPARE(cards()->index(rowOf("up_2")).data(LayerListModel::ChipRole).toString(), u"1"_s);
    const auto inkAt = [&](const char *layer) {
        const QImage picture = rails->grab().toImage();
        const QPoint dot = *rails->dotOf(rowOf(layer));
        const QPoint lane(RailStrip::laneX(1), dot.y() + 12);
        return picture.pixelColor(lane * picture.devicePixelRatio());
    };
    QCOMPARE(inkAt("down_2"), tokens().accent);
    select("mask");
    QVERIFY(inkAt("down_2") != tokens().accent);
    QVERIFY(cards()->index(rowOf("down_2")).data(LayerListModel::ChipRole).toString().isEmpty());
}

void TstGraph::aClickOnALaneGoesToItsFarEnd()
{
    openUnet();
    RailStrip *rails = stack()->rails();
    const auto clickBeside = [&](const char *layer, int depth, int below) {
        stack()->list()->scrollTo(cards()->index(rowOf(layer)));
        const QPoint dot = *rails->dotOf(rowOf(layer));
        QTest::mouseClick(rails, Qt::LeftButton, {},
                          QPoint(RailStrip::laneX(depth), dot.y() + below));
    };
    clickBeside("down_1", 2, 14);
    QCOMPARE(selected(), u"skip_1"_s);
    clickBeside("skip_1", 2, -14);
    QCOMPARE(selected(), u"down_1"_s);
    // The dot of a merge is the end of what it reads.
    stack()->list()->scrollTo(cards()->index(rowOf("skip_2")));
    QTest::mouseClick(rails, Qt::LeftButton, {}, *rails->dotOf(rowOf("skip_2")));
    QCOMPARE(selected(), u"down_2"_s);
}

void TstGraph::aLaneThatLeavesTheViewIsSaid()
{
    openUnet();
    m_drive->window.resize(1440, 700);
    select("down_1");
    stack()->list()->scrollToTop();
    QCoreApplication::processEvents();
    EdgeStrip *told = nullptr;
    for (EdgeStrip *strip : stack()->findChildren<EdgeStrip *>()) {
        if (strip->isVisible())
            told = strip;
    }
    QVERIFY(told != nullptr);
    QVERIFY2(told->accessibleName().contains(u" reads down_"_s),
             qPrintable(told->accessibleName()));
    QTest::mouseClick(told, Qt::LeftButton);
    QVERIFY(selected().startsWith(u"skip_"_s));
    // At the end of the list no lane goes on.
    stack()->list()->scrollToBottom();
    QCoreApplication::processEvents();
    for (const EdgeStrip *strip : stack()->findChildren<EdgeStrip *>())
        QVERIFY(!strip->isVisible() || strip->accessibleName().contains(u"above"_s));
    // Further inputs have their pictures.
    m_drive->window.openBundledStack(u"two_inputs.npz"_s);
    QVERIFY(m_drive->settle());
    QTRY_VERIFY(!cards()->card(1).thumbnail.isNull());
}

void TstGraph::aChainHasNoLines()
{
    QVERIFY(!stack()->rails()->isVisible());
    openUnet();
    QVERIFY(stack()->rails()->isVisible());
}

void TstGraph::walksInTheOrderThatIsShown()
{
    openUnet();
    select("down_1");
    QStringList walked;
    for (int i = 0; i < 20 && m_drive->window.actions()->nextLayer->isEnabled(); ++i) {
        m_drive->window.actions()->nextLayer->trigger();
        walked << selected();
    }
    QCOMPARE(walked.size(), 11);
    QCOMPARE(walked.last(), u"mask"_s);
    while (m_drive->window.actions()->previousLayer->isEnabled())
        m_drive->window.actions()->previousLayer->trigger();
    QCOMPARE(selected(), u"input"_s);
}

void TstGraph::addsALayerOnTheBranchThatIsPointedAt()
{
    openUnet();
    const auto reads = [&](const char *layer) {
        const Model &model = m_drive->document()->model();
        return readNames(model, model.indexOf(layer));
    };
    // Between down_2 and pool_2: the skip goes on reading down_2.
    Q_EMIT stack()->addRequested(m_drive->document()->model().indexOf("down_2") + 1,
                                 stack()->readerBelow(rowOf("down_2")));
    m_drive->query(u"ReLU"_s);
    m_drive->pressInPopup(Qt::Key_Return);
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("pool_2"), std::vector<std::string>{"re_lu"});
    QCOMPARE(reads("skip_2").front(), std::string("down_2"));
    m_drive->window.actions()->undo->trigger();
    // Below down_2, wherever it is read.
    select("down_2");
    m_drive->window.actions()->addLayer->trigger();
    m_drive->query(u"ReLU"_s);
    m_drive->pressInPopup(Qt::Key_Return);
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("pool_2"), std::vector<std::string>{"re_lu"});
    QCOMPARE(reads("skip_2").front(), std::string("re_lu"));
    QVERIFY(!m_drive->document()->shapes().hasErrors());
}

void TstGraph::movesALayerAlongItsBranch()
{
    openUnet();
    const Model before = m_drive->document()->model();
    const auto reads = [&](const char *layer) {
        const Model &model = m_drive->document()->model();
        return readNames(model, model.indexOf(layer)).front();
    };
    select("pool_2");
    stack()->focusList();
    const int row = rowOf("pool_2");
    QTest::keyClick(stack()->list(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("bottom"), std::string("down_2"));
    QCOMPARE(reads("pool_2"), std::string("bottom"));
    QCOMPARE(reads("up_2"), std::string("pool_2"));
    QCOMPARE(selected(), u"pool_2"_s);
    QCOMPARE(rowOf("pool_2"), row + 1);
    m_drive->window.actions()->moveUp->trigger();
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("bottom"), std::string("pool_2"));
    QCOMPARE(rowOf("pool_2"), row);
    // A merge has no one place; it is said.
    select("skip_2");
    const int steps = m_drive->document()->undoStack()->index();
    m_drive->window.actions()->moveUp->trigger();
    QCOMPARE(m_drive->document()->undoStack()->index(), steps);
    QVERIFY(m_drive->window.statusLine()->failure().contains(u"skip_2 reads 2 tensors"_s));
    // By a drop.
    const std::unique_ptr<QMimeData> dragged(cards()->mimeData({cards()->index(rowOf("pool_2"))}));
    cards()->dropMimeData(dragged.get(), Qt::MoveAction, rowOf("up_2") + 1, 0, {});
    QVERIFY(m_drive->settle());
    QCOMPARE(reads("pool_2"), std::string("up_2"));
    while (m_drive->document()->undoStack()->canUndo())
        m_drive->window.actions()->undo->trigger();
    QVERIFY(m_drive->document()->model() == before);
}

void TstGraph::blocksFoldByKeysAndClicks()
{
    openResidual();
    QCOMPARE(rows().size(), 17);
    QCOMPARE(rows().at(2), u"[stage_block1]"_s);
    select("stage_block1_add");
    QCOMPARE(stack()->list()->currentIndex().row(), 2);
    stack()->focusList();
    QTest::keyClick(stack()->list(), Qt::Key_Right);
    QCOMPARE(rows().mid(2, 5), (QStringList{u"stage_block1:"_s, u"1_relu"_s, u"2_relu"_s, u"add"_s,
                                            u"[stage_block2]"_s}));
    QCOMPARE(selected(), u"stage_block1_add"_s);
    // The arrows pass over the head.
    QTest::keyClick(stack()->list(), Qt::Key_Up);
    QTest::keyClick(stack()->list(), Qt::Key_Up);
    QCOMPARE(selected(), u"stage_block1_1_relu"_s);
    QTest::keyClick(stack()->list(), Qt::Key_Up);
    QCOMPARE(selected(), u"stem"_s);
    QTest::keyClick(stack()->list(), Qt::Key_Down);
    QTest::keyClick(stack()->list(), Qt::Key_Left);
    QCOMPARE(rows().at(2), u"[stage_block1]"_s);
    QCOMPARE(selected(), u"stage_block1_add"_s);
    // The triangle.
    const auto click = [&](int row) {
        const QRect item = stack()->list()->visualRect(cards()->index(row));
        const QPoint at = LayerCardDelegate::foldRect(item, cards()->card(row)).center();
        QTest::mouseClick(stack()->list()->viewport(), Qt::LeftButton, {}, at);
    };
    click(3);
    QCOMPARE(rows().at(3), u"stage_block2:"_s);
    QCOMPARE(selected(), u"stage_block1_add"_s);
    click(3);
    QCOMPARE(rows().at(3), u"[stage_block2]"_s);
    // All of them.
    click(3);
    click(2);
    QTest::keyClick(stack()->list(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(rows().size(), 17);
}

void TstGraph::foldsSurviveEditsAndUndo()
{
    openResidual();
    stack()->focusList();
    select("stage_block2_add");
    QTest::keyClick(stack()->list(), Qt::Key_Right);
    const QStringList before = rows();
    m_drive->document()->removeLayer(m_drive->document()->model().indexOf("stage_block2_1_relu"));
    QVERIFY(m_drive->settle());
    QCOMPARE(rows().size(), before.size() - 1);
    m_drive->document()->removeLayer(m_drive->document()->model().indexOf("stem"));
    QVERIFY(m_drive->settle());
    QVERIFY(rows().contains(u"stage_block2:"_s) && rows().contains(u"[stage_block3]"_s));
    m_drive->window.actions()->undo->trigger();
    m_drive->window.actions()->undo->trigger();
    QVERIFY(m_drive->settle());
    QCOMPARE(rows(), before);
}

void TstGraph::foldedLayersAreFound()
{
    openResidual();
    select("stem");
    stack()->focusList();
    m_drive->window.actions()->filterList->trigger();
    FilterBar *bar = stack()->filter();
    QTest::keyClicks(QApplication::focusWidget(), u"2_relu"_s);
    QCoreApplication::processEvents();
    // The list stays; folded blocks say how many hits they have.
    const QStringList before = rows();
    QVERIFY(before.contains(u"[stage_block7]"_s));
    QCOMPARE(bar->field()->remark(), u"1 of 14"_s);
    QCOMPARE(cards()->index(2).data(LayerListModel::HitRole).toInt(), 1);
    QCOMPARE(cards()->index(1).data(LayerListModel::HitRole).toInt(), 0);
    const RibbonOverview *overview = m_drive->window.ribbon()->overview();
    QVERIFY(overview->isVisible());
    QCOMPARE(std::ranges::count_if(overview->bars(), &OverviewBar::isHit), 14);
    QCOMPARE(selected(), u"stem"_s);
    // Enter and the keys go through them and unfold on the way.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(selected(), u"stage_block1_2_relu"_s);
    QVERIFY(stack()->list()->hasFocus());
    m_drive->press(Qt::Key_F3);
    QCOMPARE(selected(), u"stage_block2_2_relu"_s);
    QCOMPARE(bar->field()->remark(), u"2 of 14"_s);
    QVERIFY(rows().contains(u"stage_block2:"_s));
    m_drive->press(Qt::Key_F3, Qt::ShiftModifier);
    m_drive->press(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(selected(), u"stage_block14_2_relu"_s);
    QCOMPARE(bar->field()->remark(), u"14 of 14"_s);
    // The funnel leaves them alone.
    bar->funnel()->click();
    QStringList found;
    for (int row = 0; row < cards()->rowCount(); ++row) {
        if (!stack()->list()->isRowHidden(row))
            found << cards()->card(row).name;
    }
    QCOMPARE(found.size(), 14);
    QVERIFY(found.contains(u"stage_block7_2_relu"_s));
    bar->funnel()->click();
    QTest::keyClick(stack()->list(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QCOMPARE(selected(), u"stage_block14_2_relu"_s);
    QCOMPARE(std::ranges::count_if(overview->bars(), &OverviewBar::isHit), 0);
    // Without hits it says so.
    m_drive->press(Qt::Key_F3);
    QTest::keyClicks(QApplication::focusWidget(), u"nowhere"_s);
    QCOMPARE(bar->field()->remark(), u"none"_s);
}

void TstGraph::theRibbonIsFolded()
{
    openResidual();
    ShapeRibbon *ribbon = m_drive->window.ribbon();
    const RibbonLayout &layout = ribbon->layoutInUse();
    // Input, stem, fourteen blocks, end.
    QCOMPARE(ribbon->count(), 17);
    QVERIFY(layout.contentWidth <= ribbon->viewport()->width());
    // The input, and one caption over all blocks; one shape below faces that have the same.
    QCOMPARE(layout.captions.size(), std::size_t{2});
    QCOMPARE(layout.shapes.size(), std::size_t{2});
    QVERIFY(layout.boxes.empty());
    RibbonOverview *overview = ribbon->overview();
    QVERIFY(overview->isVisible());
    QCOMPARE(overview->bars().size(), std::size_t{44});
    // An unfolded block is a box with its layers.
    select("stage_block5_1_relu");
    QCOMPARE(layout.boxes.size(), std::size_t{1});
    QCOMPARE(layout.boxes.front().last - layout.boxes.front().first, 2);
    for (int face = layout.boxes.front().first; face <= layout.boxes.front().last; ++face) {
        QVERIFY(layout.boxes.front().rect.contains(
            layout.columns[static_cast<std::size_t>(face)].face));
        QCOMPARE(ribbon->indexAt(ribbon->columnRect(face).center()), face);
    }
    QVERIFY(overview->bars()[13].isCurrent);
    // Dragging the frame moves the stack.
    stack()->list()->scrollToTop();
    QCOMPARE(overview->frame().left(), 0.0);
    QTest::mouseClick(overview, Qt::LeftButton, {},
                      QPoint(overview->width() - 3, overview->height() / 2));
    QVERIFY(stack()->rowsShown().second == cards()->rowCount() - 1);
    QVERIFY(overview->frame().right() > overview->width() - 2);
}

void TstGraph::aLayerThatIsSelectedElsewhereIsUnfolded()
{
    openResidual();
    select("stage_block5_2_relu");
    QVERIFY(rows().contains(u"stage_block5:"_s));
    QCOMPARE(cards()->card(stack()->list()->currentIndex().row()).name, u"stage_block5_2_relu"_s);
    const ShapeRibbon *ribbon = m_drive->window.ribbon();
    QCOMPARE(ribbon->face(ribbon->current()).layer, m_drive->window.selection()->layer());
}

void TstGraph::cardsSayWhatIsRead()
{
    openUnet();
    const QString spoken = cards()->index(rowOf("skip_2")).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(
        spoken.startsWith(u"Layer 7 of 12, Concatenate skip_2, reads down_2 and up_2, output"_s),
        qPrintable(spoken));
    m_drive->window.openBundledStack(u"two_inputs.npz"_s);
    QVERIFY(m_drive->settle());
    QVERIFY(cards()->card(1).isFurtherInput);
    QCOMPARE(cards()->card(1).title, u"after"_s);
    const QString shared = cards()->index(rowOf("look:2")).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(shared.contains(u"with the weights of look"_s), qPrintable(shared));
}

QTEST_MAIN(TstGraph)
#include "tst_graph.moc"
