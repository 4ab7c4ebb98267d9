#pragma once

#include "runtime/program/archive.h"
#include "runtime/program/bundle.h"

/// One line a structure: its members in the order in which they are written.
namespace zhun::program {

// clang-format off
template <auto kLast> struct Last { static constexpr auto value = kLast; };
template <> struct LastOf<vocabulary::Base> : Last<vocabulary::Base::kError> {};
template <> struct LastOf<vocabulary::Supplier> : Last<vocabulary::Supplier::kGovernment> {};
template <> struct LastOf<vocabulary::Absence> : Last<vocabulary::Absence::kRequired> {};
template <> struct LastOf<vocabulary::Form> : Last<vocabulary::Form::kSocialCode> {};
template <> struct LastOf<law::Rank> : Last<law::Rank::kUnknown> {};
template <> struct LastOf<calendar::Status> : Last<calendar::Status::kNotAnnounced> {};
template <> struct LastOf<Op> : Last<Op::kAttached> {};
template <> struct LastOf<Citation::Kind> : Last<Citation::Kind::kPath> {};
template <> struct LastOf<RuleKind> : Last<RuleKind::kPower> {};
template <> struct LastOf<Modality> : Last<Modality::kMay> {};

template <class A> void Fields(A& a, base::Words& v) { All(a, v.zh, v.en); }
template <class A> void Fields(A& a, base::Date& v) { All(a, v.days); }

template <class A> void Fields(A& a, vocabulary::Type& v) { All(a, v.base, v.of, v.list); }
template <class A> void Fields(A& a, vocabulary::Attribute& v) {
  All(a, v.name, v.key, v.type, v.bound, v.supplier, v.nullable, v.absence, v.form, v.whole, v.label);
}
template <class A> void Fields(A& a, vocabulary::Record& v) { All(a, v.key, v.name, v.attributes); }
template <class A> void Fields(A& a, vocabulary::Enumerator& v) { All(a, v.name, v.code, v.label); }
template <class A> void Fields(A& a, vocabulary::Enumeration& v) { All(a, v.key, v.name, v.ordered, v.members); }
template <class A> void Fields(A& a, vocabulary::Root& v) { All(a, v.key, v.name, v.type, v.stages); }
template <class A> void Fields(A& a, vocabulary::Event& v) {
  All(a, v.key, v.name, v.date, v.stops, v.resumes, v.concludes, v.earliest_of);
}
template <class A> void Fields(A& a, vocabulary::Reading& v) { All(a, v.key, v.name, v.values); }
template <class A> void Fields(A& a, vocabulary::Unit& v) { All(a, v.key, v.name, v.length); }
template <class A> void Fields(A& a, vocabulary::Vocabulary& v) {
  All(a, v.enumerations, v.records, v.roots, v.events, v.readings, v.units);
}

template <class A> void Fields(A& a, law::Position& v) { All(a, v.article, v.article_insert, v.paragraph, v.item, v.point); }
template <class A> void Fields(A& a, law::Citation& v) { All(a, v.instrument, v.version, v.from, v.to); }
template <class A> void Fields(A& a, law::Article& v) { All(a, v.number, v.insert, v.first_paragraph, v.paragraphs); }
template <class A> void Fields(A& a, law::PointCount& v) { All(a, v.item, v.points); }
template <class A> void Fields(A& a, law::ParagraphText& v) { All(a, v.text, v.items); }
template <class A> void Fields(A& a, law::ArticleText& v) { All(a, v.number, v.insert, v.chapter, v.chapter_title, v.paragraphs); }
template <class A> void Fields(A& a, law::Instrument& v) {
  All(a, v.id, v.name, v.short_names, v.number, v.labels, v.rank, v.issuer, v.promulgated, v.effective_from, v.effective_to,
      v.articles, v.structure, v.paragraph_items, v.points, v.note, v.source);  // `texts` have a section of their own
}
template <class A> void Fields(A& a, law::Move& v) { All(a, v.from, v.to); }
template <class A> void Fields(A& a, law::Renumbering& v) { All(a, v.from_id, v.to_id, v.moves, v.added, v.amended, v.method); }
template <class A> void Fields(A& a, law::NameEntry& v) { All(a, v.key, v.versions); }
template <class A> void Fields(A& a, law::Registry& v) { All(a, v.instruments, v.renumberings); }

template <class A> void Fields(A& a, calendar::YearCalendar& v) {
  All(a, v.year, v.status, v.number, v.issued, v.holidays, v.adjusted_workdays);
}
template <class A> void Fields(A& a, calendar::RegionalOverride& v) {
  All(a, v.region, v.year, v.holidays, v.adjusted_workdays, v.removed_national_adjusted_workdays, v.source, v.note);
}
template <class A> void Fields(A& a, calendar::Book& v) { All(a, v.legal_basis, v.override_legal_basis, v.years, v.overrides); }

template <class A> void Fields(A& a, Node& v) {
  All(a, v.op, v.kind, v.list, v.unit, v.ref, v.first_operand, v.operand_count, v.text, v.number, v.block_begin, v.block_end);
}
template <class A> void Fields(A& a, Segment& v) { All(a, v.begin, v.end); }
template <class A> void Fields(A& a, Citation& v) { All(a, v.kind, v.provision, v.rank, v.number, v.path); }
template <class A> void Fields(A& a, TimeLimit& v) { All(a, v.event, v.at_least, v.length); }
template <class A> void Fields(A& a, Extension& v) { All(a, v.amount, v.unit, v.events); }
template <class A> void Fields(A& a, Rule& v) {
  All(a, v.kind, v.policy, v.code, v.name, v.per_item, v.stage, v.outcome, v.guard, v.bad, v.fires, v.subject, v.check, v.basis,
      v.sanction, v.reason, v.reason_path, v.bearers, v.modality, v.text, v.limit, v.met_by, v.met_if, v.extension, v.guard_words);
}
template <class A> void Fields(A& a, Finding& v) { All(a, v.policy, v.code, v.name, v.by, v.question, v.basis); }
template <class A> void Fields(A& a, Reading& v) { All(a, v.reading, v.value); }
template <class A> void Fields(A& a, CaseState& v) { All(a, v.enumeration, v.value); }
template <class A> void Fields(A& a, Policy& v) {
  All(a, v.code, v.name, v.version, v.issuer, v.effective_from, v.effective_to, v.base, v.entry_id, v.entry_version, v.basis,
      v.applies, v.first_rule, v.rule_count, v.nodes, v.item_nodes, v.later_nodes);
}
template <class A> void Fields(A& a, Program& v) {
  All(a, v.nodes, v.operands, v.texts, v.policies, v.rules, v.findings, v.readings, v.states, v.levels);
}

template <class A> void Fields(A& a, Digests& v) { All(a, v.policies, v.law, v.calendar); }

template <class A> void Fields(A& a, values::Region& v) { All(a, v.code, v.name, v.parent); }
template <class A> void Fields(A& a, values::RegionTable& v) { All(a, v.regions); }
// clang-format on

}  // namespace zhun::program
