#!/usr/bin/env python3
"""picture_test ZHUN FIXTURES: pages and calendars of cases, read back by other people's parsers."""
import datetime
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import icalendar

ZHUN, FIXTURES = sys.argv[1], pathlib.Path(sys.argv[2])
VOID = {"meta", "br", "link", "input", "hr"}
LONG = "某省关于社会救助对象信息与医疗保障信息联合核验、逐笔比对并限期反馈结果的申请，编号“甲；乙,丙\\丁”"


class Balance(html.parser.HTMLParser):
    """Elements that are open; anything that ends what is not open is wrong."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.outside = [], [], []

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in ("src", "href", "xlink:href"):
                self.outside.append(value)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def run(case, as_of, form, *more):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "case.json"
        path.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
        done = subprocess.run([ZHUN, "timeline", "--case", str(path), "--as-of", as_of, "--format", form, *more],
                              capture_output=True, check=True)
        return done.stdout


def fixture(name):
    return json.loads((FIXTURES / name).read_text(encoding="utf-8"))


def trying_case():
    """Marks that HTML and calendars have to escape, a provisional deadline, one that was missed."""
    case = fixture("case.json")
    case["application"]["id"] = LONG + "<script>&\""
    case["application"]["received_at"] = "2026-12-28T09:00:00+08:00"
    case["events"] = [{"type": "catalogue_triggered", "at": "2026-11-02T09:00:00+08:00", "by": "<b>甲</b>"}]
    return case


class Calendars(unittest.TestCase):
    def events(self, case, as_of, *more):
        calendar = icalendar.Calendar.from_ical(run(case, as_of, "ics", *more))
        self.assertEqual(calendar["VERSION"], "2.0")
        return [each for each in calendar.walk("VEVENT")]

    def test_have_an_event_for_each_open_deadline(self):
        case = fixture("case.json")
        events = self.events(case, "2026-10-14")
        due = [each["due"] for each in json.loads(run(case, "2026-10-14", "json"))["deadlines"] if each["status"] == "pending"]
        self.assertEqual([each["DTSTART"].dt.isoformat() for each in events], due)
        self.assertEqual(events[0]["DTSTART"].dt, datetime.date(2026, 10, 15))
        self.assertEqual(events[0]["DTEND"].dt, datetime.date(2026, 10, 16))
        self.assertEqual(len(events[0].walk("VALARM")), 1)

    def test_keep_every_mark_of_a_text(self):
        for more in ([], ["--lang", "en"]):
            events = self.events(trying_case(), "2027-01-02", *more)
            self.assertTrue(any(LONG + "<script>&\"" in str(each["SUMMARY"]) for each in events))
            self.assertEqual(len({str(each["UID"]) for each in events}), len(events))
            states = {str(each["STATUS"]) for each in events}
            self.assertEqual(states, {"TENTATIVE", "CONFIRMED"})

    def test_have_no_line_over_75_octets(self):
        for line in run(trying_case(), "2027-01-02", "ics").split(b"\r\n"):
            self.assertLessEqual(len(line), 75)

    def test_leave_out_what_is_met(self):
        self.assertEqual([str(each["SUMMARY"]) for each in self.events(fixture("case_in_use.json"), "2026-11-21")],
                         ["保存记录（需求部门）SQ-TL-1"])

    def test_are_the_same_each_time(self):
        self.assertEqual(run(trying_case(), "2027-01-02", "ics"), run(trying_case(), "2027-01-02", "ics"))


class Pages(unittest.TestCase):
    def test_are_whole_and_stand_alone(self):
        for case, day in ((trying_case(), "2027-01-02"), (fixture("case_in_use.json"), "2026-11-21"), (fixture("case.json"), "2026-10-16")):
            for more in ([], ["--lang", "en"]):
                page = run(case, day, "html", *more).decode("utf-8")
                balance = Balance()
                balance.feed(page)
                self.assertEqual((balance.open, balance.wrong, balance.outside), ([], [], []))
                self.assertNotIn("<script", page)
                self.assertNotIn("<b>甲", page)
                self.assertNotRegex(page, r"url\((?!#)|@import|http://|https://")

    def test_show_every_deadline_and_event(self):
        case = fixture("case_in_use.json")
        answer = json.loads(run(case, "2026-11-21", "json"))
        page = run(case, "2026-11-21", "html").decode("utf-8")
        self.assertEqual(len(re.findall(r'<rect [^>]*class="bar', page)), len(answer["deadlines"]))
        self.assertEqual(len(re.findall(r'<circle [^>]*class="event', page)), len(answer["events"]))
        self.assertIn("2026年10月15日", page)

    def test_draw_nothing_outside_the_picture(self):
        page = run(trying_case(), "2027-01-02", "html").decode("utf-8")
        width = int(re.search(r'viewBox="0 0 (\d+)', page).group(1))
        for x in re.findall(r'[ x][12]?="(-?\d+)" y', page):
            self.assertTrue(0 <= int(x) <= width, x)


unittest.main(argv=sys.argv[:1])
