"""What the pages are made from, and how a table is written in Markdown."""
import html
import re
import subprocess


class Source:
    """The tree and the built program."""

    def __init__(self, root, zhun):
        self.root = root
        self.zhun = zhun

    def text(self, path):
        """A file of the tree."""
        return (self.root / path).read_text("utf-8")

    def rows(self, path):
        """The rows of a tab-separated table; lines with # are comments."""
        lines = self.text(path).splitlines()
        return [line.split("\t") for line in lines if line and not line.startswith("#")]

    def definitions(self, path, macro):
        """The arguments of every MACRO(…) row of a .def file, as texts; adjoining strings count as several."""
        body = self.text(path)
        return [arguments(match) for match in re.findall(rf"^{macro}\((.*?)\)$", body, re.M | re.S)]

    def run(self, *words):
        """What the program prints."""
        return subprocess.run([str(self.zhun), *words], check=True, capture_output=True, encoding="utf-8").stdout


def arguments(text):
    """Splits "a", b, "c" at commas outside strings."""
    parts = re.findall(r'"(?:[^"\\]|\\.)*"|[^",]+', text)
    return [part.strip().strip('"') for part in parts if part.strip()]


def pick(language, zh, en):
    """The text of a language."""
    return zh if language == "zh" else en


def cell(text):
    """A text in a cell of a table: bars and brackets do not count as marks."""
    return html.escape(text, quote=False).replace("|", "&#124;").replace("\n", " ")


def code(text):
    """A text in code type in a cell."""
    return f"<code>{cell(text)}</code>"


def table(heads, rows):
    """A Markdown table; cells are Markdown already."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n\n"


def heading(level, text, anchor):
    """A heading with a fixed anchor, the same in both languages."""
    return f"{'#' * level} {text} {{#{anchor}}}\n\n"
