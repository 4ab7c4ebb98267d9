"""The parts of a lesson that are run: files the reader writes, and commands with the output the page shows.

A page marks them by the info string of a fenced block:
  file=PATH   the block is the whole file;
  add=PATH    the block goes before the last line of the file that is "}";
  swap=PATH   the block replaces the rule of the file that begins with the same line;
  line=PATH   the block, one line, replaces the line of the file that has the same JSON key;
  console     lines with "$ " are commands, the lines after each are its output; a line "…" stands for lines left out.
Every other block is only read.
"""
import re
from dataclasses import dataclass, field

FENCE = re.compile(r"^```(?P<language>[a-z]+)?(?: (?P<info>.*))?$")
PLACING = re.compile(r"^(?P<how>file|add|swap|line)=(?P<path>\S+)$")
CUT = "…"


@dataclass
class Command:
    """One command of a console block and the lines the page shows for it; `line` counts from 1."""
    text: str
    line: int
    shown: list = field(default_factory=list)


@dataclass
class Writing:
    """One block that changes a file of the reader's folder; `line` counts from 1."""
    how: str
    path: str
    line: int
    text: list = field(default_factory=list)


class Malformed(Exception):
    """A page whose blocks cannot be read, or that asks for a change its files do not allow."""


def steps_of(page):
    """The commands and writings of a page in their order. Raises Malformed."""
    steps, block, inside = [], None, False
    for number, line in enumerate(page.splitlines(), start=1):
        if not inside and line.startswith("```"):
            inside, block = True, opened(line, number)
            if isinstance(block, Writing):
                steps.append(block)
        elif inside and line == "```":
            inside = False
        elif inside and block == "console":
            add_console_line(steps, line, number)
        elif inside and block:
            block.text.append(line)
    if inside:
        raise Malformed("the last block is not closed")
    return steps


def opened(line, number):
    """What a fence opens: a Writing, "console", or None for a block that is only read."""
    fence = FENCE.match(line)
    if not fence:
        raise Malformed(f"line {number}: a fence this course does not know: {line}")
    if fence["language"] == "console":
        return "console"
    if not fence["info"]:
        return None
    placing = PLACING.match(fence["info"])
    if not placing:
        raise Malformed(f"line {number}: neither file=, add=, swap= nor line=: {line}")
    return Writing(placing["how"], placing["path"], number)


def add_console_line(steps, line, number):
    if line.startswith("$ "):
        steps.append(Command(line[2:], number))
    elif steps and isinstance(steps[-1], Command):
        steps[-1].shown.append(line)
    else:
        raise Malformed(f"line {number}: output before the first command")


def written(writing, before):
    """The lines of the file after `writing`; `before` are its present lines. Raises Malformed."""
    if writing.how == "file":
        return writing.text
    if writing.how == "add":
        ends = [at for at, line in enumerate(before) if line == "}"]
        if not ends:
            raise Malformed(f"line {writing.line}: {writing.path} has no last line }}")
        return before[:ends[-1]] + writing.text + before[ends[-1]:]
    begin = place_of(writing, before)
    if writing.how == "line":
        return before[:begin] + writing.text + before[begin + 1:]
    indent = writing.text[0][:len(writing.text[0]) - len(writing.text[0].lstrip())]
    end = before.index(indent + "}", begin)
    return before[:begin] + writing.text + before[end + 1:]


def place_of(writing, before):
    """Where the line stands that begins what `writing` replaces. Raises Malformed unless there is exactly one."""
    first = writing.text[0]
    same = (lambda line: line.split(":")[0] == first.split(":")[0]) if writing.how == "line" else first.__eq__
    places = [at for at, line in enumerate(before) if same(line)]
    if len(places) != 1:
        raise Malformed(f"line {writing.line}: {writing.path} has not one but {len(places)} lines like: {first}")
    return places[0]


def agrees(shown, printed):
    """Whether the page shows what was printed, lines left out where it says "…"."""
    pieces, at = split_at_cuts(shown), 0
    if len(pieces) == 1:
        return shown == printed
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        start = at if number == 0 else len(printed) - len(piece) if last else find(piece, printed, at)
        if start < at or printed[start:start + len(piece)] != piece:
            return False
        at = start + len(piece)
    return True


def split_at_cuts(lines):
    pieces = [[]]
    for line in lines:
        if line == CUT:
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces


def find(piece, lines, at):
    """The first place at or after `at` where the lines of `piece` stand together, or -1."""
    for start in range(at, len(lines) - len(piece) + 1):
        if lines[start:start + len(piece)] == piece:
            return start
    return -1
