// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/model_document.h"
#include "evaluation/layer_pictures.h"
#include "jobs/background_jobs.h"

#include <QObject>
#include <QSize>

#include <map>

namespace convscope {

/// Pictures of what a model reads at its inputs but the first, which has a result like a layer's.
/// They are drawn off the window's thread.
class FurtherInputs : public QObject
{
    Q_OBJECT

public:
    /// `document` must outlive this object.
    explicit FurtherInputs(const ModelDocument *document, QObject *parent = nullptr);

    void setStyle(QSize box, bool isDark);
    /// Null: not drawn yet, or there is nothing to read.
    [[nodiscard]] LayerPicture at(int input) const;

Q_SIGNALS:
    void changed();

private:
    void follow();

    struct Shown
    {
        Fingerprint of;
        LayerPicture picture;
    };

    const ModelDocument *m_document;
    QSize m_box;
    bool m_isDark = false;
    std::map<int, Shown> m_shown;
    BackgroundJobs m_drawing;
};

} // namespace convscope
