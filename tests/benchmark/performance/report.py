#!/usr/bin/env python3
"""Measures and writes the table into docs/performance.md.

  report.py PROGRAM WORK [--quick]      PROGRAM: zhun_performance of a release build; WORK: a folder for what it needs

--quick: smaller catalogues and batch, and the page is left as it is. The table is printed either way.
"""
import os
import platform
import re
import subprocess
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.."))
PAGE = os.path.join(ROOT, "docs/performance.md")
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
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
    table = subprocess.run([program, work], check=True, stdout=subprocess.PIPE, text=True).stdout
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
