"""Keywords, from grammar/keywords.tsv."""
from .source import code, heading, pick, table

TABLE = "grammar/keywords.tsv"
ROLES = {
    "top": ("文件", "Top of a file"), "header": ("策略头", "Header of a policy"), "rule": ("规则", "Rules"),
    "clause": ("子句", "Clauses"), "time": ("期限", "Time limits"), "logic": ("逻辑", "Logic"),
    "equality": ("相等", "Equality"), "amount": ("数量", "Order of amounts"), "level": ("层级", "Order of levels"),
    "date": ("日期", "Order of dates"), "region": ("区划", "Regions"), "symbol": ("符号", "Symbols"),
    "set": ("集合", "Sets"), "empty": ("空与不空", "Emptiness"), "citation": ("引用", "Citations"),
    "sum": ("加减", "Sums"), "test": ("测试", "Tests"), "mark": ("标点", "Marks"),
}


def spellings(source):
    """Token -> its (zh, en) spellings, for the grammar's page."""
    found = {}
    for token, zh, en, *_ in source.rows(TABLE):
        found.setdefault(token, []).append((zh, en))
    return found


def page(source, language):
    """One table a role."""
    rows = source.rows(TABLE)
    text = f"# {pick(language, '关键词', 'Keywords')}\n\n"
    text += pick(language, "每个词有一种中文写法和一种英文写法。符号可以输入，`zhun fmt` 把它改成词。",
                 "Each word has one Chinese and one English spelling. Symbols may be typed; "
                 "`zhun fmt` turns them into words.")
    text += "\n\n"
    heads = pick(language, ["中文", "英文", "符号", "语法中的名称"], ["Chinese", "English", "Symbol", "Name in the grammar"])
    for role in dict.fromkeys(row[4] for row in rows):
        text += heading(2, pick(language, *ROLES[role]), f"role-{role}")
        text += table(heads, [[code(zh), code(en), "" if symbol == "~" else code(symbol), f"[{token}](grammar.md)"]
                              for token, zh, en, symbol, kind, _ in rows if kind == role])
    return text
