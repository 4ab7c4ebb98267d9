#!/usr/bin/env python3
"""Requires that the Chinese and the English course end with the same policy: same_policy.py --zhun PATH COURSE COURSE.

Does the lessons of both folders and compares the digest of the program in the receipt of one decision, which does not
depend on the words a policy is written in. Exit: 0 the same, 1 not.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

RUNNER = pathlib.Path(__file__).with_name("run_lessons.py")
DECISION = ["decide", "--entry", "policy/entry.json", "--application", "policy/application.json",
            "--context", "policy/context.json", "--bundle", "tekun.zb", "--format", "json"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--zhun", required=True, type=pathlib.Path)
    parser.add_argument("courses", nargs=2, type=pathlib.Path)
    options = parser.parse_args()
    digests = [digest_after(course, options.zhun.resolve()) for course in options.courses]
    for course, digest in zip(options.courses, digests):
        print(f"{course}: {digest}")
    return 0 if digests[0] == digests[1] else 1


def digest_after(course, zhun):
    """The digest of the policies in the bundle that the last lesson makes."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, RUNNER, "--zhun", zhun, "--keep", folder, course], check=True)
        decided = subprocess.run([zhun, *DECISION], cwd=folder, stdout=subprocess.PIPE, check=True)
    return json.loads(decided.stdout)["receipt"]["policies"]


if __name__ == "__main__":
    sys.exit(main())
