// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

class QMainWindow;

namespace convscope {

class Actions;
class FileMenus;
class LayerResults;
class PageHost;
class Proportions;
class Theme;
class Tour;
class WindowCommands;

/// Those who keep something from one start to the next.
struct SessionParts
{
    QMainWindow *window;
    Theme *theme;
    LayerResults *results;
    PageHost *pages;
    Actions *actions;
    FileMenus *menus;
    Proportions *proportions;
    WindowCommands *commands;
    Tour *tour;
};

/// Takes over what the session before has left in the user's settings, see Session. True: the
/// window has its size from there.
bool restoreSession(const SessionParts &parts);
/// Leaves it for the next.
void saveSession(const SessionParts &parts);

} // namespace convscope
