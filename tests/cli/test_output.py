"""Whatever a name, a text or an option's value holds, nothing that a command prints is a command to its reader."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.models import SCHEMA_VERSION
from communique.validation import registry
from support.command_line import Run
from support.folders import CORPUS, ROOT
from support.forked import FULL_DEVICE, print_to_full_device
from support.rule_example import example_file

HOSTILE = (
    "x\n::error::forged",
    "::error::forged",
    " \t::warning file=a::forged",
    "x\r::error::forged",
    "x\u2028::stop-commands::forged",
    "##[error]forged",
    "x ##vso[task.logissue type=error]forged",
    "##teamcity[message text='forged']",
    "a\x1b[31mred\x1b]0;title\x07",
    "a\u202eb\u200b\x00"[:-1],
)
IN_A_NAME = tuple(text.replace("/", ":") for text in HOSTILE)
FEW = (0, 2, 4, 5, 8)  # one for each way in which a reader can be misled


def forged(text: str) -> Iterator[str]:
    """What the log reader of a CI system, or a terminal, would take for a command. After GitHub's runner, which looks
    for ``::command`` at the beginning of a line and for ``##[command]`` anywhere; others look for ``##name[``."""
    for line in re.split(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text):
        if line.lstrip().startswith("::") or re.search(r"##\w*\[", line):
            yield line
    yield from (f"U+{ord(letter):04X}" for letter in set(text) if letter != "\n" and _acts(letter))


def _acts(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def test_the_reader_knows_a_command_when_it_sees_one() -> None:
    for text in HOSTILE:
        assert list(forged(f"{text}\n")), text
    assert not list(forged("a: error: b\n# [x] ## y\n"))


CALLS = {
    "validate a path": ["validate", "{}"],
    "validate an empty folder": ["validate", "{folder}"],
    "validate with a format": ["validate", "good", "--format", "{}"],
    "validate with settings": ["validate", "good", "--config", "{}"],
    "validate with broken settings": ["validate", "good", "--config", "{file}"],
    "validate with a baseline": ["validate", "good", "--baseline", "{}"],
    "validate with a broken baseline": ["validate", "good", "--baseline", "{file}"],
    "write a baseline": ["validate", "good", "--write-baseline", "{new}"],
    "write a baseline where there is no folder": ["validate", "good", "--write-baseline", "{folder}/no/where"],
    "validate with sources": ["validate", "good", "--sources", "{}"],
    "validate standard input": ["validate", "-", "--stdin-filename", "{}"],
    "validate with an option": ["validate", "--{}"],
    "export to a folder that cannot be": ["export", "good", "--to", "{file}/x"],
    "export": ["export", "good", "--to", "{new}"],
    "export over a folder with other files": ["export", "good", "--to", "{folder}"],
    "export in a format": ["export", "good", "--to", "out", "--format", "{}"],
    "export a path": ["export", "{}", "--to", "out"],
    "migrate": ["migrate", "{}"],
    "migrate to a version": ["migrate", "good", "--to", "{}"],
    "new": ["new", "{}"],
    "new in a folder": ["new", "ex-1", "--to", "{new}"],
    "new where there is no folder": ["new", "ex-1", "--to", "{file}/x"],
    "cite": ["cite", "{}"],
    "cite a file that is no text": ["cite", "{file}", "word"],
    "cite words": ["cite", "text.txt", "{}"],
    "cite for a source": ["cite", "text.txt", "text", "--source", "{}"],
    "due": ["due", "{}"],
    "due of an actor": ["due", "good", "--actor", "{}"],
    "due on a day": ["due", "good", "--on", "{}"],
    "due in a format": ["due", "good", "--format", "{}"],
    "find": ["find", "{}", "--in", "good"],
    "find somewhere": ["find", "x", "--in", "{}"],
    "show": ["show", "{}", "--in", "good"],
    "rule": ["rule", "{}"],
    "codes": ["codes", "{}"],
    "schema": ["schema", "{}"],
    "schema of a kind": ["schema", "show", "--kind", "{}"],
    "schema diff": ["schema", "diff", "{}"],
    "schema publish": ["schema", "publish", "{folder}", "--check"],
    "docs": ["docs", "{folder}", "--check"],
    "no command": ["{}"],
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "good").mkdir()
    (tmp_path / "good" / "ex-record.json").write_text(hostile_record("A text.", "ex-record"), encoding="utf-8")
    (tmp_path / "text.txt").write_text("A text.", encoding="utf-8")
    for number, name in enumerate(IN_A_NAME):
        inside = tmp_path / f"folder-{number}" / name
        inside.mkdir(parents=True)
        (inside / f"other {name}").write_bytes(b"x")
        (tmp_path / f"file-{number}").mkdir()
        (tmp_path / f"file-{number}" / name).write_bytes(b"\xff = [")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("call", CALLS)
def test_no_word_of_a_call_reaches_the_output_raw(call: str, run: Run, place: Path) -> None:
    for number in FEW:
        text, name = HOSTILE[number], IN_A_NAME[number]
        values = {
            "folder": f"folder-{number}/{name}",
            "file": f"file-{number}/{name}",
            "new": f"new-{number}-{name}",
        }
        words = [word.format(text, **values) for word in CALLS[call]]
        done = run(*words, cwd=place)
        assert not list(forged((done.stdout + done.stderr).replace("\t", " "))), (words, done.stdout, done.stderr)
        assert "defect of communique" not in done.stderr
        assert done.returncode in (0, 1, 2)


def hostile_record(text: str, id: str) -> str:
    """A record that holds the text wherever a text may stand; valid, but for characters that do not show."""
    localized = {"en": f"word word word word word word word word word word word word word {text}"}
    evidence = [{"source": "s", "quote": text, "note": text}]
    assertion = {"evidence": evidence, "note": text, "rank": "normal"}
    return json.dumps(
        {
            "schema_version": "0.2.0",
            "kind": "announcement",
            "id": id,
            "title": {"en": text},
            "summary": localized,
            "types": ["speech"],
            "status": "draft",
            "dates": [{"role": "announced", "value": "2025-03-14", "as_stated": text, **assertion}],
            "roles": [{"actor": "a", "role": "announcer", "capacity": {"en": text}, "part": text, **assertion}],
            "statements": [{"text": localized, "nature": "reported_fact", "question": text, **assertion}],
            "quantities": [
                {"subject": text, "value": 3, "comparator": "about", "unit": text, "question": text, **assertion},
                {"subject": text, "value": 5, "comparator": "about", "unit": text, "question": text, **assertion},
            ],
            "sources": [{"id": "s", "type": "news", "access": "excerpt", "title": text, "publisher": text}],
            "actors": [{"id": "a", "type": "person", "name": {"en": text}, "note": text, "description": localized}],
        }
    )


READING = {
    **{f"validate --format {name}": ["validate", ".", "--format", name] for name in ("full", "concise", "github")},
    "validate --diff": ["validate", ".", "--diff"],
    "validate --fix": ["validate", ".", "--fix"],
    "show": ["show", "{}", "--in", "."],
    "show an actor": ["show", "a", "--in", "."],
    "show a source": ["show", "s", "--in", "."],
    "find": ["find", "word", "--in", "."],
    "export": ["export", ".", "--to", "out"],
    "migrate": ["migrate", ".", "--to", "0.1.0", "--dry-run"],
}


@pytest.mark.slow
@pytest.mark.parametrize("call", READING)
def test_no_text_of_a_record_reaches_the_output_raw(call: str, run: Run, tmp_path: Path) -> None:
    for number, text in enumerate(HOSTILE):
        folder = tmp_path / str(number)
        folder.mkdir()
        name = f"r-{number}"
        (folder / f"{name}.json").write_text(hostile_record(text, name), encoding="utf-8")
        done = run(*(word.format(name) for word in READING[call]), cwd=folder)
        printed = done.stdout + done.stderr
        if "github" in call:
            printed = re.sub(r"(?m)^::(error|warning|notice) file=[^:\n]*::", "", printed)
        assert not list(forged(printed.replace("\t", " "))), (text, printed)
        assert "defect of communique" not in done.stderr


def hostile_promise(text: str, id: str) -> str:
    """The same record, with the text wherever one may stand in a commitment or an outcome."""
    localized = {"en": f"word word word word word word word word word word word word word {text}"}
    assertion = {"evidence": [{"source": "s", "quote": text, "note": text}], "note": text}
    coding = {"scheme": "other", "version": text, "code": text, "coder": text, "note": text}
    promise = {"id": "plan", "kind": "promise", "by": ["a"], "to": ["a"], "text": localized, "as_stated": text}
    outcome = {"commitment": f"{id}#plan", "state": "met", "date": "2025-07-01", "assessor": "a", "score": text}
    more = {
        "schema_version": SCHEMA_VERSION,
        "commitments": [{**promise, "due": {"date": "2026-01-01"}, **assertion}],
        "outcomes": [{**outcome, "codings": [coding], **assertion}],
    }
    return json.dumps(json.loads(hostile_record(text, id)) | more)


@pytest.mark.slow
@pytest.mark.parametrize("format_", ["text", "csv", "json", "ics"])
def test_no_text_of_a_commitment_reaches_the_output_raw(format_: str, run: Run, tmp_path: Path) -> None:
    shown = 0
    for number, text in enumerate(HOSTILE):
        folder, id = tmp_path / str(number), f"r-{number}"
        folder.mkdir()
        (folder / f"{id}.json").write_text(hostile_promise(text, id), encoding="utf-8")
        for words in (["due", ".", "--format", format_], ["show", "a", "--in", "."], ["show", id, "--in", "."]):
            done = run(*words, cwd=folder)
            printed = (done.stdout + done.stderr).replace("\r\n", "\n").replace("\t", " ")
            assert not list(forged(printed)), (text, printed)
            assert "defect of communique" not in done.stderr
            shown += "word word" in printed
    assert shown > len(HOSTILE)


@pytest.mark.slow
@pytest.mark.parametrize("name", IN_A_NAME)
def test_no_name_of_a_file_reaches_the_output_raw(name: str, run: Run, tmp_path: Path) -> None:
    rule = registry.find("trailing-space")
    assert rule and isinstance(rule.bad, str)
    (tmp_path / f"{name}.yaml").write_bytes(example_file(rule, rule.bad + "status: drafft\n"))
    for words in (["validate", "."], ["validate", ".", "--diff"], ["migrate", "."], ["export", ".", "--to", "out"]):
        done = run(*words, cwd=tmp_path)
        assert not list(forged((done.stdout + done.stderr).replace("\t", " "))), (words, done.stdout, done.stderr)


IN = ["--in", str(CORPUS)]


@pytest.mark.parametrize("words", [["show", "cn", *IN], ["rule", "CQ113"], ["find", "China Daily", *IN]])
def test_what_is_no_terminal_gets_utf_8(words: list[str]) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    call = [sys.executable, "-m", "communique", *words]
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stdout.decode("utf-8").isascii()


UNWRITABLE = (["validate", "."], ["show", "ex-record", "--in", "."], ["rule"], ["export", ".", "--to", "o"])


@pytest.mark.parametrize("words", UNWRITABLE)
def test_an_output_that_is_closed_is_no_defect(words: list[str], tmp_path: Path) -> None:
    (tmp_path / "ex-record.json").write_text(hostile_record("A text.", "ex-record"), encoding="utf-8")
    call = f"exec {sys.executable} -m communique {' '.join(words)} >&-"
    done = subprocess.run(["sh", "-c", call], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "closed" in done.stderr


@pytest.mark.skipif(not Path(FULL_DEVICE).exists(), reason="there is no device here that is always full")
@pytest.mark.parametrize("words", UNWRITABLE)
def test_an_output_without_space_is_no_defect(words: list[str], tmp_path: Path, run: Run) -> None:
    (tmp_path / "ex-record.json").write_text(hostile_record("A text.", "ex-record"), encoding="utf-8")
    done = run(*words, cwd=tmp_path, before=print_to_full_device)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "No space left on device" in done.stderr
