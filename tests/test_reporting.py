"""Every format says the same findings, in the words of its reader."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPUS, ROOT, Run
from jsonschema.validators import validator_for

from communique import __version__, reporting
from communique.api import inspect
from communique.text.escaping import escape
from communique.validation import registry

INVALID = ROOT / "tests" / "invalid"
SARIF_SCHEMA = os.environ.get("COMMUNIQUE_SARIF_SCHEMA")
BAD = """\
schema_version: 0.1.0
kind: registry
id: example
actors:
- {id: a, type: persn, name: {en: 李强 李强}}   # 世界
- {id: "\\u0062", type: person, name: {zh: 世界, en: 12}}
- {id: no, type: person, name: {en: Norway}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "example.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path


def output(run: Run, project: Path, format_: str, *more: str) -> str:
    done = run("validate", "example.yaml", "--format", format_, *more, cwd=project)
    assert done.returncode == 1
    return done.stdout


def test_full_points_at_the_place_whatever_the_width_of_letters(run: Run, project: Path) -> None:
    assert output(run, project, "full") == (
        "example.yaml:5:17: error CQ208 expected an actor type code, found 'persn'\n"
        "5 | - {id: a, type: persn, name: {en: 李强 李强}}   # 世界\n"
        "  |                 ^\n"
        "help: did you mean person?\n"
        "\n"
        "example.yaml:6:51: error CQ207 expected text on one line, found the number 12\n"
        '6 | - {id: "\\u0062", type: person, name: {zh: 世界, en: 12}}\n'
        "  |                                                     ^\n"  # each of the two wide letters takes two cells
        'help: put it in quotes: "12"\n'
        "\n"
        "example.yaml:7:8: warning CQ110 no is read as text here and as false by programs that follow YAML 1.1\n"
        "7 | - {id: no, type: person, name: {en: Norway}}\n"
        "  |        ^\n"
        'help: write "no" in quotes\n'
        "\n"
        "1 file checked: 2 errors, 1 warning\n"
        "1 file has reading or schema errors; other rules run once it is fixed\n"
    )


def test_full_points_at_the_place_after_tabs_marks_and_what_is_hidden(run: Run, project: Path) -> None:
    said = {"th": "ที่นี่", "ko": "\u1112\u1161\u11ab", "es": "n\u0303", "en": "a\ue000b"}
    line = f"actors:\t[{{id: a, name: {{{', '.join(f'{key}: {text}' for key, text in said.items())}}}, type: persn}}]"
    (project / "example.yaml").write_text(f"schema_version: 0.1.0\nkind: registry\nid: example\n{line}\n", "utf-8")
    lines = output(run, project, "full").splitlines()
    index = next(number for number, line in enumerate(lines) if "CQ208" in line)
    shown = "actors: [{id: a, name: {th: ทน, ko: \u1112_, es: n, en: a\\u{E000}b}, type: "  # a mark takes no cell
    assert lines[index + 1].startswith("4 | actors: [{id") and "a\\u{E000}b" in lines[index + 1]
    assert lines[index + 2] == "  | " + " " * len(shown) + "^"  # the Hangul syllable is as wide as two letters


def test_full_cuts_a_line_by_the_cells_it_takes(run: Run, project: Path) -> None:
    for letter in ("世", "\U000f0000"):
        long = f"actors: [{{id: a, name: {{en: {letter * 90}}}, type: persn, note: {letter * 90}}}]\n"
        (project / "example.yaml").write_text(f"schema_version: 0.1.0\nkind: registry\nid: example\n{long}", "utf-8")
        lines = output(run, project, "full").splitlines()
        index = next(number for number, line in enumerate(lines) if "CQ208" in line)
        source, caret = lines[index + 1], lines[index + 2]
        wide = source.count("世")
        assert len(source) + wide <= len("4 | ……") + 100
        assert source.startswith("4 | …") and source.endswith("…")
        before = source[: source.index("persn")]
        assert caret.index("^") == len(before) + before.count("世")


def test_full_cuts_a_long_line_around_the_place(run: Run, project: Path) -> None:
    long = "actors: [" + "x" * 300 + ", {id: a, type: persn, name: {en: A}}, " + "y" * 300 + "]\n"
    (project / "example.yaml").write_text("schema_version: 0.1.0\nkind: registry\nid: example\n" + long)
    lines = output(run, project, "full").splitlines()
    index = next(number for number, line in enumerate(lines) if "CQ208" in line)
    assert len(lines[index + 1]) < 110
    column = lines[index + 2].index("^")
    assert lines[index + 1][column:].startswith("persn")


def test_colour_is_an_addition_only(run: Run, project: Path) -> None:
    environment = {**os.environ, "FORCE_COLOR": "1"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "communique", "validate", "example.yaml", "--format", "full"]

    def called(more: dict[str, str]) -> str:
        done = subprocess.run(command, cwd=project, env={**environment, **more}, capture_output=True, check=False)
        return done.stdout.decode("utf-8")

    coloured = called({})
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == output(run, project, "full")
    assert "\x1b" not in called({"NO_COLOR": "1"})
    assert "\x1b" not in called({"FORCE_COLOR": ""})


def test_concise_is_the_default_off_a_terminal_and_counts_at_the_end(run: Run, project: Path) -> None:
    plain = run("validate", "example.yaml", cwd=project).stdout
    assert plain == output(run, project, "concise")
    counted = output(run, project, "concise", "--statistics")
    assert (
        counted == plain + "     1  CQ110  ambiguous-scalar\n     1  CQ207  wrong-type\n     1  CQ208  unknown-code\n"
    )


def test_a_terminal_gets_the_full_format(project: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "communique", "validate", "example.yaml"]
    environment = {**os.environ, "NO_COLOR": "1"}
    with subprocess.Popen(command, cwd=project, stdout=theirs, env=environment):
        os.close(theirs)
        said = b""
        try:
            while chunk := os.read(ours, 4096):
                said += chunk
        except OSError:
            pass  # the other end is closed: that is how a pseudo-terminal says that all was read
    os.close(ours)
    assert "help: did you mean person?" in said.decode("utf-8")
    assert "^" in said.decode("utf-8")


def test_json_lines_are_the_json_report_line_by_line(run: Run, project: Path) -> None:
    whole = json.loads(output(run, project, "json"))
    *findings, last = [json.loads(line) for line in output(run, project, "jsonl").splitlines()]
    assert findings == whole["findings"]
    assert last == {"summary": whole["summary"]}


def test_github_shows_the_worst_first_and_at_most_ten_of_a_level(run: Run, project: Path) -> None:
    actors = "".join(f"- {{id: a{n}, type: persn, name: {{en: NO}}}}\n" for n in range(14))
    (project / "example.yaml").write_text(f"schema_version: 0.1.0\nkind: registry\nid: example\nactors:\n{actors}")
    lines = output(run, project, "github").splitlines()
    assert [line.partition(" ")[0] for line in lines[:10]] == ["::error"] * 10
    assert lines[10] == "... and 4 more errors; --format jsonl gives all"
    assert [line.partition(" ")[0] for line in lines[11:21]] == ["::warning"] * 10
    assert lines[21:] == [
        "... and 4 more warnings; --format jsonl gives all",
        "1 file checked: 14 errors, 14 warnings",
        "1 file has reading or schema errors; other rules run once it is fixed",
    ]
    assert lines[0] == (
        "::error file=example.yaml,line=5,col=18,title=CQ208 unknown-code::"
        "expected an actor type code, found 'persn'%0Ahelp: did you mean person?"
    )


def test_github_escapes_properties_and_data(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a,b:c%.yaml").write_text('schema_version: 0.1.0\nkind: registry\nid: x\n"100%": 1\n')
    line = run("validate", ".", "--format", "github", cwd=tmp_path).stdout.splitlines()[0]
    assert line.startswith("::error file=a%2Cb%3Ac%25.yaml,line=4,col=1,") and "'100%25' is no field" in line


def test_gitlab_has_what_gitlab_asks_for(run: Run, project: Path) -> None:
    found = json.loads(output(run, project, "gitlab"))
    assert [set(found) for found in found] == [{"description", "check_name", "fingerprint", "severity", "location"}] * 3
    assert found[0]["location"] == {"path": "example.yaml", "lines": {"begin": 5}}
    assert [found["severity"] for found in found] == ["major", "major", "minor"]
    assert len({found["fingerprint"] for found in found}) == 3


def fingerprints(run: Run, project: Path, format_: str) -> list[str]:
    found: Any = json.loads(output(run, project, format_))
    if format_ == "gitlab":
        return [found["fingerprint"] for found in found]
    return [result["partialFingerprints"]["communiqueFinding/v1"] for result in found["runs"][0]["results"]]


@pytest.mark.parametrize("format_", ["gitlab", "sarif"])
def test_fingerprints_survive_moved_lines(format_: str, run: Run, project: Path) -> None:
    before = fingerprints(run, project, format_)
    (project / "example.yaml").write_text("# one\n# two\n\n" + BAD.replace("persn", "perzn"), encoding="utf-8")
    assert fingerprints(run, project, format_) == before
    assert len(set(before)) == 3


def test_sarif(run: Run) -> None:
    done = run("validate", "tests/invalid", "--format", "sarif")
    log = json.loads(done.stdout)
    (one,) = log["runs"]
    driver = one["tool"]["driver"]
    assert (log["version"], driver["name"], driver["semanticVersion"]) == ("2.1.0", "communique", __version__)
    assert [rule["id"] for rule in driver["rules"]] == list(registry.rules())
    assert one["columnKind"] == "unicodeCodePoints"
    assert len(one["results"]) == len(inspect(INVALID).findings) > 30
    for result in one["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"].startswith("tests/invalid/")
        assert (ROOT / place["artifactLocation"]["uri"]).is_symlink() or (
            ROOT / place["artifactLocation"]["uri"]
        ).exists()
        assert place["region"]["startLine"] >= 1
    assert str(ROOT) not in done.stdout


@pytest.mark.skipif(not SARIF_SCHEMA, reason="COMMUNIQUE_SARIF_SCHEMA names no copy of the official schema")
def test_sarif_passes_its_schema(run: Run) -> None:
    schema = json.loads(Path(SARIF_SCHEMA or "").read_text(encoding="utf-8-sig"))
    validator = validator_for(schema)(schema)
    for paths in ("tests/invalid", CORPUS):
        log = json.loads(run("validate", paths, "--format", "sarif").stdout)
        assert list(validator.iter_errors(log)) == []
        log["runs"][0]["columnKind"] = "letters"
        assert list(validator.iter_errors(log)) != []


def test_sarif_names_places_as_code_scanning_does(run: Run, tmp_path: Path) -> None:
    (tmp_path / "with space, 世界 %.yaml").write_text("schema_version: 0.1.0\nkind: registry\nid: x\nactors: {}\n")
    (one,) = json.loads(run("validate", ".", "--format", "sarif", cwd=tmp_path).stdout)["runs"]
    (place,) = next(result for result in one["results"] if result["ruleId"] == "CQ207")["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {
        "uri": "with%20space%2C%20%E4%B8%96%E7%95%8C%20%25.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    assert place["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 9}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "/actors", "kind": "member"}]
    assert {tuple(rule["properties"]["tags"]) for rule in one["tool"]["driver"]["rules"]} >= {("reading",), ("dates",)}


def test_a_text_is_neither_a_placeholder_nor_a_link_in_sarif(run: Run, project: Path) -> None:
    (project / "example.yaml").write_text(
        'schema_version: 0.1.0\nkind: registry\nid: example\n"{0} [a](https://example.org)": 1\n'
    )
    (result,) = json.loads(output(run, project, "sarif"))["runs"][0]["results"]
    said = result["message"]["text"].partition("\n")[0]
    assert said == "'{{0}} [a] (https://example.org)' is no field here"


def test_junit(run: Run, project: Path) -> None:
    suite = ElementTree.fromstring(output(run, project, "junit"))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    assert [case.get("classname") for case in suite] == ["example.yaml"] * 3
    failures = [case.find("failure") for case in suite]
    assert [failure is not None for failure in failures] == [True, True, False]
    clean = ElementTree.fromstring(run("validate", CORPUS, "--format", "junit").stdout)[0]
    assert [case.get("name") for case in clean] == ["8 files checked: no findings"]


@pytest.mark.parametrize("format_", reporting.FORMATS)
def test_exit_codes_do_not_depend_on_the_format(format_: str, run: Run, project: Path) -> None:
    assert run("validate", CORPUS / "dataset.yaml", "--format", format_).returncode == 0
    assert run("validate", project, "--format", format_).returncode == 1
    assert run("validate", project / "none", "--format", format_).returncode == 2


@pytest.mark.parametrize("format_", ["full", "concise"])
def test_a_flood_is_cut_and_counted(format_: str, run: Run, project: Path) -> None:
    for number in range(9):
        text = f"schema_version: 0.1.0\nkind: registry\nid: x{number}\n" + "".join(f"key{n}: 1\n" for n in range(100))
        (project / f"x{number}.yaml").write_text(text)
    said = run("validate", ".", "--format", format_, cwd=project).stdout
    assert len(said.encode()) < 20_000
    assert "more; --format jsonl gives all" in said
    assert said.splitlines()[-2] == "10 files checked: 902 errors, 1 warning"


@pytest.mark.parametrize("format_", ["full", "concise"])
def test_a_flood_of_letters_that_do_not_show_is_cut_too(format_: str, run: Run, project: Path) -> None:
    hidden = ", ".join(f'"{chr(0xF0000) * 100}{number}": 1' for number in range(400))
    for name in ("a", "b"):
        text = f'{{"schema_version": "0.1.0", "kind": "registry", "id": "{name}", {hidden}}}'
        (project / f"{name}.json").write_text(text, encoding="utf-8")
    said = run("validate", ".", "--format", format_, "--statistics", cwd=project).stdout
    assert 10_000 < len(said.encode()) < 20_000
    shown = sum(": error CQ" in line for line in said.splitlines())
    assert f"... and {803 - shown} more; --format jsonl gives all" in said
    assert "3 files checked: 802 errors, 1 warning" in said


FORGERIES = [
    "::error file=a::forged",
    "  ::stop-commands::x",
    "##[error]forged",
    "###[error]forged",
    "####[group]forged",
    "##vso[task.complete]",
    "##teamcity[buildStop]",
    "x\n::error::forged",
    "x\r\n##[error]forged",
    "x\x85::error::forged",
    "x\u2028::error::forged",
    "\x1b[31mred\x1b[2J",
    "a\u202eb\u2066c",
    "]]></failure><testcase/>",
]


@pytest.mark.parametrize("format_", reporting.FORMATS)
@pytest.mark.parametrize("how", ["in the record", "as the file's name", "in the source line"])
def test_no_format_lets_a_record_forge_a_command(how: str, format_: str, run: Run, tmp_path: Path) -> None:
    for number, forgery in enumerate(FORGERIES):
        key, name = (f"k{number}", forgery.replace("/", "_")) if how == "as the file's name" else (forgery, str(number))
        record = {key: 1} if how != "in the source line" else {"title": {"en": forgery, "x": 1}}
        text = json.dumps({"schema_version": "0.1.0", "kind": "registry", "id": "x", **record}, ensure_ascii=False)
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    done = run("validate", ".", "--format", format_, cwd=tmp_path)
    assert done.returncode == 1 and not done.stderr
    ours = r"::(error|warning) file=[^:,]*,line=\d+,col=\d+,title=CQ\d+ [a-z-]+::" if format_ == "github" else r"(?!)"
    for line in re.split(r"[\r\n\x85\u2028\u2029]", done.stdout):
        assert not re.search(r"##\w*\[", line)
        assert not line.lstrip().startswith("::") or re.match(ours, line)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]", done.stdout)
    if format_ == "github":
        assert done.stdout.count("\n::") == 9 and done.stdout.startswith("::")
    if format_ == "junit":
        suite = ElementTree.fromstring(done.stdout)[0]
        assert suite.get("tests") == str(len(suite))
    if format_ in ("json", "sarif", "gitlab"):
        assert done.stdout.isascii() and json.loads(done.stdout)


def test_a_file_name_that_is_no_text_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.yaml")).write_text("schema_version: 0.1.0\nkind: registry\nid: x\nactors: {}\n")
    for format_ in reporting.FORMATS:
        done = run("validate", ".", "--format", format_, cwd=tmp_path)
        assert done.returncode == 1 and not done.stderr
        assert (
            "%FF.yaml" if format_ == "sarif" else "udcff.yaml" if "json" in format_ else "DCFF}.yaml"
        ) in done.stdout


def test_the_boundary() -> None:
    assert escape("a\tb\x1b[1m\u202e\u2028\ud800") == r"a\u{9}b\u{1B}[1m\u{202E}\u{2028}\u{D800}"
    assert escape("##[error]x ##vso[y]") == r"\u{23}#[error]x \u{23}#vso[y]"
    assert escape("  ::error::") == r"  \u{3A}:error::"
    assert escape("世界 é 👩") == "世界 é 👩"
    assert len(escape("x" * 10_000)) == 500
    assert escape("\u200b" * 10_000, 20) == r"\u{200B}\u{200B}…"
    assert escape("x" * 20, 20) == "x" * 20 and escape("x" * 21, 20) == "x" * 19 + "…"
    assert escape("#hash ## two ::inside #[x]") == "#hash ## two ::inside #[x]"


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", None])
@pytest.mark.parametrize("format", ["github", "gitlab", "sarif", "junit"])
def test_places_count_from_the_top_of_what_was_checked_out(
    variable: str | None, format: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "data" / "records" / "broken.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text("- no object\n")
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.delenv("CI_PROJECT_DIR", raising=False)
    if variable:
        monkeypatch.setenv(variable, str(tmp_path))
    else:
        (tmp_path / ".git").mkdir()
    for path in ("records", broken):
        done = run("validate", path, "--format", format, cwd=tmp_path / "data")
        assert "data/records/broken.yaml" in done.stdout
        assert str(tmp_path) not in done.stdout.replace(f"{broken}:1:1", "")


def test_a_workspace_elsewhere_is_not_the_top(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "broken.yaml").write_text("- no object\n")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "elsewhere"))
    done = run("validate", "broken.yaml", "--format", "github", cwd=tmp_path / "here")
    assert done.stdout.startswith("::error file=broken.yaml,")


@pytest.mark.parametrize("format", ["concise", "full", "github", "gitlab", "sarif", "junit", "json"])
def test_a_record_on_another_drive(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On Windows there is no way from one drive to another; here ``relpath`` says so for one folder."""
    from click.testing import CliRunner

    from communique.cli import cli

    other = tmp_path / "other drive"
    other.mkdir()
    (other / "dataset.yaml").write_text("kind: dataset\nschema_version: 0.2.0\nid: d\ntitle: {en: T}\n")
    (other / "broken.yaml").write_text("- no object\n")
    real = os.path.relpath

    def two_drives(path: str | os.PathLike[str], start: str | os.PathLike[str] = os.curdir) -> str:
        if str(path).startswith(str(other)) is not str(Path(start).absolute()).startswith(str(other)):
            raise ValueError("path is on mount 'D:', start on mount 'C:'")
        return real(path, start)

    monkeypatch.setattr(os.path, "relpath", two_drives)
    for path in (other, other / "broken.yaml"):
        done = CliRunner().invoke(cli, ["validate", str(path), "--format", format])
        assert done.exit_code == 1, done.output
        assert "CQ201" in done.output or "not-an-object" in done.output
