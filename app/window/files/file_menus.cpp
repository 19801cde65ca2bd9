// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "window/files/file_menus.h"

#include "data_folder.h"
#include "window/actions/actions.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <array>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostRecent = 10;

struct BundledStack
{
    const char *fileName;
    const char *title;
    /// Empty: the stack brings its own input.
    const char *sample;
};

constexpr std::array<BundledStack, 7> kStacks{
    {{"first_look.npz",
      QT_TRANSLATE_NOOP("convscope::FileMenus", "First look: edges, pooling, up again"),
      "chelsea.png"},
     {"edges.npz", QT_TRANSLATE_NOOP("convscope::FileMenus", "Edge filters"), "camera.png"},
     {"down_up.npz", QT_TRANSLATE_NOOP("convscope::FileMenus", "Down and up"), "astronaut.png"},
     {"unet.npz", QT_TRANSLATE_NOOP("convscope::FileMenus", "Small U-Net"), "astronaut.png"},
     {"two_inputs.npz", QT_TRANSLATE_NOOP("convscope::FileMenus", "Two inputs, what differs"), ""},
     {"sequence.npz", QT_TRANSLATE_NOOP("convscope::FileMenus", "Sequence (1-D)"), ""},
     {"volume.npz", QT_TRANSLATE_NOOP("convscope::FileMenus", "Volume (3-D)"), ""}}};

constexpr std::array<const char *, 11> kSamples{
    "astronaut.png",         "brick.png", "camera.png", "cell.png",   "chelsea.png", "coffee.png",
    "hubble_deep_field.jpg", "moon.png",  "retina.jpg", "rocket.jpg", "text.png"};

struct Pattern
{
    const char *text;
    const char *title;
};

constexpr std::array<Pattern, 5> kPatterns{
    {{"pattern:impulse?size=64x64", QT_TRANSLATE_NOOP("convscope::FileMenus", "Impulse")},
     {"pattern:checkerboard?size=128x128",
      QT_TRANSLATE_NOOP("convscope::FileMenus", "Checkerboard")},
     {"pattern:ramp?size=128x128", QT_TRANSLATE_NOOP("convscope::FileMenus", "Ramp")},
     {"pattern:zone_plate?size=256x256", QT_TRANSLATE_NOOP("convscope::FileMenus", "Zone plate")},
     {"pattern:noise?size=128x128&channels=3&seed=7",
      QT_TRANSLATE_NOOP("convscope::FileMenus", "Noise, seed 7")}}};

QString bundled(const char *folder, const QString &fileName)
{
    const std::filesystem::path data = dataFolder();
    if (data.empty())
        return {};
    return QDir(QString::fromStdString((data / folder).string())).filePath(fileName);
}

} // namespace

FileMenus::FileMenus(Actions *actions, QObject *parent) : QObject(parent), m_actions(actions)
{
    fillSamples();
    fillRecent();
}

bool FileMenus::hasSamples()
{
    return !dataFolder().empty();
}

QString FileMenus::samplePath(const QString &fileName)
{
    return bundled("samples", fileName);
}

QString FileMenus::stackPath(const QString &fileName)
{
    return bundled("stacks", fileName);
}

QString FileMenus::sampleForStack(const QString &fileName)
{
    for (const BundledStack &stack : kStacks) {
        if (fileName == QLatin1String(stack.fileName))
            return QString::fromLatin1(stack.sample);
    }
    return {};
}

void FileMenus::setRecent(const QStringList &paths)
{
    m_recent = paths.mid(0, kMostRecent);
    fillRecent();
}

void FileMenus::remember(const QString &path)
{
    const QString folder = QFileInfo(samplePath(u"x"_s)).path();
    const QString stacks = QFileInfo(stackPath(u"x"_s)).path();
    const QString own = QFileInfo(path).path();
    if (path.isEmpty() || path.startsWith(u"pattern:") ||
        (hasSamples() && (own == folder || own == stacks)))
        return;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_recent.removeAll(absolute);
    m_recent.prepend(absolute);
    m_recent = m_recent.mid(0, kMostRecent);
    fillRecent();
}

void FileMenus::fillRecent()
{
    QMenu *menu = m_actions->recentMenu;
    menu->clear();
    for (const QString &path : m_recent) {
        QAction *action = menu->addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT openRequested(path); });
    }
    menu->setEnabled(!m_recent.isEmpty());
}

void FileMenus::fillSamples()
{
    m_actions->samplesMenu->setEnabled(hasSamples());
    m_actions->stacksMenu->setEnabled(hasSamples());
    for (const char *sample : kSamples) {
        const QString name = QString::fromLatin1(sample);
        connect(m_actions->samplesMenu->addAction(name), &QAction::triggered, this,
                [this, name] { Q_EMIT openRequested(samplePath(name)); });
    }
    for (const BundledStack &stack : kStacks) {
        const QString name = QString::fromLatin1(stack.fileName);
        connect(m_actions->stacksMenu->addAction(tr(stack.title)), &QAction::triggered, this,
                [this, name] { Q_EMIT stackRequested(name); });
    }
    for (const Pattern &pattern : kPatterns) {
        const QString text = QString::fromLatin1(pattern.text);
        connect(m_actions->patternsMenu->addAction(tr(pattern.title)), &QAction::triggered, this,
                [this, text] { Q_EMIT openRequested(text); });
    }
}

} // namespace convscope
