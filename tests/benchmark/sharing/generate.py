#!/usr/bin/env python3
"""Work for the benchmark: entries, requests and what each should come to. The same arguments give the same files.

  generate.py FOLDER ENTRIES [REQUESTS]     REQUESTS: 8192 unless said otherwise

writes entries.ndjson, requests.ndjson and expected.txt ("1" grant, "0" refuse, a character a request), and policies.cedar
for the peer. Half of the requests are spoiled in one condition; the oracle below decides all of them.
"""
import json
import os
import random
import sys

DEPARTMENTS = [f"D{number:05d}" for number in range(200)]
REGIONS = [f"{province}{city:02d}{county:02d}" for province in (11, 31, 33, 44, 51) for city in (1, 3, 6, 9)
           for county in (1, 2, 5, 9)]
USES = [f"purpose-{word}" for word in
        ("licensing subsidy taxation statistics emergency health education housing traffic credit customs pension audit "
         "planning census epidemic transport energy justice welfare").split()]
ITEMS = [f"field_{number:02d}" for number in range(60)]
GROUNDS = [f"LAW-{number:02d}" for number in range(10)]
ROLES = ["viewer", "operator", "auditor", "approver", "steward", "analyst", "admin"]
CHANNELS = ["api", "batch", "file"]


def area_of(region, digits):
    return region[:digits] + "0" * (6 - digits)


def inside(region, area):
    prefix = area
    while prefix.endswith("00"):
        prefix = prefix[:-2]
    return region.startswith(prefix)


def make_entry(chance, number):
    grade = 1 if number == 0 else chance.choice((0, 0, 1, 1, 1, 2, 2, 3))
    return {
        "id": f"CAT-{number:06d}", "status": "published", "sharing": "conditional",
        "provider": {"kind": "government_department"},
        "depts": sorted(chance.sample(DEPARTMENTS, 12)), "area": area_of(chance.choice(REGIONS), chance.choice((2, 4, 6))),
        "uses": sorted(chance.sample(USES, 6)), "items": [{"name": name} for name in sorted(chance.sample(ITEMS, 20))],
        "channels": CHANNELS, "max_days": 365, "about_people": number == 0 or chance.random() < 0.5,
        "grounds": sorted(chance.sample(GROUNDS, 4)), "secrecy_grade": grade,
    }


def other(chance, all_of_them, taken):
    return chance.choice([each for each in all_of_them if each not in taken])


def make_request(chance, entry, number):
    names = [item["name"] for item in entry["items"]]
    inner = [region for region in REGIONS if inside(region, entry["area"])]
    onward = chance.random() < 0.25
    with_ground = entry["about_people"] or chance.random() < 0.5
    request = {
        "id": f"R{number}", "entry": entry["id"], "received_at": "2026-03-15T09:00:00+08:00",
        "applicant": {"dept": chance.choice(entry["depts"]), "level": chance.choice(("national", "province", "city")),
                      "region": chance.choice(inner), "roles": chance.sample(ROLES, chance.randrange(1, 6))},
        "purpose": chance.choice(entry["uses"]), "legal_basis": chance.choice(entry["grounds"]) if with_ground else "",
        "scenario": "online-service", "channel": chance.choice(CHANNELS),
        "items": chance.sample(names, chance.randrange(3, 9)), "days": chance.randrange(1, 366),
        "onward": onward, "agreed": onward or chance.random() < 0.2,
    }
    if chance.random() < 0.5:
        spoil(chance, entry, request, names)
    return request


def spoil(chance, entry, request, names):
    kind = chance.randrange(8)
    if kind == 0:
        request["applicant"]["dept"] = other(chance, DEPARTMENTS, entry["depts"])
    elif kind == 1:
        request["applicant"]["region"] = chance.choice([each for each in REGIONS if not inside(each, entry["area"])])
    elif kind == 2:
        request["purpose"] = other(chance, USES, entry["uses"])
    elif kind == 3:
        request["items"][chance.randrange(len(request["items"]))] = other(chance, ITEMS, names)
    elif kind == 4:
        request["channel"] = "ftp"
    elif kind == 5:
        request["days"] = chance.randrange(366, 1000)
    elif kind == 6:
        request["legal_basis"] = chance.choice(("", other(chance, GROUNDS, entry["grounds"])))
    else:
        request["onward"], request["agreed"] = True, False


def granted(entry, request):
    """The oracle."""
    names = [item["name"] for item in entry["items"]]
    return (request["applicant"]["dept"] in entry["depts"] and inside(request["applicant"]["region"], entry["area"])
            and request["purpose"] in entry["uses"] and all(name in names for name in request["items"])
            and request["channel"] in entry["channels"] and request["days"] <= entry["max_days"]
            and (not entry["about_people"] or request["legal_basis"] in entry["grounds"])
            and not (request["onward"] and not request["agreed"]) and entry["secrecy_grade"] < 3)


def cedar(entry):
    """The same conditions, a permit an entry; the prefix of a region is a pattern."""
    say = json.dumps
    prefix = entry["area"]
    while prefix.endswith("00"):
        prefix = prefix[:-2]
    ground = f' &&\n  {say(entry["grounds"])}.contains(context.legal_basis)' if entry["about_people"] else ""
    names = [item["name"] for item in entry["items"]]
    return (f'permit (principal, action == Action::"share", resource == Entry::"{entry["id"]}")\nwhen {{\n'
            f'  {say(entry["depts"])}.contains(principal.dept) &&\n  principal.region like "{prefix}*" &&\n'
            f'  {say(entry["uses"])}.contains(context.purpose) &&\n  {say(names)}.containsAll(context.items) &&\n'
            f'  {say(entry["channels"])}.contains(context.channel) &&\n  context.days <= {entry["max_days"]}{ground}\n}};\n')


CEDAR_FORBID = ('forbid (principal, action, resource)\n'
                'when { (context.onward && !context.agreed) || resource.secrecy_grade >= 3 };\n')


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    requests = int(sys.argv[3]) if len(sys.argv) > 3 else 8192
    os.makedirs(folder, exist_ok=True)
    chance = random.Random(20260315)
    entries = [make_entry(chance, number) for number in range(count)]
    chance = random.Random(1000 + count)
    with open(os.path.join(folder, "entries.ndjson"), "w", encoding="utf-8") as out:
        out.writelines(json.dumps(entry, separators=(",", ":")) + "\n" for entry in entries)
    expected = []
    with open(os.path.join(folder, "requests.ndjson"), "w", encoding="utf-8") as out:
        for number in range(requests):
            entry = entries[chance.randrange(count)]
            request = make_request(chance, entry, number)
            out.write(json.dumps(request, separators=(",", ":")) + "\n")
            expected.append("1" if granted(entry, request) else "0")
    with open(os.path.join(folder, "expected.txt"), "w", encoding="utf-8") as out:
        out.write("".join(expected))
    with open(os.path.join(folder, "policies.cedar"), "w", encoding="utf-8") as out:
        out.writelines(cedar(entry) for entry in entries[:1000])
        out.write(CEDAR_FORBID)
    size = os.path.getsize(os.path.join(folder, "requests.ndjson")) / requests
    print(f"{count} entries, {requests} requests of {size:.0f} bytes, {expected.count('1') / requests:.2f} granted")


if __name__ == "__main__":
    main()
