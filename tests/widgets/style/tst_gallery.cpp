// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "controls/command_button.h"
#include "controls/search_field.h"
#include "controls/segmented_tabs.h"
#include "controls/toggle_switch.h"
#include "params/inspector.h"
#include "params/param_form.h"
#include "stack/finder_popup.h"
#include "stack/stack_panel.h"
#include "support/every_kind_layer.h"
#include "support/window_look.h"

#include "layers/layer.h"
#include "layers/registry.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>
#include <memory>

using namespace convscope;
using namespace Qt::StringLiterals;

/// Draws the widgets in both themes; with QT_SCALE_FACTOR=2 at two pixels per point. With
/// CONVSCOPE_GALLERY=FOLDER the pictures stay there to be looked at.
class TstGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void draws_data();
    void draws();

private:
    std::unique_ptr<WindowLook> m_look;
    QTemporaryDir m_temporary;
    QString m_folder;
};

using Maker = std::function<std::unique_ptr<QWidget>()>;
Q_DECLARE_METATYPE(Maker)

namespace {

QList<Fact> outputFacts(bool wrong)
{
    if (wrong)
        return {{u"rows"_s, u"⌊(9 − 13) ÷ 1⌋ + 1 = −3"_s, true},
                {u"columns"_s, u"⌊(14 − 13) ÷ 1⌋ + 1 = 2"_s, false},
                {u"channels"_s, u"filters = 32"_s, false}};
    return {{u"rows"_s, u"⌈300 ÷ 1⌉ = 300"_s, false},
            {u"columns"_s, u"⌈451 ÷ 1⌉ = 451"_s, false},
            {u"channels"_s, u"filters = 16"_s, false}};
}

const QList<Fact> &costFacts()
{
    static const QList<Fact> facts{{u"parameters"_s, u"5·5·3·16 + 16 = 1\u2009216"_s, false},
                                   {u"multiply–adds"_s, u"162.4\u2009M"_s, false},
                                   {u"memory"_s, u"8.26 MiB"_s, false},
                                   {u"receptive field"_s, u"5 × 5, jump 1"_s, false},
                                   {u"time"_s, u"1.5 ms"_s, false}};
    return facts;
}

Layer convLayer()
{
    Layer layer(*findLayerType("Conv2D"), "conv2d");
    layer = layer.with("kernel_size", IntList{5, 5}).value();
    layer = layer.with("padding", std::string("same")).value();
    return layer.with("activation", ObjectValue{"relu", {}}).value();
}

std::unique_ptr<QWidget> inspector()
{
    auto panel = std::make_unique<Inspector>();
    panel->setLayer(convLayer(), 2);
    panel->form()->setNote(u"padding"_s, u"zeros added: rows 2 + 2, columns 2 + 2"_s);
    panel->setOutput(outputFacts(false));
    panel->setCost(costFacts());
    panel->resize(303, 723);
    return panel;
}

std::unique_ptr<QWidget> faultyInspector()
{
    auto panel = std::make_unique<Inspector>();
    Layer layer(*findLayerType("Conv2D"), "conv2d_2");
    layer = layer.with("kernel_size", IntList{5, 5}).value();
    panel->setLayer(layer.with("dilation_rate", IntList{3, 3}).value(), 2);
    panel->form()->setError(u"dilation_rate"_s, u"window of 13 rows, input has 9"_s, 0);
    panel->setOutput(outputFacts(true));
    panel->setCost(costFacts().mid(0, 4));
    panel->resize(303, 723);
    return panel;
}

std::unique_ptr<QWidget> volumeInspector()
{
    auto panel = std::make_unique<Inspector>();
    panel->setLayer(Layer(*findLayerType("Conv3D"), "conv3d"), 3);
    panel->form()->focusArgument(u"kernel_initializer"_s);
    panel->resize(303, 860);
    return panel;
}

std::unique_ptr<QWidget> everyKind()
{
    auto form = std::make_unique<ParamForm>();
    Layer layer(everyKindLayer(), "every_kind");
    layer = layer.with("optional_tuple", IntList{1, 0}).value();
    layer = layer.with("pairs", PairList{{1, 1}, {0, 2}}).value();
    layer = layer.with("number", 0.25).value();
    form->setLayer(layer, 2);
    form->setError(u"pairs"_s,
                   u"cropping of rows must be smaller than their number: 200 + 200 = 400 ≥ 300"_s,
                   1);
    form->resize(303, form->heightForWidth(303));
    return form;
}

std::unique_ptr<QWidget> statistics()
{
    auto panel = std::make_unique<Inspector>();
    panel->setLayer(convLayer(), 2);
    LayerStatistics s;
    s.maximum = 3.27;
    s.mean = 0.0712;
    s.standardDeviation = 0.231;
    s.count = 2164800;
    s.zeros = 812345;
    s.nonfinite = 2;
    s.maps = 16;
    s.deadMaps = {13};
    panel->setStatistics(s);
    panel->findChild<QTabBar *>()->setCurrentIndex(1);
    panel->resize(303, 320);
    return panel;
}

std::unique_ptr<QWidget> controls()
{
    auto sheet = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(sheet.get());
    auto *modes = new ModeSwitch;
    for (const QString &word : {u"Explore"_s, u"Arithmetic"_s, u"Weights"_s})
        modes->addTab(word);
    column->addWidget(modes, 0, Qt::AlignLeft);
    auto *find = new CommandButton(u"search"_s, u"Find an action"_s, u"Ctrl+Shift+P"_s);
    find->setAsField(true);
    column->addWidget(find);
    auto *search = new SearchField;
    search->setText(u"up"_s);
    search->setRemark(u"5 of 38"_s);
    column->addWidget(search);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(new QPushButton(u"Auto 99.6 %"_s));
    auto *apply = new CommandButton({}, u"Apply"_s, u"Ctrl+Enter"_s);
    markPrimary(apply);
    buttons->addWidget(apply);
    auto *off = new QPushButton(u"Disabled"_s);
    off->setEnabled(false);
    buttons->addWidget(off);
    column->addLayout(buttons);
    auto *tools = new QHBoxLayout;
    for (const QString &icon : {u"field"_s, u"overlay"_s, u"split"_s, u"fit"_s}) {
        auto *tool = new QToolButton;
        tool->setAutoRaise(true);
        tool->setCheckable(true);
        tool->setChecked(icon == u"field"_s);
        tool->setEnabled(icon != u"fit"_s);
        tool->setIcon(themedIcon(icon));
        tools->addWidget(tool);
    }
    tools->addWidget(new ToggleSwitch);
    auto *on = new ToggleSwitch;
    on->setChecked(true);
    tools->addWidget(on);
    tools->addStretch();
    column->addLayout(tools);
    auto *checks = new QHBoxLayout;
    auto *checked = new QCheckBox(u"Checked"_s);
    checked->setChecked(true);
    checks->addWidget(checked);
    checks->addWidget(new QCheckBox(u"Not"_s));
    auto *radio = new QRadioButton(u"One"_s);
    radio->setChecked(true);
    checks->addWidget(radio);
    checks->addWidget(new QRadioButton(u"Other"_s));
    column->addLayout(checks);
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setValue(48);
    column->addWidget(slider);
    auto *progress = new QProgressBar;
    progress->setTextVisible(false);
    progress->setValue(40);
    column->addWidget(progress);
    auto *combo = new QComboBox;
    combo->addItems({u"Layer range"_s, u"Map range"_s});
    column->addWidget(combo);
    auto *list = new QListWidget;
    for (int i = 0; i < 12; ++i)
        list->addItem(u"Item %1"_s.arg(i));
    list->setCurrentRow(1);
    list->setFixedHeight(100);
    column->addWidget(list);
    sheet->resize(320, 430);
    return sheet;
}

std::unique_ptr<QWidget> menu()
{
    auto menu = std::make_unique<QMenu>();
    menu->addAction(themedIcon(u"undo"), u"&Undo kernel_size 3 → 5\tCtrl+Z"_s);
    menu->addAction(u"Redo\tCtrl+Shift+Z"_s)->setEnabled(false);
    menu->addSeparator();
    QAction *panels = menu->addAction(u"Side panels\tF9"_s);
    panels->setCheckable(true);
    panels->setChecked(true);
    menu->addMenu(u"Theme"_s);
    menu->setActiveAction(menu->actions().first());
    return menu;
}

QImage picture(int seed)
{
    QImage image(54, 36, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(40 * seed % 256, (x * 5 + seed * 30) % 256, y * 7 % 256));
    }
    return image;
}

LayerCard card(const QString &title, const QString &name, const QString &shape,
               const QString &params, const QString &time, int seed)
{
    LayerCard card;
    card.title = title;
    card.name = name;
    card.shape = shape;
    card.params = params;
    card.time = time;
    card.thumbnail = picture(seed);
    return card;
}

std::vector<LayerCard> cards(bool faulty)
{
    std::vector<LayerCard> list{
        card(u"chelsea.png"_s, u"input, 0 to 1"_s, u"300×451×3"_s, {}, {}, 1),
        card(u"Conv2D"_s, u"conv2d"_s, u"300×451×16"_s, u"1\u2009216"_s, u"1.5 ms"_s, 2),
        card(u"MaxPooling2D"_s, u"max_pooling2d"_s, u"150×225×16"_s, {}, u"0.3 ms"_s, 3),
        card(u"SeparableConv2D"_s, u"separable_conv2d"_s, u"150×225×24"_s, u"552"_s, u"0.6 ms"_s,
             4),
        card(u"Conv2DTranspose"_s, u"conv2d_transpose"_s, u"150×226×8"_s, u"4\u2009104"_s,
             u"0.9 ms"_s, 5)};
    list[0].isInput = true;
    list[2].isBypassed = true;
    if (faulty) {
        list[3].state = CardState::Illegal;
        list[3].shape = u"13 rows needed, 9 given"_s;
        list[4].state = CardState::Waiting;
        list[4].shape = u"waits for conv2d_2"_s;
        for (int row : {3, 4})
            list[std::size_t(row)].params = list[std::size_t(row)].time = QString();
    }
    return list;
}

std::unique_ptr<QWidget> stack()
{
    auto panel = std::make_unique<StackPanel>();
    panel->setCards(cards(false));
    panel->select(0);
    panel->setTotals(4, u"12\u2009816 parameters"_s, 0);
    panel->resize(263, 560);
    return panel;
}

std::unique_ptr<QWidget> faultyStack()
{
    auto panel = std::make_unique<StackPanel>();
    panel->setCards(cards(true));
    panel->select(2);
    panel->setTotals(4, u"12\u2009816 parameters"_s, 1);
    panel->resize(263, 560);
    return panel;
}

std::unique_ptr<QWidget> compactStack()
{
    auto panel = std::make_unique<StackPanel>();
    panel->setCompact(true);
    panel->setCards(cards(false));
    panel->select(0);
    panel->setTotals(4, u"12\u2009816"_s, 0);
    panel->resize(207, 420);
    return panel;
}

std::unique_ptr<QWidget> finder()
{
    std::vector<FinderEntry> entries;
    const auto add = [&](const QString &group, const QString &icon, const QString &title,
                         const QString &line, const QString &note, bool quiet) {
        FinderEntry entry;
        entry.group = group;
        entry.icon = icon;
        entry.title = title;
        entry.subtitle = line;
        entry.note = note;
        entry.isQuiet = quiet;
        entries.push_back(entry);
    };
    add(u"Up-sample"_s, u"layer_upsample"_s, u"UpSampling2D"_s,
        u"repeats or blends rows and columns"_s, u"300 × 450 × 24"_s, false);
    add(u"Up-sample"_s, u"layer_upsample"_s, u"UpSampling1D"_s,
        u"takes sequences; the input here is a picture"_s, u"rank 4, needs 3"_s, true);
    add(u"Transposed"_s, u"layer_transpose"_s, u"Conv2DTranspose"_s,
        u"learned up-sampling, strides 2"_s, u"300 × 450 × 8"_s, false);
    add(u"Pad"_s, u"layer_pad"_s, u"ZeroPadding2D"_s, u"adds rows and columns of zeros"_s,
        u"152 × 227 × 24"_s, false);
    return std::make_unique<FinderPopup>(std::move(entries), u"Find a layer"_s,
                                         u"after separable_conv2d"_s, u"insert"_s, nullptr);
}

} // namespace

void TstGallery::initTestCase()
{
    m_look = std::make_unique<WindowLook>();
    m_folder = qEnvironmentVariable("CONVSCOPE_GALLERY", m_temporary.path());
    QVERIFY(QDir().mkpath(m_folder));
}

void TstGallery::draws_data()
{
    QTest::addColumn<Maker>("make");
    QTest::addRow("inspector") << Maker(inspector);
    QTest::addRow("faulty_inspector") << Maker(faultyInspector);
    QTest::addRow("volume_inspector") << Maker(volumeInspector);
    QTest::addRow("every_kind") << Maker(everyKind);
    QTest::addRow("statistics") << Maker(statistics);
    QTest::addRow("controls") << Maker(controls);
    QTest::addRow("menu") << Maker(menu);
    QTest::addRow("stack") << Maker(stack);
    QTest::addRow("faulty_stack") << Maker(faultyStack);
    QTest::addRow("compact_stack") << Maker(compactStack);
    QTest::addRow("finder") << Maker(finder);
}

void TstGallery::draws()
{
    QFETCH(Maker, make);
    QList<QImage> themes;
    for (const bool dark : {false, true}) {
        m_look->theme().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const std::unique_ptr<QWidget> widget = make();
        if (auto *popup = qobject_cast<QMenu *>(widget.get()))
            popup->popup({0, 0});
        else
            widget->show();
        QVERIFY(QTest::qWaitForWindowExposed(widget.get()));
        // Layouts settle in rounds: notes ask for height once they know their width.
        for (int round = 0; round < 4; ++round)
            QCoreApplication::processEvents();
        const QImage image = widget->grab().toImage();
        QCOMPARE(image.size(), widget->size() * widget->devicePixelRatio());
        QVERIFY(image.save(u"%1/%2_%3_%4x.png"_s.arg(
            m_folder, QString::fromLatin1(QTest::currentDataTag()), dark ? u"dark"_s : u"light"_s,
            QString::number(widget->devicePixelRatioF()))));
        themes << image;
    }
    // A widget that keeps colours from another theme would leave them at its foot.
    for (const bool dark : {false, true}) {
        const Tokens &t = dark ? darkTokens() : lightTokens();
        const QImage &image = themes[dark ? 1 : 0];
        int count = 0;
        for (int x = 0; x < image.width(); x += 4) {
            const QColor pixel = image.pixelColor(x, image.height() - 4);
            count += pixel == t.window || pixel == t.surface ? 1 : 0;
        }
        QVERIFY2(count > image.width() / 16, qPrintable(QString::number(count)));
    }
    m_look->theme().setMode(Theme::Mode::Light);
}

QTEST_MAIN(TstGallery)
#include "tst_gallery.moc"
