"""Colours for ```zhun, made from the table of keywords: there is no second list of them."""
import sys

import pygments.lexers
from pygments.lexer import RegexLexer, bygroups, words
from pygments.token import Comment, Generic, Keyword, Literal, Name, Number, Operator, Punctuation, String, Text

TOKEN_OF_ROLE = {"top": Keyword.Declaration, "header": Keyword, "rule": Keyword.Declaration, "clause": Keyword,
                 "time": Keyword, "test": Keyword, "citation": Keyword, "mark": Punctuation}


def keywords(table):
    """Spellings by role, from keywords.tsv; symbols count as operators."""
    by_role = {}
    for line in table.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        _, zh, en, symbols, role, _ = line.split("\t")
        by_role.setdefault(role, []).extend([zh, en])
        if symbols != "~":
            by_role.setdefault("symbol", []).append(symbols)
    return by_role


def rules(table):
    """The lexer's rules: longest lexemes first, a keyword only as a whole word, nothing a keyword behind a dot."""
    whole = [
        (r"//[^\n]*|/\*[\s\S]*?\*/", Comment),
        (r"「[^「」\n]*」", Name.Function),
        (r"“(?:[^“”\n]|“[^“”\n]*”)*”|\"[^\"\n]*\"", String),
        (r"(《[^》\n]+》(?:[（(][^）)\n]+[）)])?)(第[^\s、；{}“]*)?", bygroups(Literal, Literal)),
        (r"第[^\s、{}“]*[条款项目]", Literal),
        (r"[^\W\d]\w*(?:\.[^\W\d]\w*)+", Name.Attribute),
        (r"\d+年\d+月\d+日|\d{4}-\d\d-\d\d|\d+ ?[^\W\d]*%?", Number),
    ]
    marks = []
    for role, spellings in keywords(table).items():
        token = TOKEN_OF_ROLE.get(role, Operator.Word)
        if role in ("mark", "symbol"):
            marks.append((words(sorted(set(spellings), key=len, reverse=True)), Punctuation))
        else:
            whole.append((words(spellings, prefix=r"(?<![\w.])", suffix=r"(?![\w.])"), token))
    return whole + marks + [(r"[^\W\d]\w*", Name), (r"\s+", Text), (r".", Generic)]


def register(table):
    """Makes Pygments know the language `zhun`."""
    lexer = type("ZhunLexer", (RegexLexer,), {"name": "Zhun", "aliases": ["zhun"], "tokens": {"root": rules(table)}})
    sys.modules[__name__].ZhunLexer = lexer
    pygments.lexers.LEXERS["ZhunLexer"] = (__name__, "Zhun", ("zhun",), ("*.zhun",), ())
