#include "runtime/decision/papers.h"

#include <utility>

#include "runtime/decision/members.h"

namespace zhun::decision {

std::optional<base::Date> DayOf(std::optional<base::Date> given, const std::optional<Paper>& context) {
  return given || !context ? given : values::ReadAsOf(context->text);
}

std::optional<values::Document> BindCircumstances(const program::Bundle& bundle, const std::optional<Paper>& context,
                                                  base::Date as_of, diagnostics::Sink& sink) {
  if (!context) return values::EmptyContext(bundle.vocabulary);
  return values::BindContext({bundle.vocabulary, bundle.law, as_of}, context->text, context->name, sink);
}

std::optional<BoundCase> BindCase(const program::Bundle& bundle, std::span<const std::string> finding_codes,
                                  const Papers& papers, base::Date as_of, diagnostics::Sink& sink) {
  const values::Binding binding{bundle.vocabulary, bundle.law, as_of};
  auto context = BindCircumstances(bundle, papers.context, as_of, sink);
  auto entry = values::BindEntry(binding, papers.entry.text, papers.entry.name, sink);
  if (!entry) return std::nullopt;
  const Paper& paper = papers.application;
  auto application = values::BindApplication(binding, *entry, finding_codes, paper.text, paper.name, sink);
  if (!application || !context) return std::nullopt;
  WarnBeforeReceived(bundle, *application, as_of, paper.name, sink);
  return BoundCase{std::move(*entry), std::move(*application), std::move(*context), as_of};
}

void WarnBeforeReceived(const program::Bundle& bundle, const values::Document& application, base::Date as_of,
                        const std::string& name, diagnostics::Sink& sink) {
  const values::Value received = MemberAt(bundle.vocabulary, application.Root(), {"received_at"});
  if (!received.IsKnown()) return;
  const base::Date day = base::ShanghaiDate(received.number);
  if (day <= as_of) return;
  sink.ReportIn(diagnostics::Code::kBeforeReceived, name, "/received_at",
                {{"as_of", base::FormatDate(as_of)}, {"received", base::FormatDate(day)}});
}

}  // namespace zhun::decision
