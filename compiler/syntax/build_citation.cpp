#include "compiler/syntax/tree_builder.h"

/// Citations and texts.
namespace zhun::syntax {

using diagnostics::Code;

ast::Citations TreeBuilder::MakeCitations(Grammar::CitesContext* cites) {
  ast::Citations made;
  if (cites == nullptr) return made;
  bool instrument = false;
  for (Grammar::CiteContext* cite : cites->cite()) {
    auto citation = MakeCitation(*cite, instrument);
    if (!citation) continue;
    instrument |= citation->kind == ast::Citation::Kind::kInstrument;
    made.push_back(std::move(*citation));
  }
  return made;
}

/// `continues`: an instrument stands before it in the list.
std::optional<ast::Citation> TreeBuilder::MakeCitation(Grammar::CiteContext& cite, bool continues) {
  ast::Citation made;
  made.span = SpanOfNode(cite);
  if (const Token* instrument = TokenOf(cite.Instrument())) {
    made.instrument = Decoded(*instrument);
    made.version = {instrument->detail, made.instrument.span};
    made.locator = Take(cite.Locator()).value_or(ast::Token{});
  } else if (const Token* locator = TokenOf(cite.Locator())) {
    made.kind = ast::Citation::Kind::kContinuation;
    made.locator = Decoded(*locator);
    if (!continues) {
      if (!locator->faulty) sink_.Report(Code::kCitationBeginsBare, made.span, {{"locator", locator->text}});
      Damage(cite);
      return std::nullopt;
    }
  } else if (const Token* item = TokenOf(cite.CatalogueItem())) {
    made.kind = ast::Citation::Kind::kCatalogue;
    made.locator = Decoded(*item);
  } else if (const Token* path = TokenOf(cite.Path())) {
    made.kind = ast::Citation::Kind::kPath;
    made.path = Decoded(*path);
  } else {
    return std::nullopt;
  }
  if (cite.Quoting() != nullptr) made.quoted = Take(cite.Text());
  return made;
}

std::optional<ast::Text> TreeBuilder::MakeText(Grammar::TextContext* text) {
  if (text == nullptr) return std::nullopt;
  const auto zh = Take(text->Text(0));
  if (!zh) return std::nullopt;
  return ast::Text{*zh, text->Slash() == nullptr ? std::nullopt : Take(text->Text(1))};
}

}  // namespace zhun::syntax
