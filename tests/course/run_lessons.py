#!/usr/bin/env python3
"""Does what the lessons of a course say, as a reader would, and compares what is printed with what the pages show.

run_lessons.py --zhun PATH [--update] [--keep FOLDER] COURSE
COURSE is a folder of pages 01_….md, 02_….md …; they are done in this order in one folder that is empty at first, so
that each lesson starts from the files of the earlier ones. --update writes what was printed into the pages where they
differ; --keep leaves the reader's folder behind. Exit: 0 all agree, 1 a difference, 2 a page that cannot be done.
"""
import argparse
import difflib
import pathlib
import shlex
import subprocess
import sys
import tempfile

import lesson

SECONDS_PER_COMMAND = 60


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--zhun", required=True, type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("course", type=pathlib.Path)
    options = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as fresh:
            folder = options.keep or pathlib.Path(fresh)
            folder.mkdir(parents=True, exist_ok=True)
            return run_course(options, folder)
    except lesson.Malformed as problem:
        print(problem, file=sys.stderr)
        return 2


def run_course(options, folder):
    pages = sorted(options.course.glob("[0-9][0-9]_*.md"))
    if len(pages) != 10:
        raise lesson.Malformed(f"{options.course}: ten lessons expected, {len(pages)} found")
    differing, commands = 0, 0
    for page in pages:
        wrong, done = run_page(page, options, folder)
        differing, commands = differing + wrong, commands + done
    print(f"{len(pages)} lessons, {commands} commands, {differing} differ")
    return 1 if differing and not options.update else 0


def run_page(page, options, folder):
    """Does one lesson; returns how many commands differ and how many there are."""
    text = page.read_text(encoding="utf-8")
    try:
        steps = lesson.steps_of(text)
        replacements = [r for r in (do(step, page, options.zhun, folder) for step in steps) if r]
    except lesson.Malformed as problem:
        raise lesson.Malformed(f"{page}: {problem}") from problem
    commands = sum(isinstance(step, lesson.Command) for step in steps)
    if not commands:
        raise lesson.Malformed(f"{page}: no command is run")
    if replacements and options.update:
        page.write_text(updated(text, replacements), encoding="utf-8")
    return len(replacements), commands


def do(step, page, zhun, folder):
    """Does one step; the command and what it printed, where the page shows something else."""
    if isinstance(step, lesson.Writing):
        write(step, folder)
        return None
    printed = run(step, zhun, folder)
    if lesson.agrees(step.shown, printed):
        return None
    print(f"{page}:{step.line}: $ {step.text}")
    print("\n".join(difflib.unified_diff(step.shown, printed, "the page shows", "printed", lineterm="")))
    return step, printed


def write(writing, folder):
    """Changes a file as the page says. The folder must exist: making it is a step that the page has to show."""
    path = folder / writing.path
    if not path.parent.is_dir():
        raise lesson.Malformed(f"line {writing.line}: no step has made the folder of {writing.path}")
    if writing.how != "file" and not path.is_file():
        raise lesson.Malformed(f"line {writing.line}: no step has written {writing.path}")
    before = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    path.write_text("\n".join(lesson.written(writing, before)) + "\n", encoding="utf-8")


def run(command, zhun, folder):
    """The lines a command prints, output and errors in one, as a terminal shows them."""
    words = shlex.split(command.text)
    if words[0] not in ("zhun", "mkdir", "ls", "cat"):
        raise lesson.Malformed(f"line {command.line}: the course may not use {words[0]}")
    program = [str(zhun.resolve())] if words[0] == "zhun" else [words[0]]
    done = subprocess.run(program + words[1:], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=SECONDS_PER_COMMAND, check=False, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
    if done.returncode < 0 or done.returncode == 4:
        raise lesson.Malformed(f"line {command.line}: {command.text} failed with {done.returncode}")
    return done.stdout.decode("utf-8").rstrip("\n").splitlines()


def updated(text, replacements):
    """The page with what was printed in place of what it shows."""
    lines = text.splitlines()
    for step, printed in reversed(replacements):
        lines[step.line:step.line + len(step.shown)] = printed
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
