// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/invitation.h"

#include "views/empty_page.h"
#include "window/files/file_menus.h"

#include <QUrl>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

Invitation::Invitation(EmptyPage *page) : QObject(page), m_page(page)
{
    connect(page, &EmptyPage::sampleChosen, this,
            [this](const QString &name) { Q_EMIT openRequested(FileMenus::samplePath(name)); });
    connect(page, &EmptyPage::starterChosen, this, &Invitation::stackRequested);
    connect(page, &EmptyPage::filesDropped, this, [this](const QList<QUrl> &files) {
        for (const QUrl &file : files)
            Q_EMIT openRequested(file.toLocalFile());
    });
    offerSamples();
    offerStacks();
}

void Invitation::offerSamples()
{
    if (!FileMenus::hasSamples())
        return;
    std::vector<EmptyPage::Sample> samples;
    for (const QString &name : {u"chelsea.png"_s, u"astronaut.png"_s, u"coffee.png"_s,
                                u"camera.png"_s, u"rocket.jpg"_s, u"brick.png"_s}) {
        EmptyPage::Sample sample;
        sample.id = name;
        sample.name = name.section(u'.', 0, 0);
        samples.push_back(std::move(sample));
    }
    m_page->setSamples(samples);
    // Decoding six photos takes a while: they come when they are ready.
    m_photos.start(
        [samples](const BackgroundJobs::Job &) mutable {
            for (EmptyPage::Sample &sample : samples) {
                QImage photo(FileMenus::samplePath(sample.id));
                if (!photo.isNull())
                    sample.picture = photo.scaled(192, 144, Qt::KeepAspectRatioByExpanding,
                                                  Qt::SmoothTransformation);
            }
            return samples;
        },
        [this](const Result<std::vector<EmptyPage::Sample>> &ready) {
            if (ready)
                m_page->setSamples(*ready);
        });
}

void Invitation::offerStacks()
{
    if (!FileMenus::hasSamples())
        return;
    m_page->setStarters(
        {{u"first_look.npz"_s, tr("First look"), tr("Conv2D, pooling, up again")},
         {u"edges.npz"_s, tr("Edges"), tr("One Conv2D with known kernels")},
         {u"sequence.npz"_s, tr("Sequence"), tr("Conv1D, Cropping1D, UpSampling1D")}});
}

} // namespace convscope
