// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"
#include "input_arguments.h"

#include <string>

namespace convscope {

/// `convscope picture PAGE [MODEL] -o OUT`: the real window painted into a file, without a display.
class PictureCommand : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "picture"; }
    [[nodiscard]] std::string description() const override
    {
        return "Paint the window, or a part of it, into a file";
    }
    void declare(CLI::App &options) override;
    [[nodiscard]] Result<int> run(CommandContext &context) override;

private:
    std::string m_page;
    std::string m_model;
    std::string m_output;
    InputArguments m_input;
    std::string m_layer;
    std::string m_cell;
    std::string m_size = "1440x900";
    double m_scale = 1.0;
    std::string m_theme = "light";
    std::string m_language = "en";
    std::string m_part;
    std::vector<std::string> m_cases;
    std::string m_view;
    int m_tour = 0;
};

} // namespace convscope
