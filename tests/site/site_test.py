"""Looks at the built site: what must stand on its pages, and where its links lead. Arguments: tree, zhun, site."""
import html
import json
import re
import subprocess
import sys
import unittest
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

ROOT, ZHUN, SITE = (Path(argument).resolve() for argument in sys.argv[1:4])
LANGUAGES = ("zh", "en")
LOADS = {"script": "src", "img": "src", "iframe": "src"}


class Page(HTMLParser):
    """Links, anchors and text of one page, and what it loads by itself."""

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors, self.loaded, self.words = [], set(), [], []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.anchors.add(values.get("id"))
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        if values.get(LOADS.get(tag)):
            self.loaded.append(values[LOADS[tag]])
        if tag == "link" and "stylesheet" in values.get("rel", ""):
            self.loaded.append(values["href"])

    def handle_data(self, data):
        self.words.append(data.strip())


def rows(path):
    """Rows of a table of the tree."""
    lines = (ROOT / path).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


class Site(unittest.TestCase):
    """The site as it was built."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.pages = {path: Page(path) for path in sorted(SITE.rglob("*.html"))}

    def words_of(self, language, name):
        return set(self.pages[SITE / language / "reference" / name].words)

    def stands(self, name, wanted):
        for language in LANGUAGES:
            self.assertEqual([], sorted(set(wanted) - self.words_of(language, name)), f"missing in {language} {name}")

    def test_every_keyword_stands_on_its_page(self):
        self.stands("keywords.html", [word for row in rows("grammar/keywords.tsv") for word in row[1:3]])

    def test_every_attribute_and_enumerator_stands_on_its_page(self):
        attributes = [word for row in rows("stdlib/vocabulary/attributes.tsv") for word in row[1:4]]
        enumerators = [word for row in rows("stdlib/vocabulary/enumerators.tsv") for word in row[1:4]]
        self.stands("vocabulary.html", attributes + enumerators)

    def test_every_message_stands_on_its_page_in_both_languages(self):
        said = subprocess.run([ZHUN, "explain", "--all", "--format", "json"], check=True, capture_output=True)
        for message in json.loads(said.stdout):
            for language in LANGUAGES:
                name = "messages.html" if message["code"].startswith("Z") else "lint_rules.html"
                path = SITE / language / "reference" / name
                self.assertIn(message["code"], self.pages[path].anchors)
        catalogue = (ROOT / "runtime/diagnostics/catalogue.def").read_text("utf-8")
        for code in re.findall(r'^ZHUN_DIAGNOSTIC\(\w+, "(Z\d+)"', catalogue, re.M):
            self.assertIn(code, self.pages[SITE / "zh/reference/messages.html"].anchors)

    def test_every_link_and_anchor_leads_somewhere(self):
        dead = [f"{path.relative_to(SITE)}: {link}" for path, page in self.pages.items() if path.name != "404.html"
                for link in page.links if self.is_dead(path, link)]
        self.assertEqual([], dead)

    def is_dead(self, path, link):
        if re.match(r"[a-z]+:", link):
            return False
        file, _, anchor = html.unescape(link).partition("#")
        target = (path.parent / unquote(file)).resolve() if file else path
        if not target.is_file():
            return True
        if not anchor or target not in self.pages:
            return False
        return unquote(anchor) not in self.pages[target].anchors | {"__skip"}

    def test_nothing_is_fetched_from_elsewhere(self):
        far = [f"{path.relative_to(SITE)}: {what}" for path, page in self.pages.items() for what in page.loaded
               if re.match(r"(?:[a-z]+:)?//", what)]
        self.assertEqual([], far)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
