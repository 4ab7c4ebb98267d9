#!/usr/bin/env python3
"""installed.py --cmake CMAKE --build DIR --source DIR: installs the build into a temporary folder and uses that copy as
a stranger would. One line a failed check, last line «N passed, M failed»; exit status 0 iff none failed."""
import argparse
import ctypes
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

LARGEST_LIBRARY = 2_000_000  # bytes, stripped
LANGUAGES = ("c", "cpp", "java", "node")
MAY_NEED = re.compile(r"lib(c|m|gcc_s|stdc\+\+|fmt|simdjson)\.so\.\d+|ld-linux.*")
STANDARD_HEADER = re.compile(r"<((?:stddef|stdint)\.h|[a-z_]+)>|\"zhun\.h\"")
RUNTIME = {"lib/libzhun.so.0", "share/zhun/default.zb"}
DEVELOPMENT = {"include/zhun.h", "include/zhun.hpp", "include/zhun_arrow.h", "lib/libzhun.so", "lib/pkgconfig/zhun.pc",
               "lib/cmake/Zhun/ZhunConfig.cmake", "lib/cmake/Zhun/ZhunConfigVersion.cmake",
               "lib/cmake/Zhun/ZhunTargets.cmake"}


class Failure(Exception):
    """A check that does not hold; its text says what and what to do."""


def need(holds, text):
    if not holds:
        raise Failure(text)


def run(*command, fails=False, **options):
    """What a command prints; a Failure with its whole output where it ends badly (unless it may: `fails`)."""
    try:
        words = [str(word) for word in command]
        ran = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", **options)
    except FileNotFoundError:
        raise Failure(f"{command[0]} is not installed; ./dev setup installs what the tests need") from None
    need(fails or ran.returncode == 0,
         f"{' '.join(map(str, command))}\n  ended with {ran.returncode}:\n{ran.stdout}{ran.stderr}")
    return ran


class Installed:
    """A copy of the build, installed, and what its command decides."""

    def __init__(self, options, folder):
        self.source, self.build = pathlib.Path(options.source).resolve(), pathlib.Path(options.build).resolve()
        self.cmake = options.cmake
        self.folder = pathlib.Path(folder)
        self.prefix = self.folder / "prefix"
        self.install(self.prefix)
        self.library = self.prefix / "lib" / "libzhun.so.0"
        self.cases = sorted(path for path in (self.source / "examples" / "decisions").iterdir() if path.is_dir())

    def install(self, prefix, *arguments):
        run(self.cmake, "--install", self.build, "--prefix", prefix, "--strip", *arguments)

    def decide(self, case):
        """The bytes of `zhun decide --format json` of the installed program."""
        context = case / "context.json"
        arguments = ["--context", context] if context.exists() else []
        ran = run(self.prefix / "bin" / "zhun", "decide", "--entry", case / "entry.json", "--application",
                  case / "application.json", *arguments, "--format", "json", fails=True)
        need(ran.returncode in (0, 10, 11, 12, 13, 14), f"zhun decide gives no decision on {case}:\n{ran.stderr}")
        return ran.stdout

    def printed(self, case):
        """What an example prints for the case, by the decision of the command."""
        decision = json.loads(self.decide(case))
        lines = [f"{decision['label']['zh']}（{decision['decision']}）"]
        lines += [f"还缺：{missing['label']['zh']}（{missing['path']}）" for missing in decision["missing"]]
        return "".join(line + "\n" for line in lines)


def files_under(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def each_component_holds_what_it_is_for(installed):
    runtime, development = installed.folder / "runtime", installed.folder / "development"
    installed.install(runtime, "--component", "Runtime")
    installed.install(development, "--component", "Development")
    found = files_under(runtime)
    need(RUNTIME <= found, f"the component Runtime lacks {RUNTIME - found}")
    more = {name for name in found - RUNTIME if not name.startswith("lib/libzhun.so.0.")}
    need(not more, f"the component Runtime has more than a program needs to run: {more}")
    found = files_under(development)
    need(DEVELOPMENT <= found, f"the component Development lacks {DEVELOPMENT - found}")
    need(not any(name.startswith(("bin/", "share/")) for name in found), f"the component Development has {found}")


def the_library_is_small(installed):
    size = installed.library.resolve().stat().st_size
    need(size < LARGEST_LIBRARY, f"libzhun.so.0 has {size} bytes, stripped; it must stay below {LARGEST_LIBRARY}")


def the_library_needs_no_compiler_solver_or_llvm(installed):
    dynamic = run("readelf", "--dynamic", "--wide", installed.library).stdout
    needed = re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic)
    need(needed, "readelf lists nothing that libzhun.so.0 needs")
    foreign = [name for name in needed if not MAY_NEED.fullmatch(name)]
    need(not foreign, f"libzhun.so.0 links {foreign}")
    need("[libzhun.so.0]" in dynamic, "libzhun.so.0 does not say its name (SONAME)")
    loaded = run("ldd", installed.library).stdout
    need("not found" not in loaded, f"libzhun.so.0 cannot be loaded:\n{loaded}")
    need(not re.search(r"antlr|libz3|libLLVM", loaded), f"libzhun.so.0 brings along what it must not:\n{loaded}")


def the_library_exports_the_functions_of_its_header_only(installed):
    listed = run("nm", "--dynamic", "--defined-only", "--format=posix", installed.library).stdout
    exported = {line.split()[0].split("@")[0] for line in listed.splitlines()} - {"ZHUN_0"}
    declared = set(re.findall(r"^[^/\n]*?\b(zhun_\w+)\(", (installed.prefix / "include/zhun.h").read_text(), re.M))
    need(exported == declared, f"exported but not declared: {sorted(exported - declared)}; "
                               f"declared but not exported: {sorted(declared - exported)}")


def the_headers_need_the_standard_library_only(installed):
    for name in ("zhun.h", "zhun.hpp", "zhun_arrow.h"):
        included = re.findall(r"^\s*#\s*include\s+(\S+)", (installed.prefix / "include" / name).read_text(), re.M)
        foreign = [header for header in included if not STANDARD_HEADER.fullmatch(header)]
        need(included and not foreign, f"{name} includes {foreign}")


def the_program_finds_its_bundle(installed):
    need(json.loads(run(installed.prefix / "bin" / "zhun", "version", "--format", "json").stdout)["policies"],
         "the installed zhun knows no policies")


def the_library_decides_as_the_program_does(installed):
    library = ctypes.CDLL(str(installed.library))
    library.zhun_bundle_open.restype = library.zhun_decider_new.restype = ctypes.c_void_p
    library.zhun_decider_decide.restype = library.zhun_decision_json.restype = ctypes.c_void_p
    at = ctypes.c_void_p
    bundle = at(library.zhun_bundle_open(str(installed.prefix / "share/zhun/default.zb").encode(), None))
    decider = at(library.zhun_decider_new(bundle, None))
    library.zhun_bundle_free(bundle)
    for case in installed.cases:
        words = []
        for name in ("entry.json", "application.json", "context.json"):
            text = (case / name).read_bytes()
            words += [text, ctypes.c_size_t(len(text))]
        decision = at(library.zhun_decider_decide(decider, *words, None, None))
        need(decision.value, f"libzhun.so.0 gives no decision on {case}")
        text = at(library.zhun_decision_json(decision, None))
        got = ctypes.string_at(text.value).decode()
        library.zhun_free(text)
        library.zhun_decision_free(decision)
        need(got == installed.decide(case), f"{case}: libzhun.so.0 says other bytes than zhun decide:\n{got}")
    library.zhun_decider_free(decider)


def commands_of(folder):
    """The block of commands in both READMEs of an example."""
    blocks = [re.findall(r"^```sh\n(.*?)^```", (folder / name).read_text(encoding="utf-8"), re.M | re.S)
              for name in ("README.md", "README.zh.md")]
    need(all(len(block) == 1 for block in blocks), f"{folder}: each README has one block of commands")
    need(blocks[0] == blocks[1], f"{folder}: the two READMEs give different commands")
    return blocks[0][0].splitlines()


def shell(lines, folder, installed, case):
    """Runs the lines as a reader who set ZHUN and CASE would. PATH and HOME only: nothing leads back into the build."""
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8",
                   "ZHUN": str(installed.prefix), "CASE": str(case)}
    environment |= {name: value for name, value in os.environ.items() if name.lower().startswith("npm_config_")}
    return run("bash", "-ec", "\n".join(lines), cwd=folder, env=environment, fails=True)


def example(language):
    def decides_as_the_program_does(installed):
        folder = installed.folder / "stranger" / language
        shutil.copytree(installed.source / "examples" / "embed" / language, folder,
                        ignore=shutil.ignore_patterns("build", "node_modules", "decide"))
        lines = commands_of(folder)
        first = next(case for case in installed.cases if "supplement" in case.name)
        ran = shell(lines, folder, installed, first)
        need(ran.returncode == 0,
             f"the commands of examples/embed/{language}/README.md fail:\n{ran.stdout}{ran.stderr}")
        need(ran.stdout.endswith(installed.printed(first)),
             f"examples/embed/{language} prints on {first.name}:\n{ran.stdout}  instead of\n{installed.printed(first)}")
        again = [line for line in lines if line.startswith("export ")] + lines[-1:]
        for case in installed.cases:
            ran, expected = shell(again, folder, installed, case), installed.printed(case)
            need((ran.returncode, ran.stdout) == (0, expected),
                 f"examples/embed/{language} on {case.name}: {ran.returncode}\n{ran.stdout}{ran.stderr}"
                 f"  instead of\n{expected}")
        tells_what_is_at_fault(again, folder, installed)

    def tells_what_is_at_fault(lines, folder, installed):
        faulty = installed.folder / "faulty"
        shutil.copytree(installed.cases[0], faulty, dirs_exist_ok=True)
        application = json.loads((faulty / "application.json").read_text(encoding="utf-8"))
        (faulty / "application.json").write_text(json.dumps(application | {"colour": "red"}), encoding="utf-8")
        ran = shell(lines, folder, installed, faulty)
        need((ran.returncode, ran.stdout) == (3, "") and "Z5009 application/colour " in ran.stderr,
             f"examples/embed/{language} on an unknown key: {ran.returncode}\n{ran.stdout}{ran.stderr}")

    decides_as_the_program_does.__name__ = f"example_{language}_decides_as_the_program_does"
    return decides_as_the_program_does


CHECKS = [
    each_component_holds_what_it_is_for,
    the_library_is_small,
    the_library_needs_no_compiler_solver_or_llvm,
    the_library_exports_the_functions_of_its_header_only,
    the_headers_need_the_standard_library_only,
    the_program_finds_its_bundle,
    the_library_decides_as_the_program_does,
    *map(example, LANGUAGES),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for option in ("--cmake", "--build", "--source"):
        parser.add_argument(option, required=True)
    parser.add_argument("--only", default="", help="checks whose name holds this")
    options = parser.parse_args()
    failed, checks = 0, [check for check in CHECKS if options.only in check.__name__]
    with tempfile.TemporaryDirectory(prefix="zhun_installed_") as folder:
        try:
            installed = Installed(options, folder)
        except Failure as failure:
            sys.exit(f"the build in {options.build} could not be installed (is everything built?):\n{failure}")
        for check in checks:
            try:
                check(installed)
            except Failure as failure:
                failed += 1
                print(f"FAILED {check.__name__}: {failure}", flush=True)
    print(f"{len(checks) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not checks else 0)


if __name__ == "__main__":
    main()
