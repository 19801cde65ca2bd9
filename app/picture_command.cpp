// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "picture_command.h"

#include "language/language.h"
#include "language_option.h"
#include "option_checks.h"
#include "output_files.h"
#include "pages/page_list.h"
#include "thread_limits.h"
#include "window/frame/window_picture.h"

#include <QApplication>
#include <QImageWriter>
#include <QSize>
#include <QTemporaryDir>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <sstream>

namespace convscope {

namespace {

constexpr const char *kSweep = "sweep";

/// Whole numbers between separators; empty where the text is anything else.
std::vector<std::int64_t> numbers(const std::string &text, char separator)
{
    std::vector<std::int64_t> found;
    std::istringstream stream(text);
    std::string part;
    while (std::getline(stream, part, separator)) {
        if (part.empty() || part.find_first_not_of("0123456789") != std::string::npos ||
            part.size() > 9)
            return {};
        found.push_back(std::stoll(part));
    }
    return found;
}

/// "explore, weights": every page of the program.
std::string pageIds()
{
    std::string ids;
    for (const PageEntry &page : pageList())
        ids += std::string(page.id) + ", ";
    // A view that one would look for among the pages.
    return ids + kSweep;
}

/// "png, jpg, svg": what a picture can be written as.
std::string pictureEndings()
{
    std::string endings;
    for (const QByteArray &format : QImageWriter::supportedImageFormats())
        endings += format.toStdString() + ", ";
    return endings + "svg";
}

bool isPictureEnding(const std::string &path)
{
    std::string ending = std::filesystem::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".svg" ||
           (ending.size() > 1 && QImageWriter::supportedImageFormats().contains(
                                     QByteArray::fromStdString(ending.substr(1))));
}

} // namespace

void PictureCommand::declare(CLI::App &options)
{
    options.add_option("PAGE", m_page, "The page to paint: " + pageIds())->required();
    options.add_option("MODEL", m_model, "A model file; without it the bundled stack and photo");
    options.add_option("-o,--output", m_output, "The picture: .png, .jpg, … or .svg")->required();
    m_input.declare(options);
    options.add_option("--layer", m_layer, "The layer to select, by name, or input");
    options.add_option("--cell", m_cell, "The cell to pin: row,column,channel");
    options.add_option("--size", m_size, "Size of the window")->capture_default_str();
    options.add_option("--scale", m_scale, "Device pixels per pixel")
        ->check(numberThat([](double s) { return s >= 0.5 && s <= 4; }, "from 0.5 to 4"))
        ->capture_default_str();
    options.add_option("--theme", m_theme, "light or dark")
        ->check(CLI::IsMember({"light", "dark"}))
        ->capture_default_str();
    addLanguageOption(options, m_language);
    options.add_option("--tour", m_tour, "Callout of the tour to show, 1 to 5")
        ->check(CLI::Range(1, 5));
    options.add_option("--cases", m_cases, "Test cases that the page test opens: files, folders")
        ->type_name("PATH");
    options.add_option("--view", m_view, "A view of the page's own (test: cases, sweep)");
    options.add_option("--part", m_part,
                       "One part: ribbon, stack, inspector or one of the page (explore: grid, "
                       "map, contrast, formula, input; arithmetic: arithmetic, products, channels, "
                       "sum; weights: overview, kernel, map, presets)");
}

Result<int> PictureCommand::run(CommandContext &context)
{
    if (m_page == kSweep) {
        m_page = "test";
        m_view = kSweep;
    }
    if (!isPictureEnding(m_output))
        return fail("usage", "output", '"' + m_output + '"',
                    words("--output must end in one of {endings}. Received {received}",
                          pictureEndings(), m_output));
    const auto pages = pageList();
    if (std::none_of(pages.begin(), pages.end(),
                     [&](const PageEntry &page) { return m_page == page.id; }))
        return fail("usage", "PAGE", '"' + m_page + '"',
                    words("Unknown page {page}. Known are: {known}", m_page, pageIds()));
    if (const auto enough = threadsForWindow(); !enough)
        return fail(enough.error());
    WindowPicture picture;
    picture.page = QString::fromStdString(m_page);
    const std::vector<std::int64_t> size = numbers(m_size, 'x');
    if (size.size() != 2 || size[0] < 400 || size[1] < 300 || size[0] > 8000 || size[1] > 8000)
        return fail("usage", "size", '"' + m_size + '"',
                    words("--size must be WIDTHxHEIGHT, from 400x300 to 8000x8000, e.g. 1440x900"));
    picture.size = QSize(static_cast<int>(size[0]), static_cast<int>(size[1]));
    picture.cell = numbers(m_cell, ',');
    if (!m_cell.empty() && picture.cell.empty())
        return fail("usage", "cell", '"' + m_cell + '"',
                    words("--cell must be whole numbers, e.g. 86,146,8"));
    if (!m_model.empty())
        picture.files.push_back(m_model);
    if (m_input.files().size() > 1)
        return fail("usage", "input", std::to_string(m_input.files().size()),
                    words("The window shows one --input."));
    picture.files.insert(picture.files.end(), m_input.files().begin(), m_input.files().end());
    picture.preparation = m_input.preparation();
    // As on every command line, nothing is cropped unasked.
    picture.preparation.fit = picture.preparation.fit.value_or(Fit::Refuse);
    picture.layer = QString::fromStdString(m_layer);
    picture.view = QString::fromStdString(m_view);
    picture.cases = m_cases;
    picture.isDark = m_theme == "dark";
    picture.part = QString::fromStdString(m_part);
    picture.tourStep = m_tour;
    context.outputs.keep(picture.files);
    auto written = context.outputs.add("--output", m_output);
    if (!written)
        return fail(written.error());
    picture.output = QString::fromStdString(*written);

    // Set before the application starts: no display is needed, and the scale holds for every
    // widget.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_SCALE_FACTOR", QByteArray::number(m_scale));
    // Qt wants a directory that a login makes, and complains where there was none.
    std::optional<QTemporaryDir> runtimeDirectory;
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR")) {
        runtimeDirectory.emplace();
        qputenv("XDG_RUNTIME_DIR", runtimeDirectory->path().toLocal8Bit());
    }
    QApplication application(context.argc, context.argv);
    useLanguage(application, QString::fromStdString(m_language));
    const auto painted = paintWindow(picture, context.stop);
    if (!painted)
        return fail(painted.error());
    if (auto placed = context.outputs.commit(); !placed)
        return fail(placed.error());
    if (context.json) {
        nlohmann::ordered_json cell = nullptr;
        if (!painted->cell.empty())
            cell = painted->cell;
        writeJson({{"output", m_output},
                   {"width", painted->width},
                   {"height", painted->height},
                   {"layer", painted->layer.toStdString()},
                   {"cell", cell}});
    } else {
        std::printf("%s: %d × %d\n", m_output.c_str(), painted->width, painted->height);
    }
    return 0;
}

} // namespace convscope
