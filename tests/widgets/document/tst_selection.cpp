// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// What a person looks at stays with its layer, and the pinned cell with every map that has it.
#include "document/selection.h"
#include "layers/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace convscope;

class TstSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void staysWithItsLayer();
    void takesTheNeighbourOfALayerThatGoes();
    void keepsWhatIsLookedAtInEveryLayer();
    void holdsThePinnedCell_data();
    void holdsThePinnedCell();
    void aVolumeHasItsCursor();
    void tellsOfChangesAlone();

private:
    std::unique_ptr<ModelDocument> m_document;
    std::unique_ptr<Selection> m_selection;
};

void TstSelection::init()
{
    m_document = std::make_unique<ModelDocument>();
    m_selection = std::make_unique<Selection>(m_document.get());
    for (int i = 0; i < 3; ++i)
        m_document->addLayer(i, *findLayerType("ReLU"));
}

void TstSelection::staysWithItsLayer()
{
    m_selection->selectLayer(1);
    const std::string name = m_document->model().layer(1).name();
    m_document->moveLayer(1, 0);
    QCOMPARE(m_selection->layer(), 0);
    m_document->addLayer(0, *findLayerType("ReLU"));
    QCOMPARE(m_selection->layer(), 1);
    QCOMPARE(m_selection->state().layer, name);
    m_selection->selectLayer(7);
    QCOMPARE(m_selection->layer(), 3);
}

void TstSelection::takesTheNeighbourOfALayerThatGoes()
{
    m_selection->selectLayer(2);
    m_document->removeLayer(2);
    QCOMPARE(m_selection->layer(), 1);
    m_document->removeLayer(0);
    m_document->removeLayer(0);
    QCOMPARE(m_selection->layer(), -1);
}

void TstSelection::keepsWhatIsLookedAtInEveryLayer()
{
    m_selection->selectLayer(0);
    m_selection->look({5});
    m_selection->selectLayer(1);
    QCOMPARE(m_selection->lookedAt().channel, 0);
    QCOMPARE(m_selection->lookedAt(0).channel, 5);
    m_selection->selectLayer(0);
    QCOMPARE(m_selection->lookedAt().channel, 5);
}

void TstSelection::holdsThePinnedCell_data()
{
    using Cell = std::vector<std::int64_t>;
    QTest::addColumn<Cell>("place");
    QTest::addColumn<Cell>("extents");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("inside a picture") << Cell{2, 9} << Cell{3, 10} << true;
    QTest::newRow("below a picture") << Cell{3, 9} << Cell{3, 10} << false;
    QTest::newRow("right of a picture") << Cell{2, 10} << Cell{3, 10} << false;
    QTest::newRow("inside a sequence") << Cell{9} << Cell{10} << true;
    QTest::newRow("a step has no place in a picture") << Cell{2} << Cell{3, 10} << false;
    QTest::newRow("an output without places") << Cell{2, 9} << Cell{} << false;
    QTest::newRow("nothing pinned") << Cell{} << Cell{3, 10} << false;
}

void TstSelection::holdsThePinnedCell()
{
    QFETCH(std::vector<std::int64_t>, place);
    QFETCH(std::vector<std::int64_t>, extents);
    QFETCH(bool, isThere);
    if (!place.empty())
        m_selection->pin(PinnedCell{place});
    m_selection->selectLayer(1);
    const auto cell = m_selection->cellIn(extents);
    QCOMPARE(cell.has_value(), isThere);
    if (isThere)
        QCOMPARE(*cell, place);
}

void TstSelection::aVolumeHasItsCursor()
{
    using Cell = std::vector<std::int64_t>;
    m_selection->selectLayer(0);
    QCOMPARE(m_selection->cellIn({4, 6, 8}), (Cell{2, 3, 4}));
    LookedAt at;
    at.slice = 1;
    at.row = 5;
    m_selection->look(at);
    QCOMPARE(m_selection->cellIn({4, 6, 8}), (Cell{1, 5, 4}));
    QVERIFY(!m_selection->cellIn({4, 5, 8}));
}

void TstSelection::tellsOfChangesAlone()
{
    QSignalSpy pinned(m_selection.get(), &Selection::pinnedElsewhere);
    m_selection->pin(PinnedCell{{1, 2}});
    m_selection->pin(PinnedCell{{1, 2}});
    QCOMPARE(pinned.count(), 1);
    m_selection->pin(std::nullopt);
    QCOMPARE(pinned.count(), 2);
    QVERIFY(!m_selection->pinned());
}

QTEST_MAIN(TstSelection)
#include "tst_selection.moc"
