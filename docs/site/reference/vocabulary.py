"""The vocabulary, from stdlib/vocabulary/*.tsv."""
from .source import cell, code, heading, pick, table

FOLDER = "stdlib/vocabulary/"
PLAIN = {
    "text": ("文字", "text"), "bool": ("真或者假", "true or false"), "number": ("整数", "whole number"),
    "date": ("日期", "date"), "instant": ("时刻", "instant"), "region": ("行政区划", "region"),
    "length": ("期间长度", "length of time"),
}
ABSENT = {"unknown": ("未知", "unknown"), "none": ("没有", "none"), "required": ("文档有错", "a fault")}


class Words:
    """The tables, and the names of what types refer to."""

    def __init__(self, source, language):
        self.language = language
        self.records = source.rows(FOLDER + "records.tsv")
        self.attributes = source.rows(FOLDER + "attributes.tsv")
        self.enumerations = source.rows(FOLDER + "enumerations.tsv")
        self.enumerators = source.rows(FOLDER + "enumerators.tsv")
        self.events = source.rows(FOLDER + "events.tsv")
        self.readings = source.rows(FOLDER + "readings.tsv")
        self.units = source.rows(FOLDER + "units.tsv")
        self.roots = source.rows(FOLDER + "roots.tsv")
        self.names = {row[0]: row[1:3] for row in self.records + self.enumerations + self.units}
        self.actors = {row[1]: row[2:4] for row in self.enumerators if row[0] == "actor"}
        self.stages = {row[1]: row[2:4] for row in self.enumerators if row[0] == "stage"}

    def say(self, zh, en):
        return pick(self.language, zh, en)

    def type(self, text):
        """A type in words, linked to the record or closed list it names."""
        if text.startswith("list:"):
            return self.say("列表：", "list of ") + self.type(text.removeprefix("list:"))
        base, _, of = text.partition(":")
        if base in PLAIN:
            return self.say(*PLAIN[base])
        name = cell(self.say(*self.names[of]))
        return f"[{name}](#{base}-{of})" if base in ("record", "enum") else self.say(f"数量（{name}）", f"amount ({name})")


def attribute(words, row):
    """One row of a record's table."""
    _, key, zh, en, kind, bound, supplier, null, absent, _, _, label_zh, label_en = row
    answers = words.say("可以", "yes") if null == "null" else ""
    by = cell(words.say(*words.actors[supplier]))
    return [code(zh), code(en), code(key), words.type(kind), bound, by, answers,
            words.say(*ABSENT[absent]), cell(words.say(label_zh, label_en))]


def records(words):
    """Every record type with its attributes."""
    heads = words.say(["中文", "英文", "JSON 键", "类型", "上限", "由谁提供", "可以答“无”", "没有时", "含义"],
                      ["Chinese", "English", "JSON key", "type", "bound", "supplier", "null answers",
                       "absent is", "meaning"])
    text = heading(2, words.say("记录", "Records"), "records")
    text += words.say("上限：文字的字数，或者列表的成员数。", "Bound: characters of a text, or members of a list.") + "\n\n"
    for key, zh, en in words.records:
        text += heading(3, f"{cell(zh)} `{en}`", f"record-{key}")
        text += table(heads, [attribute(words, row) for row in words.attributes if row[0] == key])
    return text


def enumerations(words):
    """Every closed list with its members."""
    heads = words.say(["中文", "英文", "JSON 代码", "答复中的写法"], ["Chinese", "English", "JSON code", "in replies"])
    text = heading(2, words.say("枚举", "Closed lists"), "enumerations")
    for key, zh, en, ordered in words.enumerations:
        text += heading(3, f"{cell(zh)} `{en.replace(' ', '_')}`", f"enum-{key}")
        if ordered == "yes":
            text += words.say("有高低之分，从低到高排列。", "Ordered, from the lowest to the highest.") + "\n\n"
        rows = [(row + ["", ""])[:6] for row in words.enumerators if row[0] == key]
        text += table(heads, [[code(row[2]), code(row[3]), code(row[1]),
                               cell(words.say(row[4] or row[2], row[5] or row[3]))] for row in rows])
    return text


def roots(words):
    """What a path may begin with."""
    heads = words.say(["中文", "英文", "类型", "环节"], ["Chinese", "English", "type", "stages"])
    comma = words.say("、", ", ")
    rows = [[code(zh), code(en), words.type(kind), comma.join(words.say(*words.stages[one]) for one in stages.split())]
            for _, zh, en, kind, stages in words.roots]
    return heading(2, words.say("路径的开头", "What a path begins with"), "roots") + table(heads, rows)


def events(words):
    """Events of a case."""
    heads = words.say(["中文", "英文", "JSON 代码", "申请环节已知的日期"],
                      ["Chinese", "English", "JSON code", "date known at the application stage"])
    rows = [[code(zh), code(en), code(key), "" if path == "-" else code(path)] for key, zh, en, path, *_ in words.events]
    return heading(2, words.say("事件", "Events"), "events") + table(heads, rows)


def readings(words):
    """Readings, the default first."""
    heads = words.say(["口径", "英文", "值", "英文"], ["reading", "English", "value", "English"])
    text = heading(2, words.say("口径", "Readings"), "readings")
    text += words.say("条例没有写明之处可以选择的读法；每个口径的第一个值是默认值。",
                      "Choices that the Regulation leaves open; the first value of each is the default.") + "\n\n"
    return text + table(heads, [[code(row[1]), code(row[2]), code(row[4]), code(row[5])] for row in words.readings])


def units(words):
    """Units of amounts and lengths."""
    heads = words.say(["中文", "英文", "是期间长度"], ["Chinese", "English", "a length of time"])
    rows = [[code(zh), code(en), words.say("是", "yes") if length == "yes" else ""] for _, zh, en, length in words.units]
    return heading(2, words.say("单位", "Units"), "units") + table(heads, rows)


def page(source, language):
    """All parts, what paths begin with first."""
    words = Words(source, language)
    intro = words.say("策略里不加引号的词都在这里。路径从“路径的开头”起，用点逐级写下去，如 `申请.需求部门.层级`。",
                      "Every bare word of a policy stands here. A path begins with one of the first table and goes on "
                      "with dots, as in `application.applicant.level`.")
    parts = [part(words) for part in (roots, records, enumerations, events, readings, units)]
    return f"# {words.say('词汇', 'Vocabulary')}\n\n{intro}\n\n" + "".join(parts)
