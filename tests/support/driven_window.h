// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "params/inspector.h"
#include "params/param_form.h"
#include "params/param_row.h"
#include "stack/finder_popup.h"
#include "support/window_look.h"
#include "window/frame/main_window.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

namespace convscope {

/// The window on the screen with the first stack, as nearly every test of it begins.
class DrivenWindow
{
public:
    explicit DrivenWindow(WindowLook &look) : window(&look.theme(), false)
    {
        window.results()->setLimits(RunLimits::none());
        window.resize(1440, 900);
        window.show();
        QApplication::setActiveWindow(&window);
        window.openFirstLook();
        settle();
    }

    /// False: something did not come to rest.
    bool settle()
    {
        return QTest::qWaitFor([this] { return window.isSettled(); }, 60000);
    }
    [[nodiscard]] ModelDocument *document() { return window.document(); }
    [[nodiscard]] const Layer &layer(int index) { return document()->model().layer(index); }
    bool set(int index, const char *argument, const Value &value)
    {
        return document()->setArgument(index, argument, value, false);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &window, key, modifiers);
    }
    /// The first field of an argument of the selected layer.
    template <class Field>
    [[nodiscard]] Field *field(const QString &argument)
    {
        return window.inspector()->form()->row(argument)->findChild<Field *>();
    }
    /// The pop-up list that is open; null without one.
    [[nodiscard]] FinderPopup *popup()
    {
        for (FinderPopup *popup : window.findChildren<FinderPopup *>())
            if (popup->isVisible())
                return popup;
        return nullptr;
    }
    /// What it has selected; empty: nothing.
    [[nodiscard]] QString preselected()
    {
        return popup()->findChild<QListView *>()->currentIndex().data().toString();
    }
    void query(const QString &text)
    {
        auto *search = popup()->findChild<QLineEdit *>();
        search->clear();
        QTest::keyClicks(search, text);
    }
    void pressInPopup(Qt::Key key) { QTest::keyClick(popup()->findChild<QLineEdit *>(), key); }
    /// The rows of the list, headings included.
    [[nodiscard]] QStringList rows()
    {
        const QAbstractItemModel *model = popup()->findChild<QListView *>()->model();
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, 0).data(Qt::DisplayRole).toString();
        return texts;
    }

    MainWindow window;
};

} // namespace convscope
