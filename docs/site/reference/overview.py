"""The first page of the reference."""
from .source import pick

ROWS = (
    ("keywords.md", "关键词", "Keywords", "每个词的中文、英文写法和用处", "every word in both spellings, and its role"),
    ("grammar.md", "语法", "Grammar", "词法和句法，逐条相连", "lexemes and syntax, rules linked to each other"),
    ("vocabulary.md", "词汇", "Vocabulary", "属性、枚举、事件、口径、单位", "attributes, closed lists, events, readings, units"),
    ("clauses.md", "各类规则的子句", "Clauses by kind of rule", "哪类规则可以或者必须写哪些子句", "what a kind of rule may and must hold"),
    ("operators.md", "运算词", "Operators", "比较、集合、区划用词及其适用类型", "words of comparison and what they compare"),
    ("commands.md", "命令", "Commands", "命令、选项、退出码和例子", "commands, options, exit codes, examples"),
    ("messages.md", "消息", "Messages", "全部消息：原因、错例和改正", "every message: why, wrong and right"),
    ("lint_rules.md", "检查规则", "Lint rules", "zhun lint 的全部规则：原因、条文、错例和改正", "every rule of zhun lint: why, provisions, wrong and right"),
)


def page(source, language):
    """Doors to the other pages."""
    title = pick(language, "参考", "Reference")
    intro = pick(language, "以下各页由编译器所用的同一张表、同一份语法和程序本身生成，不另写一份。",
                 "These pages are made from the very tables, grammar and program that the compiler uses; "
                 "there is no second copy.")
    lines = [f"- [{pick(language, zh, en)}]({name}): {pick(language, what_zh, what_en)}"
             for name, zh, en, what_zh, what_en in ROWS]
    return f"# {title}\n\n{intro}\n\n" + "\n".join(lines) + "\n"
