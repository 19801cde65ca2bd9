// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jobs/background_jobs.h"

#include <QObject>

namespace convscope {

class EmptyPage;

/// What the empty page offers: sample pictures, which are decoded off the GUI thread, and bundled
/// stacks.
class Invitation : public QObject
{
    Q_OBJECT

public:
    /// `page` owns this object.
    explicit Invitation(EmptyPage *page);

Q_SIGNALS:
    void openRequested(const QString &path);
    /// A bundled stack by its file name.
    void stackRequested(const QString &fileName);

private:
    void offerSamples();
    void offerStacks();

    EmptyPage *m_page;
    BackgroundJobs m_photos;
};

} // namespace convscope
