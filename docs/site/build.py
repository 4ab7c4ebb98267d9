#!/usr/bin/env python3
"""Builds the documentation site: gathers and generates the pages of each language, then lets MkDocs write them.

A page that does not exist yet is simply not there; a link to something that does not exist stops the build."""
import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from pages import PageError, gather
from reference import PAGES, Source

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LANGUAGES = ("zh", "en")


def write(path, text):
    """Writes a page, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def prepare(stage, language, source):
    """Fills the folder `stage` with every page of one language."""
    for name, text in gather(ROOT, language).items():
        write(stage / name, text)
    for name, page in PAGES:
        write(stage / "reference" / name, page(source, language))
    shutil.copy(HERE / "static" / "site.css", stage / "site.css")


def run_mkdocs(stage, language, site):
    """Lets MkDocs write the site of one language; a warning is an error."""
    command = ["mkdocs", "build", "--strict", "--clean",
               "--config-file", str(HERE / f"mkdocs.{language}.yml"), "--site-dir", str(site)]
    environment = dict(os.environ, ZHUN_SITE_PAGES=str(stage), ZHUN_SITE_LANGUAGE=language, PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if done.returncode:
        raise PageError(f"MkDocs refused the pages in {language}\n{done.stdout}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zhun", required=True, type=Path, help="the built program: help and messages come from it")
    parser.add_argument("--output", required=True, type=Path, help="folder of the site; its zh and en are replaced")
    arguments = parser.parse_args()
    output = arguments.output.resolve()
    source = Source(ROOT, arguments.zhun.resolve())
    stage = output.parent / f"{output.name}.pages"
    shutil.rmtree(stage, ignore_errors=True)
    for language in LANGUAGES:  # every page first: a page leads to its counterpart
        prepare(stage / language, language, source)
    for language in LANGUAGES:
        run_mkdocs(stage / language, language, output / language)
    shutil.copy(HERE / "static" / "index.html", output / "index.html")


if __name__ == "__main__":
    try:
        main()
    except (PageError, subprocess.CalledProcessError) as error:
        sys.exit(f"the site was not built: {error}")
