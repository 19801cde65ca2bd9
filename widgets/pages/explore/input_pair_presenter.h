// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "document/page_context.h"
#include "jobs/background_jobs.h"
#include "pages/explore/input_pair_pictures.h"
#include "pictures/map_viewport.h"

#include <QObject>

#include <optional>

namespace convscope {

class InputPairView;

/// Keeps the two pictures of the chosen input, and what is said of its cells, up to date while the
/// input is selected.
class InputPairPresenter : public QObject
{
    Q_OBJECT

public:
    struct Views
    {
        InputPairView *pair = nullptr;
        InputValuesView *values = nullptr;
    };

    InputPairPresenter(const PageContext &context, const Views &views, QObject *parent);

    void setActive(bool active);
    /// The input is selected, and there are two pictures of it.
    [[nodiscard]] bool isPossible() const;
    [[nodiscard]] bool isSettled() const { return !m_jobs.isBusy(); }

Q_SIGNALS:
    void possibleChanged();
    /// "input [64, 50] = 0.587 −0.080 −0.680 ← row 85.88, column 142.13 of the photo"; empty: none.
    void cellDescribed(const QString &text);

private:
    void refresh();
    void showPictures();
    void showPinned();
    void describe(std::optional<MapCell> cell);
    void keep(std::int64_t row, std::int64_t column, int gesture);
    /// What was chosen for the input that is looked at; null: nothing.
    [[nodiscard]] const ChosenInput *chosen() const;
    [[nodiscard]] QString inputName() const;
    [[nodiscard]] QStringList channelNames() const;

    PageContext m_context;
    Views m_views;
    bool m_isActive = false;
    bool m_wasPossible = false;
    /// What the pictures were drawn from.
    std::shared_ptr<const Input> m_read;
    std::shared_ptr<const Input> m_ready;
    InputPreparation m_preparation;
    InputPairPictures m_pictures;
    BackgroundJobs m_jobs;
};

} // namespace convscope
