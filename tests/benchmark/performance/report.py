#!/usr/bin/env python3
"""Measures and writes the tables into docs/performance.md.

  report.py PROGRAM WORK [--quick]      PROGRAM: zhun_performance of a release build; WORK: a folder for what it needs

--quick: smaller catalogues and batch, and the page is left as it is. The table is printed either way.
"""
import json
import os
import platform
import re
import shutil
import subprocess
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.."))
PAGE = os.path.join(ROOT, "docs/performance.md")
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
PEER = os.path.join(ROOT, "tests/benchmark/peer")
GENERATE = os.path.join(ROOT, "tests/benchmark/sharing/generate.py")


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()


def make_work(folder, quick):
    """Files that are there already are the same: the generator is deterministic."""
    many = (1000, 10000) if quick else (10000, 100000)
    wanted = {"one": (1, 8192), "batch": (1, 100000 if quick else 1000000)}
    wanted |= {f"many_{count}": (count, 8192) for count in many}
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        if name.startswith("many_") and name not in wanted:
            subprocess.run(["rm", "-r", os.path.join(folder, name)], check=True)
    for name, (entries, requests) in wanted.items():
        path = os.path.join(folder, name)
        done = os.path.join(path, f"made_{entries}_{requests}")
        if not os.path.exists(done):
            subprocess.run([sys.executable, GENERATE, path, str(entries), str(requests)], check=True, stdout=sys.stderr)
            open(done, "w", encoding="utf-8").close()


def time_text(seconds):
    for least, unit in ((1, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")):
        if seconds >= least:
            return f"{seconds / least:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def peer_measured(folder, name):
    """One line of JSON. Node's compiler dies now and then where WebAssembly is called from a hot loop (seen with 20.20): the
    inlining that is at fault is off, and a process that dies is started again."""
    command = ["node", "--expose-gc", "--no-turbo-inline-js-wasm-calls", "measure.mjs", f"../{name}"]
    for _ in range(4):
        ended = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True)
        if ended.returncode == 0:
            return ended.stdout
        if ended.returncode > 0:
            break
    raise SystemExit(f"error: {' '.join(command)} ended with {ended.returncode}; its messages stand above")


def peer_rows(work, ours, count):
    """What the same policy costs in Cedar: a policy an entry, the same requests."""
    folder = os.path.join(work, "peer")
    os.makedirs(folder, exist_ok=True)
    for name in ("package.json", "package-lock.json", "measure.mjs"):
        shutil.copy(os.path.join(PEER, name), folder)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], check=True, cwd=folder, stdout=sys.stderr)
    measured = "".join(peer_measured(folder, name) for name in ("one", f"many_{count}"))
    rows = ["| | Zhun | {} | |", "|---|---|---|---|"]
    for line in measured.splitlines():
        peer = json.loads(line)
        rows[0] = rows[0].format(peer["engine"])
        own = ours[str(peer["entries"])]
        what = "1 entry" if peer["entries"] == 1 else f"{peer['entries']:,} entries"
        for key, name in (("bound", "decide, facts bound"), ("json", "JSON to decision"), ("load", "load")):
            if key in own:
                rows.append(f"| {what}: {name} | {time_text(own[key])} | {time_text(peer[key])} | {peer[key] / own[key]:,.0f} × |")
        rows.append(f"| {what}: memory | {own['bytes'] / 2**20:.1f} MiB | {peer['bytes'] / 2**20:.1f} MiB | "
                    f"{peer['bytes'] / own['bytes']:,.0f} × |" if "bytes" in own else "")
    return "\n".join(row for row in rows if row) + "\n"


def instructions(program, work, function):
    """Instructions of all calls of a function, by callgrind."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--toggle-collect={function}*",
               program, work, "--count"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    return int(re.search(r"Collected : (\d+)", told).group(1))


def instruction_rows(program, work, requests):
    rows = ["| instructions a decision (callgrind) | Zhun | by hand | ratio |", "|---|---|---|---|"]
    for what, ours, by_hand in (("facts bound", "zhun_counted_ours", "zhun_counted_by_hand"),
                                ("JSON to decision; both check keys", "zhun_counted_json_ours", "zhun_counted_json_by_hand")):
        own, other = (instructions(program, work, each) / requests for each in (ours, by_hand))
        rows.append(f"| {what} | {own:,.0f} | {other:,.0f} | {own / other:.2f} × |")
    return "\n".join(rows) + "\n"


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        found = re.search(r"model name\s*:\s*(.*)", info.read())
    return found.group(1) if found else platform.processor()


def memory():
    with open("/proc/meminfo", encoding="utf-8") as info:
        return f"{int(info.readline().split()[1]) / 2**20:.0f} GiB"


def circumstances():
    system = dict(line.rstrip("\n").split("=", 1) for line in open("/etc/os-release", encoding="utf-8") if "=" in line)
    compiler = output("g++", "--version").splitlines()[0]
    changed = " with changes that are not committed" if output("git", "status", "--porcelain", "--untracked-files=no") else ""
    commit = output("git", "rev-parse", "--short=12", "HEAD") + changed
    return (f"Measured on {processor()}, {os.cpu_count()} cores, {memory()}, {system['PRETTY_NAME'].strip(chr(34))}; {compiler}, "
            f"release build (-O2); commit {commit}.")


def main():
    program, work = sys.argv[1], sys.argv[2]
    quick = "--quick" in sys.argv[3:]
    make_work(work, quick)
    figures = os.path.join(work, "figures.json")
    table = subprocess.run([program, work, f"--figures={figures}"], check=True, stdout=subprocess.PIPE, text=True).stdout
    with open(figures, encoding="utf-8") as file:
        table += "\n" + instruction_rows(program, work, 8192)
        table += "\n" + peer_rows(work, json.load(file), 1000 if quick else 10000)
    print(table)
    if quick:
        return
    with open(PAGE, encoding="utf-8") as page:
        text = page.read()
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    with open(PAGE, "w", encoding="utf-8") as page:
        page.write(f"{before}{BEGIN}\n{circumstances()}\n\n{table}{END}{after}")


if __name__ == "__main__":
    main()
