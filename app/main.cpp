// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "command_line.h"
#include "standard_streams.h"
#include "window/frame/window_main.h"

int main(int argc, char **argv)
{
    convscope::openStandardStreams();
    convscope::WindowRequest window;
    if (const int status = convscope::runCommandLine(argc, argv, window); status >= 0)
        return convscope::statusAfterOutput(status);
    return convscope::runWindow(argc, argv, window.files, window.language);
}
