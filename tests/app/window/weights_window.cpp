// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "weights_window.h"

#include "layers/registry.h"

#include <QTest>

#include <cmath>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

void WeightsWindow::open()
{
    m_window = std::make_unique<MainWindow>(&m_look->theme(), false);
    m_window->results()->setLimits(RunLimits::none());
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openFirstLook();
    m_window->centre()->setCurrent(page());
    QVERIFY(settle());
    m_window->selection()->selectLayer(0);
    QVERIFY(settle());
}

bool WeightsWindow::settle()
{
    return QTest::qWaitFor([this] { return m_window->isSettled(); }, 60000);
}

float WeightsWindow::stored(int layer, std::size_t weight, const WeightPlace &place) const
{
    const Layer &of = document()->model().layer(layer);
    const auto &spec = document()->shapes().layers[std::size_t(layer)].weights[weight];
    return of.storedWeights()[weight].data()[WeightLayout(spec, of.type().group).offset(place)];
}

void WeightsWindow::click(SheetCell cell)
{
    QTest::mouseClick(views().cells->viewport(), Qt::LeftButton, {},
                      views().cells->cellRect(cell).center());
}

void WeightsWindow::showOnly(const std::string &className, const Extents &input,
                             const std::vector<std::pair<std::string, Value>> &arguments)
{
    const LayerType *type = findLayerType(className);
    QVERIFY(type != nullptr);
    Layer layer(*type, "only");
    for (const auto &[name, value] : arguments) {
        auto changed = layer.with(name, value);
        QVERIFY2(changed.has_value(), changed ? "" : changed.error().message.c_str());
        layer = std::move(*changed);
    }
    std::vector<float> values;
    for (std::int64_t i = 0; i < *elementCount(input); ++i)
        values.push_back(static_cast<float>(std::sin(double(i))));
    auto read = std::make_shared<Input>();
    read->tensor = Tensor::of(input, values);
    read->title = verbatim("values");
    DocumentState state;
    state.model.layers.push_back(std::make_shared<const Layer>(layer));
    state.input = read;
    document()->reset(state, {});
    m_window->selection()->selectLayer(0);
    QVERIFY(settle());
}

} // namespace convscope
