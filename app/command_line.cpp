// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "command_line.h"

#include "command.h"
#include "error_report.h"
#include "interrupt.h"
#include "output_files.h"

#include <tbb/global_control.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <string_view>

namespace convscope {

namespace {

constexpr const char *kDescription =
    "ConvScope, a microscope for convolution layers.\n"
    "Without a subcommand it opens the window, with the model and/or the input given.";

constexpr const char *kExamples =
    "Examples:\n"
    "  convscope                                  the window with the bundled stack and photo\n"
    "  convscope model.json photo.png             the window with these\n"
    "  convscope summary model.json --input-shape 4,600,600,3 --set conv2d.strides=2\n"
    "  convscope run model.json --input photo.png --maps maps\n"
    "  convscope layers Conv2DTranspose\n"
    "Exit codes: 0 done, 1 the model, input or a test is wrong, 2 wrong usage or unreadable file,\n"
    "130 interrupted.";

/// Options of every subcommand.
struct SharedOptions
{
    bool json = false;
    std::optional<int> threads;
};

void declareShared(CLI::App &options, SharedOptions &shared)
{
    options.add_flag("--json", shared.json, "Write exactly one JSON document to stdout");
    options.add_option("--threads", shared.threads, "Number of threads; all cores where left out")
        ->type_name("N")
        ->check(CLI::Range(1, 4096));
}

Error usageError(const std::string &message)
{
    const bool isSentence = !message.empty() && message.back() == '.';
    return {"usage", {}, {}, {}, message + (isSentence ? "" : ".") + " See convscope --help."};
}

bool asksForJson(int argc, char **argv)
{
    return std::any_of(argv, argv + argc,
                       [](const char *word) { return std::string_view(word) == "--json"; });
}

int runCommand(Command &command, const SharedOptions &shared, int &argc, char **argv)
{
    OutputFiles outputs;
    const Interrupt interrupt(outputs);
    std::optional<tbb::global_control> threads;
    if (shared.threads)
        threads.emplace(tbb::global_control::max_allowed_parallelism,
                        static_cast<std::size_t>(*shared.threads));
    CommandContext context{shared.json, interrupt.token(), outputs, argc, argv};
    Result<int> status = 1;
    try {
        status = command.run(context);
    } catch (const std::bad_alloc &) {
        status = fail("memory", {}, {}, "There is not enough memory for this.");
    }
    return status ? *status : reportError(status.error(), shared.json);
}

} // namespace

void writeJson(const nlohmann::ordered_json &document)
{
    using nlohmann::ordered_json;
    std::puts(document.dump(2, ' ', false, ordered_json::error_handler_t::replace).c_str());
    std::fflush(stdout);
}

int runCommandLine(int &argc, char **argv, WindowRequest &window)
{
    CLI::App app(kDescription, "convscope");
    app.footer(kExamples);
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.set_version_flag("--version", std::string("convscope ") + CONVSCOPE_VERSION);
    app.require_subcommand(0, 1);
    app.option_defaults()->always_capture_default(false);
    app.add_option("FILE", window.files, "A model and/or an input for the window");

    SharedOptions shared;
    const auto list = commands();
    std::vector<std::pair<CLI::App *, Command *>> declared;
    for (const auto &command : list) {
        CLI::App *options = app.add_subcommand(command->name(), command->description());
        options->footer("");
        command->declare(*options);
        declareShared(*options, shared);
        declared.emplace_back(options, command.get());
    }

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &helpOrVersion) {
        return app.exit(helpOrVersion);
    } catch (const CLI::ParseError &error) {
        return reportError(usageError(error.what()), asksForJson(argc, argv));
    }
    for (const auto &[options, command] : declared) {
        if (options->parsed())
            return runCommand(*command, shared, argc, argv);
    }
    return -1;
}

} // namespace convscope
