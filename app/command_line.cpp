// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "command_line.h"

#include "command.h"
#include "error_report.h"
#include "interrupt.h"
#include "keras/near_match.h"
#include "kernels/parallel.h"
#include "language_option.h"
#include "output_files.h"
#include "thread_limits.h"

#include <tbb/global_control.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string_view>

namespace convscope {

namespace {

constexpr auto kReplace = nlohmann::ordered_json::error_handler_t::replace;

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

/// What CLI11 says of the arguments.
Error usageError(const std::string &message)
{
    return {"usage",
            {},
            {},
            {},
            message.ends_with('.') ? words("{reason} See convscope --help.", message)
                                   : words("{reason}. See convscope --help.", message)};
}

bool asksForJson(int argc, char **argv)
{
    return std::any_of(argv, argv + argc,
                       [](const char *word) { return std::string_view(word) == "--json"; });
}

/// An option that is given nothing: "--output ''", or "--output=", for which the parser would take
/// the next word.
std::optional<std::string> optionWithoutValue(std::span<char *const> words)
{
    std::string_view before;
    for (const std::string_view word : words) {
        if (word == "--")
            break;
        if (word.empty() && before.starts_with('-'))
            return std::string(before);
        if (word.starts_with("--") && word.find('=') == word.size() - 1)
            return std::string(word.substr(0, word.size() - 1));
        before = word;
    }
    return std::nullopt;
}

/// What would end in an empty window or in Qt's abort: a mistyped subcommand or file, and no
/// display.
Result<void> windowPossible(const WindowRequest &window,
                            std::span<const std::unique_ptr<Command>> commands)
{
    for (const std::string &file : window.files) {
        std::error_code error;
        if (file.starts_with("pattern:") || std::filesystem::exists(file, error))
            continue;
        std::vector<std::string> names;
        for (const auto &command : commands)
            names.push_back(command->name());
        return fail("file", "FILE", nlohmann::ordered_json(file).dump(-1, ' ', false, kReplace),
                    nearMatches(file, names).empty()
                        ? words("There is no file {file}.", file)
                        : didYouMean(words("There is no file {file}", file), file, names));
    }
    const auto isSet = [](const char *name) {
        const char *value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM"))
        return fail(
            "usage", {}, {},
            words("There is no display for the window; the subcommands work without one. See "
                  "convscope --help."));
    return threadsForWindow();
}

int runCommand(Command &command, const SharedOptions &shared, int &argc, char **argv)
{
    OutputFiles outputs;
    const Interrupt interrupt(outputs, shared.json);
    const int wanted = shared.threads.value_or(threadCount());
    const int threads = threadsAllowed(wanted);
    std::optional<tbb::global_control> limit;
    if (shared.threads || threads < wanted)
        limit.emplace(tbb::global_control::max_allowed_parallelism,
                      static_cast<std::size_t>(threads));
    CommandContext context{shared.json, interrupt.token(), outputs, argc, argv};
    const Result<int> status = runCaught(command, context);
    return status ? *status : reportError(outputs.asGiven(status.error()), shared.json);
}

} // namespace

Result<int> runCaught(Command &command, CommandContext &context)
{
    try {
        return command.run(context);
    } catch (const std::bad_alloc &) {
        return fail("memory", {}, {}, words("There is not enough memory for this."));
    } catch (const std::exception &exception) {
        return fail(
            "internal", {}, {},
            words("This should not have happened, please report it: {problem}.", exception.what()));
    }
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
    addLanguageOption(app, window.language);

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

    if (const auto option = optionWithoutValue({argv, static_cast<std::size_t>(argc)}))
        return reportError(usageError(*option + " needs a value"), asksForJson(argc, argv));
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
    if (const auto possible = windowPossible(window, list); !possible)
        return reportError(possible.error(), false);
    return -1;
}

} // namespace convscope
