// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "params/param_form.h"

#include "controls/quiet_combo_box.h"
#include "controls/quiet_spin_box.h"
#include "controls/section_header.h"
#include "controls/toggle_switch.h"
#include "layers/registry.h"
#include "params/param_row.h"
#include "support/every_kind_layer.h"
#include "support/window_look.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace convscope;
using namespace Qt::StringLiterals;

/// A form with an owner that accepts every edit, as the document does.
class Owner : public QObject
{
    Q_OBJECT

public:
    explicit Owner(Layer first) : layer(std::move(first))
    {
        form.setLayer(layer, 2);
        form.resize(303, 600);
        form.show();
        QApplication::setActiveWindow(&form);
        connect(&form, &ParamForm::edited, this,
                [this](const QString &argument, const Value &value, bool isContinuing) {
                    ++edits;
                    lastArgument = argument;
                    continuing = isContinuing;
                    layer = layer.with(argument.toStdString(), value).value();
                    form.setLayer(layer, 2);
                });
    }

    QWidget *field(const QString &argument, int index = 0)
    {
        return form.row(argument)->editor()->fields().at(index);
    }
    QuietSpinBox *number(const QString &argument, int index = 0)
    {
        return qobject_cast<QuietSpinBox *>(field(argument, index));
    }
    void choose(const QString &argument, const QString &word)
    {
        auto *combo = qobject_cast<QuietComboBox *>(field(argument));
        combo->setCurrentText(word);
        Q_EMIT combo->activated(combo->currentIndex());
    }

    Layer layer;
    ParamForm form;
    int edits = 0;
    QString lastArgument;
    bool continuing = false;
};

class TstParamForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsEveryArgumentOfEveryLayer_data();
    void showsEveryArgumentOfEveryLayer();
    void fitsTheNarrowestInspector_data() { showsEveryArgumentOfEveryLayer_data(); }
    void fitsTheNarrowestInspector();
    void choicesStayWholeInACompactWindow();
    void editsEveryKind();
    void keepsFocusAndRowsOnRefresh();
    void refusesIllegalValuesAndKeepsThem();
    void takesAWaitingValueOnceItIsLegal();
    void forgetsAWaitingValueWhenTheModelChanges();
    void revertsToTheDefault();
    void marksTheFaultyAxis();
    void showsNotesUnderRows();
    void foldsRareArguments();
    void editsTheFieldsOfAnObject();
    void scrubsLabels();

private:
    std::unique_ptr<WindowLook> m_look;
};

void TstParamForm::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
}

void TstParamForm::showsEveryArgumentOfEveryLayer_data()
{
    QTest::addColumn<const LayerType *>("type");
    for (const LayerType *type : layerTypes())
        QTest::addRow("%s", type->className.c_str()) << type;
}

void TstParamForm::showsEveryArgumentOfEveryLayer()
{
    QFETCH(const LayerType *, type);
    ParamForm form;
    QSignalSpy edited(&form, &ParamForm::edited);
    form.setLayer(Layer(*type, "layer"), std::max(0, type->inputRank - 2));
    for (const ParamInfo &info : type->table->params()) {
        const ParamRow *row = form.row(QString::fromStdString(info.name));
        QVERIFY2(row != nullptr, info.name.c_str());
        for (const QWidget *field : row->editor()->fields())
            QVERIFY2(!field->accessibleName().isEmpty(), info.name.c_str());
    }
    // Showing is not editing.
    QCOMPARE(edited.count(), 0);
}

void TstParamForm::editsEveryKind()
{
    Owner owner(Layer(everyKindLayer(), "kinds"));
    QTest::keyClick(owner.field(u"integer"_s), Qt::Key_Up);
    QCOMPARE(owner.layer.value("integer"), Value(std::int64_t(4)));
    QTest::mouseClick(owner.field(u"optional_integer"_s), Qt::LeftButton);
    QCOMPARE(owner.layer.value("optional_integer"), Value(std::int64_t(2)));
    QTest::keyClick(owner.field(u"number"_s), Qt::Key_Down);
    QCOMPARE(owner.layer.value("number"), Value(0.49));
    QTest::mouseClick(owner.field(u"boolean"_s), Qt::LeftButton);
    QCOMPARE(owner.layer.value("boolean"), Value(true));
    owner.choose(u"choice"_s, u"same"_s);
    QCOMPARE(owner.layer.value("choice"), Value(std::string("same")));
    QTest::keyClick(owner.field(u"tuple"_s, 1), Qt::Key_Up);
    QCOMPARE(owner.layer.value("tuple"), Value(IntList{3, 3, 3}));
    QTest::mouseClick(owner.field(u"optional_tuple"_s), Qt::LeftButton);
    QCOMPARE(owner.layer.value("optional_tuple"), Value(IntList{0, 0}));
    QTest::keyClick(owner.field(u"pairs"_s, 3), Qt::Key_Up);
    QCOMPARE(owner.layer.value("pairs"), Value(PairList{{0, 0}, {1, 1}}));
    auto *list = qobject_cast<QLineEdit *>(owner.field(u"integer_list"_s));
    list->selectAll();
    QTest::keyClicks(list, u"(4, -1)"_s);
    QCOMPARE(owner.layer.value("integer_list"), Value(IntList{4, -1}));
    owner.choose(u"object"_s, u"random_normal"_s);
    QCOMPARE(std::get<ObjectValue>(owner.layer.value("object")).className, "RandomNormal");
    QVERIFY(!owner.form.row(u"object"_s)->hasError());
}

void TstParamForm::keepsFocusAndRowsOnRefresh()
{
    Owner owner(Layer(*findLayerType("Conv2D"), "conv2d"));
    const ParamRow *row = owner.form.row(u"filters"_s);
    QuietSpinBox *field = owner.number(u"filters"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"24"_s);
    QCOMPARE(owner.edits, 2);
    QVERIFY(owner.continuing);
    QVERIFY(field->hasFocus());
    QCOMPARE(owner.form.row(u"filters"_s), row);
    // Another layer of the class takes the same rows.
    owner.form.setLayer(Layer(*findLayerType("Conv2D"), "conv2d_1"), 2);
    QCOMPARE(owner.form.row(u"filters"_s), row);
    owner.form.setLayer(Layer(*findLayerType("MaxPooling2D"), "pool"), 2);
    QVERIFY(owner.form.row(u"filters"_s) == nullptr);
    QVERIFY(owner.form.row(u"pool_size"_s) != nullptr);
}

void TstParamForm::refusesIllegalValuesAndKeepsThem()
{
    Owner owner(Layer(*findLayerType("Conv2D"), "conv2d"));
    const Value before = owner.layer.value("filters");
    QuietSpinBox *field = owner.number(u"filters"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"0"_s);
    QCOMPARE(owner.edits, 0);
    QVERIFY(owner.form.row(u"filters"_s)->hasTypedError());
    QVERIFY(owner.form.row(u"filters"_s)->note()->text().contains(u"filters"_s));
    QVERIFY(isMarkedError(field));
    // A refresh of the same layer does not take the text away.
    owner.form.setLayer(owner.layer, 2);
    QCOMPARE(field->text(), u"0"_s);
    QCOMPARE(owner.layer.value("filters"), before);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!owner.form.row(u"filters"_s)->hasError());
    QCOMPARE(owner.edits, 0);
    QTest::keyClicks(field, u"wide"_s);
    QVERIFY(owner.form.row(u"filters"_s)->hasTypedError());
}

void TstParamForm::takesAWaitingValueOnceItIsLegal()
{
    Layer layer(*findLayerType("Conv2D"), "conv2d");
    Owner owner(layer.with("dilation_rate", IntList{2, 2}).value());
    QTest::keyClick(owner.field(u"strides"_s), Qt::Key_Up);
    // Strides and dilation do not go together.
    QVERIFY(owner.form.row(u"strides"_s)->hasTypedError());
    QCOMPARE(owner.layer.value("strides"), Value(IntList{1, 1}));
    QTest::keyClick(owner.field(u"dilation_rate"_s), Qt::Key_Down);
    QTRY_COMPARE(owner.layer.value("strides"), Value(IntList{2, 2}));
    QVERIFY(!owner.form.row(u"strides"_s)->hasError());
}

void TstParamForm::forgetsAWaitingValueWhenTheModelChanges()
{
    Owner owner(Layer(*findLayerType("Conv2D"), "conv2d"));
    QuietSpinBox *field = owner.number(u"filters"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"0"_s);
    owner.form.setLayer(owner.layer.with("filters", std::int64_t(40)).value(), 2);
    QCOMPARE(field->text(), u"40"_s);
    QVERIFY(!owner.form.row(u"filters"_s)->hasError());
}

void TstParamForm::revertsToTheDefault()
{
    Owner owner(Layer(*findLayerType("Conv2D"), "conv2d").with("strides", IntList{2, 3}).value());
    Q_EMIT owner.form.row(u"strides"_s)->revertRequested();
    QCOMPARE(owner.layer.value("strides"), Value(IntList{1, 1}));
    QCOMPARE(owner.number(u"strides"_s, 1)->text(), u"1"_s);
}

void TstParamForm::marksTheFaultyAxis()
{
    Owner owner(Layer(*findLayerType("Conv2D"), "conv2d"));
    owner.form.setError(u"dilation_rate"_s, u"window of 13 rows, input has 9"_s, 0);
    QVERIFY(isMarkedError(owner.field(u"dilation_rate"_s, 0)));
    QVERIFY(!isMarkedError(owner.field(u"dilation_rate"_s, 1)));
    QCOMPARE(owner.field(u"dilation_rate"_s)->accessibleDescription(),
             u"window of 13 rows, input has 9"_s);
    owner.form.focusArgument(u"dilation_rate"_s);
    QVERIFY(owner.field(u"dilation_rate"_s, 0)->hasFocus());
    owner.form.clearErrors();
    QVERIFY(!isMarkedError(owner.field(u"dilation_rate"_s, 0)));
    QVERIFY(owner.form.row(u"dilation_rate"_s)->note()->isHidden());
}

void TstParamForm::showsNotesUnderRows()
{
    Owner owner(Layer(*findLayerType("Conv2D"), "conv2d"));
    const RowNote *note = owner.form.row(u"padding"_s)->note();
    owner.form.setNote(u"padding"_s, u"zeros added: rows 1 + 1"_s);
    QVERIFY(note->isVisible());
    QVERIFY(!note->isError());
    owner.form.clearNotes();
    QVERIFY(!note->isVisible());
}

void TstParamForm::foldsRareArguments()
{
    Owner owner(Layer(*findLayerType("Conv2D"), "conv2d"));
    ParamRow *row = owner.form.row(u"kernel_initializer"_s);
    QVERIFY(!row->isVisible());
    QTest::mouseClick(owner.form.foldHeader(), Qt::LeftButton);
    QVERIFY(row->isVisible());
    QTest::mouseClick(owner.form.foldHeader(), Qt::LeftButton);
    owner.form.focusArgument(u"kernel_initializer"_s);
    QVERIFY(row->isVisible());
}

void TstParamForm::editsTheFieldsOfAnObject()
{
    Owner owner(Layer(everyKindLayer(), "kinds"));
    owner.choose(u"object"_s, u"random_normal"_s);
    // The class, then mean, stddev and the switch of the seed.
    auto *deviation = qobject_cast<QuietDoubleSpinBox *>(owner.field(u"object"_s, 2));
    QVERIFY(deviation != nullptr);
    deviation->setFocus();
    deviation->selectAll();
    QTest::keyClicks(deviation, u"0.5"_s);
    QCOMPARE(*find(std::get<ObjectValue>(owner.layer.value("object")), "stddev"), Value(0.5));
    QVERIFY(deviation->hasFocus());
    deviation->selectAll();
    QTest::keyClicks(deviation, u"-1"_s);
    QVERIFY(owner.form.row(u"object"_s)->hasTypedError());
    QTest::keyClick(deviation, Qt::Key_Escape);
    QTest::mouseClick(owner.field(u"object"_s, 3), Qt::LeftButton);
    QCOMPARE(*find(std::get<ObjectValue>(owner.layer.value("object")), "seed"),
             Value(std::int64_t(0)));
    owner.choose(u"object"_s, u"None"_s);
    QVERIFY(std::get<ObjectValue>(owner.layer.value("object")).isNone());
}

void TstParamForm::scrubsLabels()
{
    Owner owner(Layer(*findLayerType("Conv2D"), "conv2d"));
    const auto before = std::get<std::int64_t>(owner.layer.value("filters"));
    owner.form.row(u"filters"_s)->editor()->scrub(3, false);
    QCOMPARE(owner.layer.value("filters"), Value(before + 3));
    owner.form.row(u"filters"_s)->editor()->scrub(2, true);
    QCOMPARE(owner.layer.value("filters"), Value(before + 5));
    QVERIFY(owner.continuing);
    // Linked axes are dragged together and only once.
    const int edits = owner.edits;
    owner.form.row(u"kernel_size"_s)->editor()->scrub(2, false);
    QCOMPARE(owner.edits, edits + 1);
}

void TstParamForm::fitsTheNarrowestInspector()
{
    QFETCH(const LayerType *, type);
    ParamForm form;
    form.setLayer(Layer(*type, "layer"), std::max(0, type->inputRank - 2));
    if (auto *fold = form.findChild<SectionHeader *>())
        fold->setChecked(true);
    QVERIFY2(form.minimumSizeHint().width() <= 264,
             qPrintable(QString::number(form.minimumSizeHint().width())));
}

void TstParamForm::choicesStayWholeInACompactWindow()
{
    Owner owner(Layer(*findLayerType("Conv2D"), "conv2d"));
    owner.form.resize(272, 600);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const auto *field = qobject_cast<const QComboBox *>(
        owner.form.row(u"data_format"_s)->editor()->fields().front());
    QStyleOptionComboBox option;
    option.initFrom(field);
    const QRect words = field->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                       QStyle::SC_ComboBoxEditField, field);
    QCOMPARE(field->currentText(), u"channels_last"_s);
    QVERIFY(words.width() >= field->fontMetrics().horizontalAdvance(field->currentText()));
}

QTEST_MAIN(TstParamForm)
#include "tst_param_form.moc"
