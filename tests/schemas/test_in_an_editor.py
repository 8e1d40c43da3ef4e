"""What an editor with yaml-language-server, and no server of ours, shows of the schema."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from communique.models import SCHEMA_VERSION
from communique.reading import read_bytes
from communique.validation.engine import check
from support.editor import Editor
from support.folders import ROOT

SERVER = os.environ.get("COMMUNIQUE_YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
CAPABILITIES = {
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
    },
    "workspace": {"configuration": True, "didChangeWatchedFiles": {"dynamicRegistration": True}},
}
MODELINE = f"# yaml-language-server: $schema=../../schemas/{SCHEMA_VERSION}/announcement.schema.json\n"
HEAD = (
    f"{MODELINE}schema_version: {SCHEMA_VERSION}\nkind: announcement\nid: x\ntitle: {{en: A title}}\ntypes: [speech]\n"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not here"),
    pytest.mark.skipif(not SERVER, reason="no yaml-language-server here or in COMMUNIQUE_YAML_LANGUAGE_SERVER"),
]


def edited(fields: str, folder: Path) -> Editor:
    """A record with these fields in an editor, in a folder with the published schemas."""
    if not (folder / "schemas").is_dir():
        shutil.copytree(ROOT / "schemas", folder / "schemas")
    path = folder / "records" / "2025" / "x.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + fields, encoding="utf-8")
    return Editor([str(SERVER), "--stdio"], path, capabilities=CAPABILITIES)


def end_of(editor: Editor, words: str) -> tuple[int, int]:
    line, character = editor.at(words)
    return line + words.count("\n"), character + len(words) if "\n" not in words else len(words.rpartition("\n")[2])


def snippet(editor: Editor, label: str, place: tuple[int, int]) -> str:
    """What the editor inserts for a snippet, with the last code of each list, and the slots where there is none.

    Like VS Code and Neovim, it indents every line as the first one.
    """
    (item,) = [each for each in editor.items(*place) if each["label"] == label]
    text = str((item.get("textEdit") or {"newText": item.get("insertText")})["newText"])
    indent = re.match(" *", editor.text.splitlines()[place[0]])
    assert indent
    chosen = re.sub(r"[$]{[0-9]+[|][^}]*,([a-z_]+)[|]}", r"\1", text)
    return re.sub(r"[$]{[0-9]+:([A-Z_]+)}", r"\1", chosen).replace("\n", f"\n{indent[0]}")


def errors(text: str) -> list[str]:
    """The messages of the errors in the text of a record."""
    found = check([read_bytes(text.encode(), "x.yaml")]).findings
    return [each.message for each in found if each.severity == "error"]


def test_it_shows_and_completes_what_the_schema_says(tmp_path: Path) -> None:
    with edited("status: \ndates:\n- role: announced\n  as_sated: x\n", tmp_path) as editor:
        line, character = editor.at("role: announced")
        assert "What happened on it." in editor.hover(line, character + 1)
        assert "It was made known to the public" in editor.hover(line, character + 8)
        assert "short wording" in editor.complete(line + 1, character)["as_stated"]
        assert editor.complete(*end_of(editor, "status: "))["draft"].startswith("Being written")
        assert "Property as_sated is not allowed." in editor.diagnostics()


@pytest.mark.parametrize(
    "fields",
    [
        'status: draft\ndates: [{role: announced, value: "26th or 27th"}]\n',
        'status: draft\ndates: [{role: announced, value: "2025"}]\nurl: no address\n',
        'status: draft\ndates: [{role: announced, value: "2025", evidence: ["新闻"]}]\n',
        'status: draft\ndates: [{role: announced, value: "2025"}]\nsummary: {"no tag": A text}\n',
    ],
)
def test_it_says_what_the_validator_says(fields: str, tmp_path: Path) -> None:
    with edited(fields, tmp_path) as editor:
        shown = editor.diagnostics()
        text = editor.text
    (found,) = check([read_bytes(text.encode(), "x.yaml")]).findings
    assert shown == [f"{found.message.partition(', found')[0].removesuffix(' as the key')}; {found.help}"]


def test_a_misspelt_code_lists_the_codes_in_words(tmp_path: Path) -> None:
    with edited('status: draft\ndates: [{role: anounced, value: "2025"}]\n', tmp_path) as editor:
        (shown,) = editor.diagnostics()
    assert shown.startswith("expected a date role code; `communique codes date_role` explains") and "announced" in shown


LIST = "status: draft\ndates:\n- "


@pytest.mark.parametrize(
    ("label", "fields", "words", "filled"),
    [
        ("date: role, value, evidence", LIST, LIST, {"DATE": "2025-07-26", "ID": "report"}),
        (
            "evidence: source, support",
            f'{LIST}role: announced\n  value: "2025"\n  evidence:\n  - ',
            "evidence:\n  - ",
            {"ID": "report"},
        ),
        (
            "statement: id, text, nature, evidence",
            'status: draft\ndates: [{role: announced, value: "2025"}]\nstatements:\n- ',
            "statements:\n- ",
            {"LANGUAGE": "en", "TEXT": "A text.", "id: ID": "id: point", "- ID": "- report"},
        ),
    ],
)
def test_a_snippet_becomes_a_valid_part_of_the_record(
    label: str, fields: str, words: str, filled: dict[str, str], tmp_path: Path
) -> None:
    with edited(f"{fields}\n", tmp_path) as editor:
        inserted = snippet(editor, label, end_of(editor, words))
        text = editor.text
    assert errors(text.replace(words, words + inserted))
    for slot, value in filled.items():
        inserted = inserted.replace(slot, value)
    sources = "sources: [{id: report, type: news, access: excerpt, title: A report}]\n"
    assert errors(text.replace(words, words + inserted) + sources) == []
