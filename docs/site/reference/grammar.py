"""The grammar as readable EBNF, from grammar/ZhunParser.g4 and ZhunLexer.g4, rules linked to each other."""
import html
import re

from .keywords import spellings
from .source import pick

PARTS = re.compile(r"'(?:[^'\\]|\\.)*'|\[(?:[^\]\\]|\\.)*\]|[A-Za-z_]\w*|\s+|.")
COMMENT = re.compile(r"^\s*//.*$|\s+//(?! @).*$", re.M)
RULE = re.compile(r"^(fragment\s+)?([A-Za-z]\w*)\s*:(.*?);\s*(?=^\S|\Z)", re.M | re.S)


def rules(text):
    """(name, body) of each rule of a grammar; labels, comments and commands to the generator left out."""
    text = COMMENT.sub("", text)
    text = re.sub(r"^(?:lexer |parser )?grammar [^;]*;|^options \{[^}]*\}", "", text, flags=re.M)
    return [(name, re.sub(r"\s+#\s*\w+|->\s*\w+", "", body).strip()) for _, name, body in RULE.findall(text)]


def keyword(token, words):
    """A keyword in both spellings; a token of many words leads to their table."""
    if len(words) > 1:
        return f'<a href="keywords.html">{token}</a>'
    zh, en = (html.escape(word) for word in words[0])
    return f"<b>{zh}</b>" if zh == en else f"<b>{zh}</b>/<b>{en}</b>"


def shown(part, names, words):
    """One part of a rule's body in HTML."""
    if part in words:
        return keyword(part, words[part])
    if part in names:
        return f'<a href="#rule-{part}">{part}</a>'
    return html.escape(part)


def rule_text(name, body, names, words):
    """One rule, with an anchor."""
    parts = "".join(shown(part, names, words) for part in PARTS.findall(body))
    return f'<pre class="ebnf" id="rule-{name}"><i>{name}</i> = {parts}</pre>\n\n'


def page(source, language):
    """Syntax, then lexemes."""
    words = spellings(source)
    syntax = rules(source.text("grammar/ZhunParser.g4"))
    lexemes = rules(source.text("grammar/ZhunLexer.g4"))
    names = {name for name, _ in syntax + lexemes}
    text = f"# {pick(language, '语法', 'Grammar')}\n\n"
    text += pick(language, "竖线分隔可选的写法；`?` 至多一次，`*` 任意次，`+` 至少一次。粗体是关键词，先中文后英文。"
                 "每一步只看下一个词就能决定，所以一份文件只有一种读法。",
                 "A bar separates alternatives; `?` at most once, `*` any number of times, `+` at least once. Keywords "
                 "are bold, Chinese before English. The next word settles every choice, so a file has one reading only.")
    for title, part in ((pick(language, "句法", "Syntax"), syntax), (pick(language, "词法", "Lexemes"), lexemes)):
        text += f"\n\n## {title}\n\n" + "".join(rule_text(name, body, names, words) for name, body in part)
    return text
