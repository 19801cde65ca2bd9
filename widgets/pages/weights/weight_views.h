// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

class QLabel;

namespace convscope {

class PanelMenuButton;
class PresetBar;
class QuietSpinBox;
class SegmentedTabs;
class SplitMapView;
class TokenLabel;
class WeightCells;
class WeightFacts;
class WeightOverview;
class WeightTools;

/// The parts of the Weights page, for those who fill them.
struct WeightViews
{
    // Overview.
    QWidget *overviewPanel = nullptr;
    TokenLabel *title = nullptr;
    TokenLabel *shape = nullptr;
    SegmentedTabs *weights = nullptr;
    PanelMenuButton *range = nullptr;
    WeightOverview *overview = nullptr;
    // One kernel.
    TokenLabel *kernelTitle = nullptr;
    SegmentedTabs *target = nullptr;
    QWidget *sliceRow = nullptr;
    QuietSpinBox *slice = nullptr;
    WeightCells *cells = nullptr;
    WeightTools *tools = nullptr;
    // Its map.
    TokenLabel *mapTitle = nullptr;
    TokenLabel *mapNote = nullptr;
    SegmentedTabs *mode = nullptr;
    SplitMapView *map = nullptr;
    PresetBar *presets = nullptr;
    // Beside the page.
    WeightFacts *facts = nullptr;
};

} // namespace convscope
