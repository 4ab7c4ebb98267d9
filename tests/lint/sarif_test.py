"""The SARIF reports of the golden tests against the official schema, and what viewers ask for beyond it."""

import json
import pathlib
import unittest

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE.parent / "golden" / "lint_report"
REPORTS = sorted(GOLDEN.glob("sarif_*.expected.txt"))


def schema():
    return json.loads((HERE / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def runs():
    for path in REPORTS:
        yield path.name, json.loads(path.read_text(encoding="utf-8"))["runs"][0]


def locations(run):
    """Every physical location of the results."""
    for result in run["results"]:
        for place in result["locations"] + result["relatedLocations"]:
            yield place["physicalLocation"]


class Sarif(unittest.TestCase):
    def test_there_are_reports_in_both_languages(self):
        self.assertEqual(len(REPORTS), 2)

    def test_reports_keep_to_the_schema(self):
        validator = jsonschema.Draft4Validator(schema())
        for path in REPORTS:
            with self.subTest(path.name):
                errors = validator.iter_errors(json.loads(path.read_text(encoding="utf-8")))
                self.assertEqual([f"{list(e.absolute_path)}: {e.message}" for e in errors], [])

    def test_the_schema_refuses_what_is_no_sarif(self):
        broken = json.loads(REPORTS[0].read_text(encoding="utf-8"))
        broken["runs"][0]["results"][0]["level"] = "fatal"
        self.assertFalse(jsonschema.Draft4Validator(schema()).is_valid(broken))

    def test_results_and_places_point_at_what_is_there(self):
        for name, run in runs():
            rules, artifacts = run["tool"]["driver"]["rules"], run["artifacts"]
            with self.subTest(name):
                for result in run["results"]:
                    self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
                for place in locations(run):
                    file = place["artifactLocation"]
                    self.assertEqual(artifacts[file["index"]]["location"]["uri"], file["uri"])

    def test_places_in_the_law_show_the_provision(self):
        for name, run in runs():
            for result in run["results"]:
                for related in result["relatedLocations"]:
                    place = related["physicalLocation"]
                    contents = run["artifacts"][place["artifactLocation"]["index"]].get("contents")
                    if contents is None:
                        continue
                    lines = contents["text"].split("\n")
                    with self.subTest(name, citation=related["message"]["text"]):
                        region = place["region"]
                        self.assertEqual(lines[region["startLine"] - 1], related["message"]["text"])
                        self.assertNotEqual(lines[region["endLine"] - 1], "")
                        self.assertEqual(lines[region["endLine"]], "")

    def test_fingerprints_tell_results_apart(self):
        for name, run in runs():
            prints = [result["partialFingerprints"]["zhun/v1"] for result in run["results"]]
            with self.subTest(name):
                self.assertEqual(len(prints), len(set(prints)))


if __name__ == "__main__":
    unittest.main()
