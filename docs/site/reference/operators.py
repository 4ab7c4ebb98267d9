"""Operators by the type they compare, from compiler/sema/operators.def."""
from .source import code, heading, pick, table

FAMILIES = {
    "kEquality": ("相等（任何类型的值）", "Equality (values of any one type)"),
    "kAmount": ("数量、整数、期间", "Amounts, whole numbers, lengths and periods"),
    "kLevel": ("有高低之分的枚举", "Ordered closed lists"), "kDate": ("日期和时刻", "Dates and instants"),
    "kSymbol": ("符号：按类型改写成以上各组的词", "Symbols: formatted to the words above by type"),
    "kRegion": ("行政区划", "Regions"), "kSet": ("列表", "Lists"), "kEmpty": ("有没有", "Whether there is any"),
}


def page(source, language):
    """One table a family; the negative of a word stands beside it."""
    rows = source.definitions("compiler/sema/operators.def", "ZHUN_OPERATOR")
    text = f"# {pick(language, '运算词', 'Operators')}\n\n"
    text += pick(language, "用词本身说明比的是什么：用错了组，编译器会指出。",
                 "The word itself tells what is compared; a word of the wrong family is an error.") + "\n\n"
    heads = pick(language, ["中文", "英文", "是哪个关系的否定"], ["Chinese", "English", "negates"])
    for family in dict.fromkeys(row[1] for row in rows):
        positive = {row[2]: row for row in rows if row[1] == family and row[3] == "false"}
        text += heading(2, pick(language, *FAMILIES[family]), family.removeprefix("k").lower())
        text += table(heads, [[code(row[4]), code(row[5]), negated(row, positive, language)]
                              for row in rows if row[1] == family])
    return text


def negated(row, positive, language):
    """The word whose opposite this one is, if it is one."""
    return code(pick(language, positive[row[2]][4], positive[row[2]][5])) if row[3] == "true" else ""
