// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
//
// How fast the window follows: drives the real widgets offscreen and prints times from an edit to
// painted maps beside the engine's own time, measured in the same run. See tests/bench/README.md.
#include "drag.h"
#include "edits.h"
#include "hover.h"
#include "start.h"
#include "weight_drag.h"

#include "window/frame/window_main.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <cstdio>

using namespace convscope;
using namespace Qt::Literals::StringLiterals;

namespace {

int fail(const QString &message)
{
    std::fputs((message + u'\n').toUtf8().constData(), stderr);
    return 1;
}

struct Wanted
{
    double seconds = 5;
    double editSeconds = 1;
    QString layer;
    bool edits = true;
    bool drags = true;
    bool weights = true;
    bool matrix = false;
    bool hovers = true;
};

bool measureImage(PaintWatch &application, Theme *theme, QSize size, const Wanted &wanted,
                  FigurePrinter &printer)
{
    LiveWindow live(&application, theme);
    if (!live.open(size))
        return false;
    const QString image = u"%1x%2"_s.arg(size.width()).arg(size.height());
    const Model model = live.window().document()->model();
    for (int i = 0; i < model.size(); ++i) {
        if (!wanted.layer.isEmpty() && wanted.layer.toStdString() != model.layer(i).name())
            continue;
        if (wanted.edits &&
            !measureEdits(live, i, image, size == QSize(512, 512), wanted.editSeconds, printer))
            return false;
        if (wanted.drags && !measureDrag(live, i, image, wanted.seconds, printer))
            return false;
        if (wanted.weights && !measureWeightDrag(live, i, image, wanted.seconds, printer))
            return false;
    }
    // Last: it watches what the others watch.
    for (int i = 0; wanted.hovers && i < model.size(); ++i) {
        const bool isWanted =
            wanted.layer.isEmpty() || wanted.layer.toStdString() == model.layer(i).name();
        if (isWanted && !measureHover(application, live, i, image, printer))
            return false;
    }
    if (wanted.matrix && !measureMatrixDrag(live, wanted.seconds, printer))
        return false;
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    PaintWatch application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Times from an edit to painted maps, in the real window offscreen."_s);
    parser.addHelpOption();
    const QCommandLineOption json(u"json"_s, u"One JSON object per line."_s);
    const QCommandLineOption seconds(u"seconds"_s, u"Length of each drag."_s, u"S"_s, u"5"_s);
    const QCommandLineOption editSeconds(u"edit-seconds"_s, u"Least time spent on each edit."_s,
                                         u"S"_s, u"1"_s);
    const QCommandLineOption image(u"image"_s,
                                   u"Size of the photo; without it 512x512, and the drags on "
                                   "2048x2048 too."_s,
                                   u"WxH"_s);
    const QCommandLineOption layer(u"layer"_s, u"This layer alone."_s, u"NAME"_s);
    const QCommandLineOption only(u"only"_s, u"edits, drags, weights, hovers, matrix or start."_s,
                                  u"PART"_s);
    QCommandLineOption started(u"started"_s);
    started.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({json, seconds, editSeconds, image, layer, only, started});
    parser.process(application);
    if (parser.isSet(started))
        return startOnce(application);

    Wanted wanted;
    wanted.seconds = parser.value(seconds).toDouble();
    wanted.editSeconds = parser.value(editSeconds).toDouble();
    wanted.layer = parser.value(layer);
    const QString part = parser.value(only);
    wanted.edits = part.isEmpty() || part == u"edits";
    wanted.drags = part.isEmpty() || part == u"drags";
    wanted.weights = part.isEmpty() || part == u"weights";
    wanted.hovers = part.isEmpty() || part == u"hovers";
    // 1.3 GB: asked for by name.
    wanted.matrix = part == u"matrix";
    const bool wantsStart = part.isEmpty() || part == u"start";
    if (!wanted.edits && !wanted.drags && !wanted.weights && !wanted.matrix && !wanted.hovers &&
        !wantsStart)
        return fail(
            u"--only takes edits, drags, weights, hovers, matrix or start, received %1"_s.arg(
                part));
    if (!(wanted.seconds > 0) || !(wanted.editSeconds >= 0))
        return fail(u"--seconds and --edit-seconds take positive numbers"_s);
    QSize size(512, 512);
    if (parser.isSet(image)) {
        const auto match =
            QRegularExpression(u"^(\\d{1,5})x(\\d{1,5})$"_s).match(parser.value(image));
        size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
        if (!match.hasMatch() || size.isEmpty())
            return fail(u"--image takes WxH, e.g. 512x512, received %1"_s.arg(parser.value(image)));
    }

    Theme *theme = setUpApplication(application, false);
    FigurePrinter printer(parser.isSet(json));
    const bool hasDrawn =
        wanted.edits || wanted.drags || wanted.weights || wanted.matrix || wanted.hovers;
    if (hasDrawn && !measureImage(application, theme, size, wanted, printer))
        return fail(u"the window did not come to rest"_s);
    if (wanted.drags && !parser.isSet(image)) {
        wanted.edits = wanted.weights = wanted.hovers = false;
        if (!measureImage(application, theme, {2048, 2048}, wanted, printer))
            return fail(u"the window did not come to rest"_s);
    }
    if (wantsStart && !measureStart(printer))
        return fail(u"the program did not start"_s);
    printer.printSummary();
    return 0;
}
