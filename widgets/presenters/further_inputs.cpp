// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "presenters/further_inputs.h"

namespace convscope {

FurtherInputs::FurtherInputs(const ModelDocument *document, QObject *parent)
    : QObject(parent), m_document(document)
{
    connect(document, &ModelDocument::changed, this, &FurtherInputs::follow);
}

void FurtherInputs::setStyle(QSize box, bool isDark)
{
    if (box == m_box && isDark == m_isDark)
        return;
    m_box = box;
    m_isDark = isDark;
    m_shown.clear();
    follow();
}

LayerPicture FurtherInputs::at(int input) const
{
    const auto shown = m_shown.find(input);
    return shown == m_shown.end() ? LayerPicture{} : shown->second.picture;
}

void FurtherInputs::follow()
{
    const std::vector<Tensor> &inputs = m_document->inputTensors();
    const std::vector<DataFormat> &formats = m_document->stage().formats;
    std::erase_if(
        m_shown, [&](const auto &shown) { return shown.first >= static_cast<int>(inputs.size()); });
    for (std::size_t i = 1; i < inputs.size() && !m_box.isEmpty(); ++i) {
        const auto input = static_cast<int>(i);
        const auto shown = m_shown.find(input);
        if (shown != m_shown.end() && shown->second.of == inputs[i].fingerprint())
            continue;
        m_shown[input] = {inputs[i].fingerprint(), {}};
        ThumbnailStyle style;
        style.format = i < formats.size() ? formats[i] : m_document->inputFormat();
        style.box = m_box;
        style.isDark = m_isDark;
        style.isInput = true;
        m_drawing.start(
            [style, tensor = inputs[i]](const BackgroundJobs::Job &) {
                const LayerPictures::Wanted wanted{0, tensor, style};
                return LayerPictures().draw(std::span(&wanted, 1)).front();
            },
            [this, input, of = inputs[i].fingerprint()](const Result<LayerPicture> &picture) {
                const auto wanted = m_shown.find(input);
                if (!picture || wanted == m_shown.end() || !(wanted->second.of == of))
                    return;
                wanted->second.picture = *picture;
                Q_EMIT changed();
            });
    }
}

} // namespace convscope
