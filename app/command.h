// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "json_output.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace convscope {

class OutputFiles;

/// What every subcommand is given when it runs.
struct CommandContext
{
    /// Stdout is to be exactly one JSON document: write it with writeJson and nothing else.
    bool json = false;
    /// Requested by Ctrl-C; return what the stopped work returned (rule "cancelled").
    std::stop_token stop;
    /// Every file a command writes goes through here, so that an interrupted one leaves no part
    /// behind.
    OutputFiles &outputs;
    /// Arguments of the program, for a QApplication: argc and argv as main received them.
    int &argc;
    char **argv;
};

/// A subcommand of convscope. One file per command; command_list.cpp names them all.
class Command
{
public:
    Command() = default;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;
    virtual ~Command() = default;

    /// The word on the command line, e.g. "summary".
    [[nodiscard]] virtual std::string name() const = 0;
    /// One line for --help.
    [[nodiscard]] virtual std::string description() const = 0;
    /// Declares its options, whose values land in members. --json and --threads are there already.
    virtual void declare(CLI::App &options) = 0;
    /// Does the work and returns the exit status: 0, or 1 where a test failed. An error is reported
    /// by the caller: with rule "usage" or "file" it exits with 2, "cancelled" with 130, else
    /// with 1.
    [[nodiscard]] virtual Result<int> run(CommandContext &context) = 0;
};

/// Every subcommand, in the order of --help.
[[nodiscard]] std::vector<std::unique_ptr<Command>> commands();

/// Runs it; what it throws becomes an error, "memory" or "internal".
[[nodiscard]] Result<int> runCaught(Command &command, CommandContext &context);

} // namespace convscope
