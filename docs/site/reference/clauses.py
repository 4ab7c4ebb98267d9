"""Which clause suits which kind of rule, from compiler/sema/clauses.def."""
from .source import code, pick, table

KINDS = ("Require", "Prohibit", "Paper", "Element", "Duty", "Power")


def page(source, language):
    """One table: clauses down, kinds across."""
    marks = {"r": pick(language, "必须", "required"), "o": pick(language, "可以", "may"), "n": "—"}
    spelled = {row[0]: pick(language, row[1], row[2]) for row in source.rows("grammar/keywords.tsv")}
    rows = [[f"{code(row[7])} {code(row[8])}"] + [marks[mark] for mark in row[1:7]]
            for row in source.definitions("compiler/sema/clauses.def", "ZHUN_CLAUSE")]
    title = pick(language, "各类规则的子句", "Clauses by kind of rule")
    heads = [pick(language, "子句", "clause")] + [spelled[kind] for kind in KINDS]
    return f"# {title}\n\n" + table(heads, rows)
