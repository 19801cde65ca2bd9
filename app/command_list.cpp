// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
// The one list of subcommands: include its header and add a line.
#include "bench_command.h"
#include "command.h"
#include "convert_command.h"
#include "explain_command.h"
#include "layers_command.h"
#include "picture_command.h"
#include "run_command.h"
#include "summary_command.h"
#include "sweep_command.h"
#include "test_command.h"

namespace convscope {

std::vector<std::unique_ptr<Command>> commands()
{
    std::vector<std::unique_ptr<Command>> list;
    list.push_back(std::make_unique<SummaryCommand>());
    list.push_back(std::make_unique<RunCommand>());
    list.push_back(std::make_unique<ExplainCommand>());
    list.push_back(std::make_unique<LayersCommand>());
    list.push_back(std::make_unique<TestCommand>());
    list.push_back(std::make_unique<SweepCommand>());
    list.push_back(std::make_unique<PictureCommand>());
    list.push_back(std::make_unique<ConvertCommand>());
    list.push_back(std::make_unique<BenchCommand>());
    return list;
}

} // namespace convscope
