"""The hand-written pages of one language: where they stand in the tree and in the site; their links moved."""
import os
import re
from pathlib import Path, PurePosixPath

LINK = re.compile(r"(?<!!)\[([^\]\n]*)\]\(([^)\s]+)\)")
FENCE = re.compile(r"^( *```\w+)(?: +\w+=(\S+))?.*$")  # what stands behind the language is for the tests


class PageError(Exception):
    """A page that cannot be shown as it stands."""


def places(root, language):
    """Path in the tree -> path in the site, of every hand-written page of a language that is there."""
    other = "en" if language == "zh" else "zh"
    found = {}
    for path in sorted((root / "docs").rglob("*.md")):
        inside = path.relative_to(root / "docs").as_posix()
        if f"/{other}/" in f"/{inside}" or f".{other}." in path.name or path.name.startswith(("README", "worked_")):
            continue
        if language == "zh" and path.with_name(f"{path.stem}.zh.md").exists():
            continue  # semantics.md is the English of semantics.zh.md
        found[f"docs/{inside}"] = site_name(inside, language)
    return found


def site_name(inside, language):
    """docs/course/zh/01_x.md -> course/01_x.md; docs/guides/reviewer.zh.md -> guides/reviewer.md."""
    name = inside.replace(f"/{language}/", "/").replace(f".{language}.md", ".md")
    return name.removeprefix("site/home/") if name.startswith("site/home/") else name


def moved_link(root, here, target, known, language):
    """The link `target` of the page `here` (path in the tree) as the site needs it; None: not part of the site."""
    if re.match(r"[a-z]+:|#", target):
        return target
    path, _, fragment = target.partition("#")
    absolute = os.path.normpath(PurePosixPath(here).parent / path)
    fragment = f"#{fragment}" if fragment else ""
    base = PurePosixPath(known[here]).parent
    if absolute in known:
        return os.path.relpath(known[absolute], base) + fragment
    if absolute.startswith("docs/site/home/reference/"):
        return os.path.relpath(absolute.removeprefix("docs/site/home/"), base) + fragment
    other = "en" if language == "zh" else "zh"
    elsewhere = places(root, other)
    if absolute in elsewhere:
        above = "../" * (len(base.parts) + 1)
        return f"{above}{other}/{elsewhere[absolute].removesuffix('.md')}.html{fragment}"
    if not (root / absolute).exists():
        raise PageError(f"{here}: the link to {target} leads nowhere")
    return None


def page_text(root, here, known, language):
    """A page's text, with its links moved; what stands in the tree but not in the site keeps its words only."""
    def move(match):
        target = moved_link(root, here, match[2], known, language)
        if target is None:
            return match[1]
        if target.endswith(".md") or ".md#" in target or not target.startswith(".."):
            return f"[{match[1]}]({target})"
        return f'<a href="{target}">{match[1]}</a>'  # the other language: MkDocs knows one at a time

    lines, fenced = [], False
    for line in (root / here).read_text("utf-8").splitlines():
        if line.lstrip().startswith("```"):
            fenced = not fenced
            line = FENCE.sub(lambda match: match[1] + (f' title="{match[2]}"' if match[2] else ""), line)
        elif not fenced:
            line = LINK.sub(move, line)
        lines.append(line)
    return "\n".join(lines) + "\n"


def gather(root, language):
    """Path in the site -> text of every hand-written page of a language."""
    root = Path(root)
    known = places(root, language)
    return {name: page_text(root, here, known, language) for here, name in known.items()}
