// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "pages/test/case_panel.h"

#include "controls/command_button.h"
#include "controls/token_label.h"
#include "language/core_words.h"
#include "pages/test/case_figures.h"
#include "pages/test/comparison_view.h"
#include "style/convscope_style.h"
#include "style/paint.h"
#include "style/themed_icon.h"
#include "views/panel_header.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A cause that was proved, as a card in the warning's colours.
class FindingCard : public QWidget
{
public:
    explicit FindingCard(const Finding &finding)
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(40, 10, 12, 10);
        layout->setSpacing(2);
        auto *kind = new TokenLabel(QString::fromStdString(finding.kind), FontRole::MonoCaption,
                                    &Tokens::text2);
        auto *said = new TokenLabel(localized(finding.message), FontRole::Text, &Tokens::text);
        said->setWordWrap(true);
        layout->addWidget(said);
        layout->addWidget(kind);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintPanel(painter, rect(), 6, tokens().warningSoft, tokens().warning);
        paintIcon(painter, QRectF(14, 12, 16, 16), u"info", tokens().warning);
    }
};

} // namespace

CasePanel::CasePanel(QWidget *parent)
    : QWidget(parent), m_title(new TokenLabel({}, FontRole::Title, &Tokens::text)),
      m_against(new TokenLabel({}, FontRole::Caption, &Tokens::text2)),
      m_worst(new CommandButton(u"target"_s, tr("Worst cell"), {})),
      m_accept(new CommandButton({}, tr("Accept as expected"), {})),
      m_run(new CommandButton(u"play"_s, tr("Run"), {})), m_comparison(new ComparisonView),
      m_message(new TokenLabel({}, FontRole::Text, &Tokens::text)),
      m_arithmetic(new TokenLabel({}, FontRole::Number, &Tokens::text2)), m_argument(new QLineEdit),
      m_body(new QWidget), m_findings(new QVBoxLayout), m_figures(new CaseFigures)
{
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_arithmetic->setWordWrap(true);
    m_argument->setPlaceholderText(
        tr("argument=value, e.g. kernel_size=5; Enter changes the case"));
    m_argument->setAccessibleName(tr("Change one argument of the case"));
    m_argument->hide();

    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(14, 8, 14, 8);
    body->setSpacing(8);
    body->addWidget(m_argument);
    body->addWidget(m_comparison);
    body->addLayout(m_findings);
    body->addWidget(m_message);
    body->addWidget(m_arithmetic);
    body->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_body);

    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(makeHeader());
    m_column->addWidget(new HairLine);
    m_column->addWidget(scroll, 1);
    m_column->addWidget(m_figures);

    connect(m_worst, &QPushButton::clicked, this, [this] {
        m_comparison->goToWorst();
        m_comparison->setFocus();
    });
    connect(m_accept, &QPushButton::clicked, this, &CasePanel::acceptRequested);
    connect(m_run, &QPushButton::clicked, this, &CasePanel::runRequested);
    connect(m_argument, &QLineEdit::returnPressed, this, [this] {
        m_argument->hide();
        Q_EMIT argumentGiven(m_argument->text());
    });
    showLook(nullptr, {}, {});
}

QWidget *CasePanel::makeHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(kPanelHeader - 1);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(40, 0, 12, 0);
    layout->setSpacing(8);
    m_title->setMinimumWidth(40);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_worst);
    layout->addWidget(m_accept);
    layout->addWidget(m_run);
    return header;
}

void CasePanel::showLook(std::shared_ptr<const CaseLook> look, const QString &title,
                         const QString &against)
{
    m_look = std::move(look);
    m_titleText = title;
    m_title->setText(title);
    m_title->setToolTip(title);
    const bool isThere = m_look != nullptr;
    m_comparison->setLook(m_look);
    m_comparison->setVisible(isThere && m_look->hasTensors);
    if (isThere && m_look->hasTensors)
        m_comparison->setCaptions(tr("%1, map %2").arg(against).arg(m_look->difference.channel),
                                  localized(m_look->what));
    m_figures->setLook(m_look);
    m_figures->setVisible(isThere);
    m_worst->setVisible(isThere && m_look->hasTensors);
    m_run->setVisible(isThere);
    m_arithmetic->setVisible(isThere && !m_look->arithmetic.isEmpty());
    if (m_arithmetic->isVisibleTo(this))
        m_arithmetic->setText(tr("worst cell: %1").arg(localized(m_look->arithmetic)));
    m_message->setText(!isThere ? tr("Choose a case to look into it.")
                       : m_look->result.message.isEmpty()
                           ? tr("Everything that the case states holds.")
                           : localized(m_look->result.message));
    m_message->setColour(isThere && m_look->result.status == CaseStatus::Failed ? &Tokens::error
                                                                                : &Tokens::text2);
    showFindings();
    setIsOfSuite(m_accept->isEnabled());
    update();
}

void CasePanel::showOpinions(const std::vector<CaseCheck> &opinions)
{
    m_figures->setOpinions(opinions);
}

void CasePanel::showFindings()
{
    while (QLayoutItem *item = m_findings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_look)
        return;
    for (const Finding &finding : m_look->result.findings)
        m_findings->addWidget(new FindingCard(finding));
}

void CasePanel::setIsOfSuite(bool isOfSuite)
{
    const bool canAccept = m_look != nullptr && !m_look->outputs.empty();
    m_accept->setEnabled(isOfSuite);
    m_accept->setVisible(isOfSuite && canAccept && m_look->result.status == CaseStatus::Failed);
}

void CasePanel::setBusy(bool busy)
{
    m_isBusy = busy;
    update();
}

QString CasePanel::message() const
{
    return m_message->text();
}

QStringList CasePanel::findings() const
{
    QStringList lines;
    if (m_look) {
        for (const Finding &finding : m_look->result.findings)
            lines << QString::fromStdString(finding.kind) + u": "_s + localized(finding.message);
    }
    return lines;
}

void CasePanel::startArgument()
{
    m_argument->clear();
    m_argument->show();
    m_argument->setFocus();
}

void CasePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Where there is little room the figures scroll with the rest, and the maps leave some for what
    // was found out.
    constexpr int kLow = 640;
    const bool isLow = height() < kLow;
    m_comparison->setMostMapHeight(isLow ? 150 : std::clamp(height() - 590, 150, 300));
    QLayout *wanted = isLow ? m_body->layout() : m_column;
    if (wanted->indexOf(m_figures) < 0)
        wanted->addWidget(m_figures);
}

void CasePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().window);
    if (!m_look && !m_isBusy)
        return;
    const bool isFailed = m_look && m_look->result.status == CaseStatus::Failed;
    const bool isSkipped = m_look && m_look->result.status == CaseStatus::Skipped;
    paintIcon(painter, QRectF(14, (kPanelHeader - 16) / 2.0, 16, 16),
              m_isBusy    ? u"wait"
              : isFailed  ? u"error"
              : isSkipped ? u"step_forward"
                          : u"check",
              m_isBusy    ? tokens().warning
              : isFailed  ? tokens().error
              : isSkipped ? tokens().text2
                          : tokens().passed);
}

} // namespace convscope
