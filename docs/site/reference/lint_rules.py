"""The rules of the linter for reviewers, from `zhun explain --all`."""
import json

from .messages import SEVERITIES, sample
from .source import cell, heading, pick

FAMILIES = {
    "K": ("目录条目和申请", "Catalogue entries and applications"), "P": ("策略", "Policies"),
    "T": ("时限和日期", "Time limits and dates"), "C": ("引用", "Citations"), "S": ("文字", "Style"),
}


def rules(source):
    """Every rule of the linter, by family and code."""
    everything = json.loads(source.run("explain", "--all", "--format", "json"))
    found = [each for each in everything if each["code"][0] in FAMILIES]
    return sorted(found, key=lambda each: (list(FAMILIES).index(each["code"][0]), each["code"]))


def provisions(basis, language):
    """What a rule rests on, each provision with its text where the corpus has it."""
    lines = [f"> {pick(language, '依据：', 'Basis: ')}{each['citation']}"
             + (f"：“{cell(each['text'])}”" if each["text"] else "") for each in basis]
    return "\n>\n".join(lines) + "\n\n" if lines else ""


def entry(rule, language):
    """One rule: what it finds, why, the provisions, wrong, right."""
    severity = pick(language, *SEVERITIES[rule["severity"]])
    text = heading(3, f"{rule['code']} · {severity}", rule["code"])
    text += f"**{cell(rule['message'][language])}**\n\n{cell(rule['explanation'][language])}\n\n"
    text += provisions(rule["basis"], language)
    text += sample(pick(language, "写错的：", "Wrong:"), rule["bad"][language], rule["form"])
    return text + sample(pick(language, "改正后：", "Right:"), rule["good"][language], rule["form"])


def page(source, language):
    """All families."""
    text = f"# {pick(language, '检查规则', 'Lint rules')}\n\n"
    text += pick(language, "`zhun lint` 的每条规则：查什么、为什么、依据哪一条、一个写错的和一个改正后的例子；例子由测试逐个运行。"
                 "级别可以在[设置](../guides/lint_settings.md)里改。",
                 "Every rule of `zhun lint`: what it finds, why, the provisions it rests on, a wrong and a right example; "
                 "tests run every example. Levels can be changed in the [settings](../guides/lint_settings.md).") + "\n\n"
    family = ""
    for rule in rules(source):
        if rule["code"][0] != family:
            family = rule["code"][0]
            text += heading(2, pick(language, *FAMILIES[family]), f"family-{family.lower()}")
        text += entry(rule, language)
    return text
