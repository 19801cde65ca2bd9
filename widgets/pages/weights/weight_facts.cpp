// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/weights/weight_facts.h"

#include "controls/command_button.h"
#include "controls/quiet_spin_box.h"
#include "controls/token_label.h"
#include "pages/weights/weight_plots.h"
#include "params/fact_table.h"
#include "style/numbers.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFactMargin = 14;
constexpr std::size_t kFactListed = 6;

QVBoxLayout *column(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

TokenLabel *heading(const QString &text)
{
    auto *label = new TokenLabel(text, FontRole::Title, &Tokens::text);
    label->setContentsMargins(kFactMargin, 10, kFactMargin, 4);
    label->setMinimumHeight(label->sizeHint().height());
    return label;
}

TokenLabel *quiet(FontRole face)
{
    auto *label = new TokenLabel({}, face, &Tokens::text2);
    label->setWordWrap(true);
    label->setContentsMargins(kFactMargin, 0, kFactMargin, 6);
    // The tab scrolls: no line of it gives up height.
    label->setMinimumHeight(label->fontMetrics().height() + 8);
    return label;
}

QHBoxLayout *row(std::initializer_list<QWidget *> widgets)
{
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(kFactMargin, 2, kFactMargin, 8);
    layout->setSpacing(8);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    return layout;
}

/// "3, 7, 12 and 4 more".
QString listed(const std::vector<std::int64_t> &filters)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(kFactListed, filters.size()); ++i)
        names << integerText(filters[i]);
    const QString text = names.join(u", "_s);
    const auto more = static_cast<int>(filters.size()) - static_cast<int>(names.size());
    return more > 0 ? WeightFacts::tr("%1 and %n more", nullptr, more).arg(text) : text;
}

} // namespace

WeightFacts::WeightFacts(QWidget *parent)
    : QWidget(parent), m_sentence(quiet(FontRole::Text)), m_body(new QWidget), m_title(heading({})),
      m_histogram(new WeightHistogram), m_values(new FactTable({})), m_filters(new QWidget),
      m_norms(new NormBars), m_twins(new FactTable({})), m_response(new QWidget),
      m_plot(new ResponsePlot), m_start(new QWidget), m_initializer(quiet(FontRole::Number)),
      m_seedRow(new QWidget), m_seed(new QuietSpinBox), m_note(quiet(FontRole::Caption)),
      m_constraint(new QWidget), m_constraintName(quiet(FontRole::Number)),
      m_constraintResult(quiet(FontRole::Caption)), m_edited(new QWidget),
      m_editedFacts(new FactTable({})), m_restore(new QPushButton)
{
    auto *whole = column(this);
    whole->addWidget(m_sentence);
    whole->addWidget(m_body);
    auto *body = column(m_body);
    body->addWidget(m_title);
    body->addWidget(m_histogram);
    body->addWidget(m_values);

    body->addWidget(m_filters);
    auto *filters = column(m_filters);
    filters->addWidget(new HairLine);
    filters->addWidget(heading(tr("Norm of each filter")));
    filters->addWidget(m_norms);
    filters->addWidget(m_twins);

    body->addWidget(m_response);
    auto *response = column(m_response);
    response->addWidget(new HairLine);
    response->addWidget(heading(tr("Frequency response")));
    response->addWidget(m_plot);

    body->addWidget(m_start);
    auto *start = column(m_start);
    start->addSpacing(8);
    start->addWidget(new HairLine);
    start->addWidget(heading(tr("Start values")));
    start->addWidget(m_initializer);
    start->addWidget(m_seedRow);
    auto *seedName = new TokenLabel(u"seed"_s, FontRole::Number, &Tokens::text);
    m_seed->setBounds(0, std::nullopt);
    m_seed->setAccessibleName(tr("Seed of the start values"));
    auto *seedLayout = row({seedName, m_seed});
    m_seedRow->setLayout(seedLayout);
    start->addWidget(m_note);
    auto *draw = new CommandButton(u"dice"_s, tr("Draw new start values"), {});
    draw->setObjectName(u"drawStart"_s);
    start->addLayout(row({draw}));

    body->addWidget(m_constraint);
    auto *constraint = column(m_constraint);
    constraint->addWidget(new HairLine);
    constraint->addWidget(heading(tr("Constraint")));
    constraint->addWidget(m_constraintName);
    auto *apply = new QPushButton(tr("Apply constraint"));
    apply->setObjectName(u"applyConstraint"_s);
    constraint->addLayout(row({apply}));
    constraint->addWidget(m_constraintResult);

    body->addWidget(m_edited);
    auto *edited = column(m_edited);
    edited->addWidget(new HairLine);
    edited->addWidget(heading(tr("Edited")));
    edited->addWidget(m_editedFacts);
    m_restore->setObjectName(u"restoreTarget"_s);
    auto *restoreAll = new QPushButton(tr("Restore all"));
    restoreAll->setObjectName(u"restoreAll"_s);
    restoreAll->setToolTip(tr("Gives the layer all weights that it had before the first edit"));
    QHBoxLayout *restoring = row({m_restore, restoreAll});
    restoring->addStretch(1);
    edited->addLayout(restoring);
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT restoreWanted(false); });
    connect(restoreAll, &QPushButton::clicked, this, [this] { Q_EMIT restoreWanted(true); });

    connect(m_norms, &NormBars::chosen, this, &WeightFacts::filterChosen);
    connect(m_seed, &QuietSpinBox::valueEdited, this, &WeightFacts::startWanted);
    connect(draw, &QPushButton::clicked, this, [this] {
        if (!m_seedRow->isHidden())
            m_seed->setValue(m_seed->value() + 1);
        Q_EMIT startWanted(m_seed->value(), false);
    });
    connect(apply, &QPushButton::clicked, this, &WeightFacts::constraintWanted);
    clear({});
}

void WeightFacts::clear(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_body->hide();
}

void WeightFacts::setStatistics(const QString &weight, const WeightStatistics &s, bool hasFilters)
{
    m_sentence->hide();
    m_body->show();
    m_title->setText(weight);
    m_histogram->setStatistics(s);
    QList<Fact> values{
        {tr("smallest"), valueText(s.smallest), false},
        {tr("mean"), signedValueText(s.mean), false},
        {tr("largest"), valueText(s.largest), false},
        {tr("standard deviation"), valueText(s.standardDeviation), false},
        {tr("exact zeros"), tr("%1 of %2").arg(integerText(s.zeros), integerText(s.count)), false}};
    if (s.nonfinite > 0)
        values << Fact{tr("not finite"), integerText(s.nonfinite), true};
    m_values->setFacts(values);
    m_filters->setVisible(hasFilters);
    if (!hasFilters)
        return;
    m_norms->setNorms(s.norms);
    QStringList twins;
    for (std::size_t i = 0; i < std::min(kFactListed / 2, s.twins.size()); ++i)
        twins << u"%1 ≈ %2"_s.arg(s.twins[i].first).arg(s.twins[i].second);
    if (s.twins.size() > kFactListed / 2)
        twins << tr("%n more", nullptr, static_cast<int>(s.twins.size() - kFactListed / 2));
    m_twins->setFacts(
        {{tr("zero filters"), s.zeroFilters.empty() ? tr("none") : listed(s.zeroFilters), false},
         {tr("nearly the same"),
          !s.comparesAll    ? tr("too many to compare")
          : twins.isEmpty() ? tr("none")
                            : twins.join(u", "_s),
          false}});
}

void WeightFacts::setCurrentFilter(std::int64_t filter)
{
    m_norms->setCurrent(filter);
}

void WeightFacts::setKernel(const std::vector<float> &values, std::int64_t rows,
                            std::int64_t columns)
{
    m_response->setVisible(!values.empty());
    if (!values.empty())
        m_plot->setKernel(values, rows, columns);
}

void WeightFacts::setStart(const QString &initializer, std::optional<std::int64_t> seed,
                           const QString &note)
{
    m_initializer->setText(initializer);
    m_seedRow->setVisible(seed.has_value());
    if (seed && !m_seed->hasFocus())
        m_seed->setValue(*seed);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void WeightFacts::setConstraint(const QString &constraint)
{
    m_constraint->setVisible(!constraint.isEmpty());
    m_constraintName->setText(constraint);
    m_constraintResult->hide();
}

void WeightFacts::setConstraintResult(const QString &words)
{
    m_constraintResult->setText(words);
    m_constraintResult->show();
}

void WeightFacts::setEdited(bool isEdited, const QString &last, const QString &origin,
                            const QString &target)
{
    m_edited->setVisible(isEdited);
    if (!isEdited)
        return;
    QList<Fact> facts;
    if (!last.isEmpty())
        facts << Fact{tr("last"), last, false};
    facts << Fact{tr("before"), origin, false};
    m_editedFacts->setFacts(facts);
    m_restore->setText(target);
    m_restore->setToolTip(tr("As it was before the first edit"));
}

std::int64_t WeightFacts::seed() const
{
    return m_seed->value();
}

} // namespace convscope
