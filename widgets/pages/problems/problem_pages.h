// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jobs/background_jobs.h"
#include "model/repairs.h"
#include "pages/page.h"

#include <QImage>
#include <QObject>
#include <memory>
#include <vector>

class QStackedWidget;

namespace convscope {

class EmptyPage;
class ErrorPage;
class MessagePage;

/// What stands in the middle where the active page has nothing to show: the error with its
/// arithmetic and repairs, the layer it waits for, why it failed to run, or an invitation to open
/// something.
class ProblemPages : public QObject
{
    Q_OBJECT

public:
    /// The pages are added to `centre`, which owns this object.
    ProblemPages(const PageContext &context, QStackedWidget *centre);

    /// What stands in the place of `page` for a layer as it stands (−1: the input), filled;
    /// nullptr: the page itself has something to show.
    [[nodiscard]] QWidget *pageFor(int layer, const Page &page);
    /// Of the selected layer.
    [[nodiscard]] int repairCount() const { return static_cast<int>(m_repairs.size()); }
    void applyRepair(int index);
    /// Miniatures and last maps are drawn.
    [[nodiscard]] bool isSettled() const { return !m_pictures.isBusy(); }
    [[nodiscard]] ErrorPage *errorPage() const { return m_error; }
    [[nodiscard]] EmptyPage *emptyPage() const { return m_empty; }

Q_SIGNALS:
    /// An array should stand in for the output of the selected layer, which is not known here.
    void feedRequested();

private:
    void fillError(int layer);
    void showUnknown(const Layer &layer);
    void drawMiniatures(int layer);
    void drawLastMaps(int layer);

    ModelDocument *m_document;
    LayerResults *m_results;
    ErrorPage *m_error;
    MessagePage *m_message;
    EmptyPage *m_empty;
    std::vector<Repair> m_repairs;
    /// The model and layer that the error page shows.
    Model m_shown;
    int m_shownLayer = -2;
    int m_wanted = -1;
    /// What the message's button does.
    bool m_offersFeeding = false;
    /// For the present error page.
    BackgroundJobs m_pictures;
};

} // namespace convscope
