"""No input breaks the validator, and nothing that must be refused is accepted."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from communique import reporting
from communique.cli import cli
from communique.reading import read_bytes
from support.command_line import Run
from support.hostile import HEAD, files
from support.read_twice import read_twice

MOST_OUTPUT = 20_000
SUITES = os.environ.get("COMMUNIQUE_SUITES")
needs_suites = pytest.mark.skipif(not SUITES, reason="COMMUNIQUE_SUITES names no folder with the public test suites")


def validate(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, ["validate", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (0, 1, 2)
    assert "Traceback" not in result.output
    return result


HOSTILE = dict(files())
LARGE = 40_000
"""Bytes; the few files above take as long as all others."""
EACH = [
    pytest.param(name, marks=pytest.mark.slow) if len(content) > LARGE else name for name, content in HOSTILE.items()
]


def test_there_are_more_than_a_hundred() -> None:
    assert len(HOSTILE) > 200


@pytest.mark.parametrize("name", EACH)
def test_a_hostile_file_is_refused_in_few_words(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    result = validate(str(path))
    assert result.exit_code == 1
    assert len(result.output.encode()) <= MOST_OUTPUT
    assert "\x1b" not in result.output
    assert not any(line.startswith(("::", "##[", "##vso")) for line in result.output.splitlines())


@pytest.mark.parametrize("format_", reporting.formats())
def test_no_format_lets_a_record_forge_output(format_: str, tmp_path: Path) -> None:
    for name in HOSTILE:
        if name.startswith("inject"):
            (tmp_path / name).write_bytes(HOSTILE[name])
    output = validate(str(tmp_path), "--format", format_).output
    assert "\x1b" not in output and "##[" not in output and "##vso[" not in output
    commands = [line for line in output.splitlines() if line.lstrip().startswith("::")]
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in commands)
    assert bool(commands) == (format_ == "github")


def test_special_files_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "device.yaml").symlink_to("/dev/zero")
    (tmp_path / "gone.yaml").symlink_to("nowhere")
    (tmp_path / "out.yaml").symlink_to(Path(__file__))
    (tmp_path / "up").symlink_to("..")
    result = validate(str(tmp_path))
    assert result.exit_code == 1
    assert result.output.count("CQ101") == 7
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.yaml"))
        assert validate(str(tmp_path / "socket.yaml")).exit_code == 1
    assert validate(str(tmp_path / "pipe.yaml")).exit_code == 1


NAMES = [
    b"\xff\xfe.yaml",
    b"a\nb.yaml",
    b"\x1b[31m.yaml",
    b"::error::.yaml",
    b"-x.yaml",
    b" .yaml",
    b"a b.yaml",
    b"%41.yaml",
    b"*.yaml",
    b"$(id).yaml",
    b"'\".yaml",
    "\u202egnp.yaml".encode(),
    "李强.yaml".encode(),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format_", reporting.formats())
def test_file_names_are_survived(name: bytes, format_: str, tmp_path: Path, run: Run) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(HEAD + "note: 1\n")
    result = validate(str(tmp_path), "--format", format_)
    assert result.exit_code == 1
    assert "\x1b" not in result.output
    assert "CQ207" in result.output


def test_non_utf_8_file_names_reach_a_real_terminal(tmp_path: Path, run: Run) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.yaml")).write_text(HEAD + "note: 1\n")
    done = run("validate", tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_validating_opens_no_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    text = (
        "# yaml-language-server: $schema=https://example.org/evil.json\n"
        + HEAD
        + "extensions:\n  example.org: {$schema: 'https://example.org/a', $ref: 'https://example.org/b', $id: 'https://c.org'}\n"
    )
    (tmp_path / "example.yaml").write_text(text)
    result = validate(str(tmp_path))
    assert (result.exit_code, result.output) == (0, "1 file checked: no findings\n")


def test_secrets_outside_the_folder_are_never_echoed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("token: hunter2\n")
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "x.yaml").symlink_to(tmp_path / "secret.txt")
    assert "hunter2" not in validate(str(tmp_path / "records")).output


@needs_suites
def test_json_test_suite() -> None:
    """nst/JSONTestSuite: what must be refused is, and what must be accepted is read, up to our own limits."""
    ours = {"duplicate-key", "unsafe-character"}
    paths = sorted(Path(SUITES or "").glob("JSONTestSuite/test_parsing/*.json"))
    assert len(paths) == 318
    for path in paths:
        read_twice(path.read_bytes(), "example.json")
        document = read_bytes(path.read_bytes(), "example.json")
        if path.name.startswith("n_"):
            assert not document.sound, path.name
        if path.name.startswith("y_") and not document.sound:
            assert {finding.name for finding in document.findings} <= ours, path.name
        elif path.name.startswith("y_"):
            assert document.data == json.loads(path.read_bytes()), path.name


@needs_suites
def test_yaml_test_suite() -> None:
    """yaml/yaml-test-suite (branch data): nothing invalid is accepted, and nothing valid is misread."""
    cases = sorted(Path(SUITES or "").rglob("yaml-test-suite/**/in.yaml"))
    assert len(cases) == 402
    for path in cases:
        read_twice(path.read_bytes(), "example.yaml")
        document = read_bytes(path.read_bytes(), "example.yaml")
        assert document.complete or document.findings, path
        if (path.parent / "error").exists():
            assert not document.sound, path
        elif document.sound and (path.parent / "in.json").exists():
            with_json = (path.parent / "in.json").read_text(encoding="utf-8")
            if with_json.strip():
                assert document.data == json.loads(with_json), path


@needs_suites
def test_naughty_strings(tmp_path: Path) -> None:
    """minimaxir/big-list-of-naughty-strings, as values, as keys and as file names."""
    strings = json.loads(Path(SUITES or "", "big-list-of-naughty-strings", "blns.json").read_text(encoding="utf-8"))
    assert len(strings) > 400
    for number, text in enumerate(strings):
        path = tmp_path / f"{number}.yaml"
        path.write_text(yaml.safe_dump({"schema_version": "0.1.0", "kind": "registry", "id": text, text: text}))
        output = validate(str(path)).output
        assert "\x1b" not in output and len(output.encode()) <= MOST_OUTPUT
        name = text.replace("/", "_").replace("\0", "_")[:60]
        named = tmp_path / "named" / f"x{name}.yaml"
        named.parent.mkdir(exist_ok=True)
        try:
            named.write_text(HEAD)
        except OSError:
            continue
        assert validate(str(named)).exit_code in (0, 1)
        named.unlink()
