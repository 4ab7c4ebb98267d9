"""The generated reference: one file a page, each from the table, grammar or program that the compiler itself uses."""
from . import clauses, commands, grammar, keywords, lint_rules, messages, operators, overview, vocabulary
from .source import Source

# File in the site, and the function (Source, language) -> Markdown that makes it.
PAGES = (
    ("index.md", overview.page),
    ("keywords.md", keywords.page),
    ("grammar.md", grammar.page),
    ("vocabulary.md", vocabulary.page),
    ("clauses.md", clauses.page),
    ("operators.md", operators.page),
    ("commands.md", commands.page),
    ("messages.md", messages.page),
    ("lint_rules.md", lint_rules.page),
)

__all__ = ["PAGES", "Source"]
