"""What MkDocs calls while it builds one language: the menu from the folders, and the colours of Zhun."""
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import menu  # noqa: E402  (beside this file, which MkDocs loads from an unknown place)
import zhun_lexer  # noqa: E402


def on_config(config):
    """Sets the menu from the pages that are there, and tells Pygments about ```zhun."""
    zhun_lexer.register(HERE.parents[1] / "grammar" / "keywords.tsv")
    config["nav"] = menu.menu(Path(config["docs_dir"]), os.environ["ZHUN_SITE_LANGUAGE"])
    return config


def on_post_page(output, page, config):
    """Lets the switch of languages lead to this page in the other language, or to its home where there is none."""
    above = "../" * (page.file.src_uri.count("/") + 1)
    for language in ("zh", "en"):
        there = (Path(config["docs_dir"]).parent / language / page.file.src_uri).exists()
        output = output.replace(f'"/{language}/"', f'"{above}{language}/{page.file.url if there else "index.html"}"')
    return output
