// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "figures.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

void put(const QString &line)
{
    std::puts(line.toUtf8().constData());
    std::fflush(stdout);
}

} // namespace

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void FigurePrinter::print(const Figure &figure)
{
    if (figure.limit) {
        ++m_limited;
        m_held += figure.holds() ? 1 : 0;
    }
    const double engine = figure.engineMilliseconds.value_or(0);
    if (m_asJson) {
        QJsonObject object{{u"what"_s, figure.what},         {u"image"_s, figure.image},
                           {u"layer"_s, figure.layer},       {u"kind"_s, figure.kind},
                           {u"argument"_s, figure.argument}, {u"ms"_s, figure.milliseconds},
                           {u"note"_s, figure.note}};
        if (figure.engineMilliseconds) {
            object.insert(u"engine_ms"_s, engine);
            object.insert(u"ratio"_s, engine > 0 ? figure.milliseconds / engine : 0);
        }
        if (figure.limit) {
            object.insert(u"limit_ms"_s, *figure.limit);
            object.insert(u"holds"_s, figure.holds());
        }
        put(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
        return;
    }
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    QString line = figure.what.leftJustified(10) + figure.image.leftJustified(10) +
                   figure.layer.leftJustified(18) + figure.kind.leftJustified(8) +
                   figure.argument.leftJustified(12) +
                   number(figure.milliseconds).rightJustified(9) + u" ms"_s;
    if (figure.engineMilliseconds) {
        line += u"  engine"_s + number(engine).rightJustified(8);
        if (engine > 0)
            line += u"  ratio"_s + number(figure.milliseconds / engine).rightJustified(6);
    }
    if (figure.limit)
        line += u"  limit"_s + number(*figure.limit).rightJustified(7) +
                (figure.holds() ? u"  holds"_s : u"  MISSED"_s);
    if (!figure.note.isEmpty())
        line += u"  "_s + figure.note;
    put(line);
}

void FigurePrinter::remark(const QString &words)
{
    if (m_asJson)
        put(QString::fromUtf8(
            QJsonDocument(QJsonObject{{u"remark"_s, words}}).toJson(QJsonDocument::Compact)));
    else
        put(u"# "_s + words);
}

void FigurePrinter::printSummary() const
{
    if (!m_asJson)
        put(u"# %1 of %2 limits hold"_s.arg(m_held).arg(m_limited));
}

} // namespace convscope
