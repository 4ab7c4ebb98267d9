"""The catalogue of messages for reviewers, from `zhun explain --all`."""
import json

from .source import cell, heading, pick

BANDS = {
    "1": ("字词", "Characters and words"), "2": ("句法", "Syntax"), "3": ("名称和类型", "Names and types"),
    "4": ("规则和法律", "Rules and law"), "5": ("文档（JSON）", "Documents (JSON)"), "6": ("文件和策略包", "Files and bundles"),
    "7": ("测试", "Tests"), "8": ("命令行和程序库", "Command line and library"), "9": ("内部", "Internal"),
}
SEVERITIES = {"error": ("错误", "error"), "warning": ("警告", "warning"), "information": ("提示", "information")}
LANGUAGE_OF_FORM = {"zhun": "zhun", "commands": "sh", "json": "json", "data": "text", "c": "c"}


def messages(source):
    """Every message, in order of code."""
    everything = json.loads(source.run("explain", "--all", "--format", "json"))
    return [entry for entry in everything if entry["code"].startswith("Z")]


def sample(title, text, form):
    """A wrong or a right example; what it is written in decides the colours."""
    fence = "````"
    return f"{title}\n\n{fence}{LANGUAGE_OF_FORM[form]}\n{text.rstrip()}\n{fence}\n\n"


def entry(message, language):
    """One message: both languages, why, wrong, right."""
    both, other = message["message"], pick(language, "en", "zh")
    severity = pick(language, *SEVERITIES[message["severity"]])
    text = heading(3, f"{message['code']} · {severity}", message["code"])
    text += f"**{cell(both[language])}**\n\n{cell(both[other])}\n\n{cell(message['explanation'][language])}\n\n"
    text += sample(pick(language, "写错的：", "Wrong:"), message["bad"][language], message["form"])
    return text + sample(pick(language, "改正后：", "Right:"), message["good"][language], message["form"])


def page(source, language):
    """All bands."""
    text = f"# {pick(language, '消息', 'Messages')}\n\n"
    text += pick(language, "每条消息列出中文和英文、为什么有这条规则、一个写错的和一个改正后的例子；例子由测试逐个运行。"
                 "花括号里的是随情形而变的文字。",
                 "Each message in both languages, why its rule exists, a wrong and a right example; tests run every "
                 "example. Text in braces changes with the case.") + "\n\n"
    band = ""
    for message in messages(source):
        if message["code"][1] != band:
            band = message["code"][1]
            text += heading(2, pick(language, *BANDS[band]), f"band-{band}")
        text += entry(message, language)
    return text
