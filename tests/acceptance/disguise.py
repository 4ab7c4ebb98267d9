#!/usr/bin/env python3
"""disguise.py SCENARIOS OUT DAYS: the same scenarios with every name and id renamed and every date moved by DAYS.

What is decided must not hang on the names and days of the public scenarios. Names, ids and texts are replaced consistently
in documents and expectations; the deadlines that are expected are counted anew from stdlib/calendar. Scenarios about the
day the Regulation came into force keep their days."""
import datetime
import glob
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CALENDAR = os.path.join(HERE, '..', '..', 'stdlib', 'calendar', 'holidays.json')
RENAMED = {'name', 'title', 'id', 'entry', 'version', 'entry_version', 'duty', 'matter', 'scenario', 'purpose', 'purposes',
           'materials', 'system', 'systems', 'theme', 'text', 'approved_by', 'approval_no', 'by', 'policy', 'items'}
IN_FORCE = datetime.date(2025, 8, 1)
WORKING_DAYS = {'unconditional': 1, 'conditional': 10}


def renamed(text):
    """Another text of the same kind; equal texts stay equal, different ones different."""
    return '另' + text[::-1] if text else text


def disguised(value, key=None):
    if isinstance(value, dict):
        return {k: disguised(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [disguised(v, key) for v in value]
    if isinstance(value, str) and (key in RENAMED or (key == 'scope' and value != 'all')):
        return renamed(value)
    return value


def disguised_expectation(expect):
    made = dict(expect)
    for key in ('missing', 'missing_when'):
        if key in made:
            made[key] = [re.sub(r'\[(.*)\]$', lambda m: '[' + renamed(m[1]) + ']', path) for path in made[key]]
    if 'items' in made:
        made['items'] = {renamed(name): what for name, what in made['items'].items()}
    if 'terms' in made:
        made['terms'] = disguised(made['terms'])
    return made


def moved(value, days):
    if isinstance(value, dict):
        return {k: moved(v, days) for k, v in value.items()}
    if isinstance(value, list):
        return [moved(v, days) for v in value]
    if isinstance(value, str) and re.match(r'\d{4}-\d\d-\d\d(T|$)', value):
        day = datetime.date.fromisoformat(value[:10]) + datetime.timedelta(days=days)
        return day.isoformat() + value[10:]
    return value


class Calendar:
    """Counted as slowly as by hand: day after day."""

    def __init__(self):
        with open(CALENDAR, encoding='utf-8') as file:
            data = json.load(file)
        self.free, self.worked = set(), set()
        for year in data['years'].values():
            for festival in year.get('festivals', []):
                first, last = (datetime.date.fromisoformat(festival[key]) for key in ('from', 'to'))
                self.free |= {(first + datetime.timedelta(days=i)).isoformat() for i in range((last - first).days + 1)}
                self.worked |= set(festival['adjusted_workdays'])

    def after(self, start, count):
        day = datetime.date.fromisoformat(start[:10])
        while count:
            day += datetime.timedelta(days=1)
            text = day.isoformat()
            if text in self.worked or (day.weekday() < 5 and text not in self.free):
                count -= 1
        return day.isoformat()


def with_new_deadlines(scenario, calendar):
    for name, expected in scenario['expect'].get('deadlines', {}).items():
        if expected.get('due') is None:
            continue
        if name == 'provide':
            expected['due'] = calendar.after(scenario['context']['as_of'], 20)
        else:
            expected['due'] = calendar.after(scenario['application']['received_at'], WORKING_DAYS[scenario['entry']['sharing']])


def main():
    source, out, days = sys.argv[1], sys.argv[2], int(sys.argv[3])
    os.makedirs(out, exist_ok=True)
    calendar = Calendar()
    for path in sorted(glob.glob(os.path.join(source, '*.json'))):
        with open(path, encoding='utf-8') as file:
            scenario = json.load(file)
        for key in ('entry', 'application', 'context'):
            scenario[key] = disguised(scenario.get(key) or {})
        scenario['expect'] = disguised_expectation(scenario['expect'])
        received = datetime.date.fromisoformat(scenario['application']['received_at'][:10])
        if received - IN_FORCE > datetime.timedelta(days=60):
            for key in ('entry', 'application', 'context'):
                scenario[key] = moved(scenario[key], days)
            scenario['expect']['terms'] = moved(scenario['expect'].get('terms', {}), days)
            with_new_deadlines(scenario, calendar)
        with open(os.path.join(out, os.path.basename(path)), 'w', encoding='utf-8') as file:
            json.dump(scenario, file, ensure_ascii=False, indent=1)


main()
