"""The language server as an editor sees it: a process that speaks the protocol over its standard input and output."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import communique
from support.editor import Editor
from support.folders import CORPUS, copied

SERVER = [sys.executable, "-m", "communique", "lsp"]
PLAIN = {"textDocument": {"hover": {"contentFormat": ["plaintext"]}}, "general": {"positionEncodings": ["utf-32"]}}


@pytest.fixture
def record(corpus_copy: Path) -> Path:
    """A record of a small corpus that a test may spoil."""
    return corpus_copy / "2025" / "cn-waico-proposal-2025.yaml"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor with a valid record of a small corpus."""
    path = copied(CORPUS, tmp_path_factory.mktemp("editor") / "records") / "2025" / "cn-waico-proposal-2025.yaml"
    with Editor(SERVER, path) as editor:
        assert editor.findings() == []
        yield editor


@pytest.fixture
def editor(opened: Editor) -> Iterator[Editor]:
    """The same, in which a test may type."""
    before = opened.text
    yield opened
    opened.change(before)
    assert opened.findings() == []


def edited(text: str, edits: list[Any], counted: str = "utf-16-le") -> str:
    """The text after edits of an editor; each is from one line and unit to another."""
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]

    def index(at: Any) -> int:
        line = (lines[at["line"]] if at["line"] < len(lines) else "").encode(counted)
        size = 2 if counted == "utf-16-le" else 4
        return int(starts[at["line"]] + len(line[: at["character"] * size].decode(counted)))

    for each in edits:
        start, end = index(each["range"]["start"]), index(each["range"]["end"])
        text = text[:start] + each["newText"] + text[end:]
    return text


def actions(editor: Editor, line: int) -> dict[str, list[Any]]:
    """The corrections that are offered in a line: the edits of each, by its title."""
    at = {"line": line, "character": 0}
    found = editor.request("codeAction", {"range": {"start": at, "end": at}, "context": {"diagnostics": []}})
    return {each["title"]: next(iter(each["edit"]["changes"].values())) for each in found}


def test_a_finding_appears_while_typing_and_goes_with_its_quick_fix(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    with Editor(SERVER, record) as editor:
        assert editor.findings() == []
        editor.change(text.replace("status: reviewed", "status: revewed"), text.replace("actor: cn", "actor: cnn", 1))
        editor.change(text.replace("status: reviewed", "status: revewed"))
        (found,) = editor.findings()
        line, character = editor.at("revewed")
        assert found["code"] == "CQ208" and "found 'revewed'" in found["message"] and found["severity"] == 1
        assert found["range"]["start"] == {"line": line, "character": character}
        assert found["range"]["end"] == {"line": line, "character": character + len("revewed")}
        offered = actions(editor, line)
        assert edited(editor.text, offered["Replace with 'reviewed' (CQ208)"]) == text
        assert edited(editor.text, offered["Make all safe fixes of communique"]) == text
        assert editor.end() == 0


@pytest.mark.slow
def test_findings_are_those_of_validate(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    bad = text.replace("actor: li-qiang", "actor: li-qing")
    record.write_text(bad.replace("'2025-07-25'", "'2025-07-25'  "), encoding="utf-8")
    expected = communique.validate(record)
    assert len({each.code for each in expected}) > 1
    with Editor(SERVER, record) as editor:
        found = editor.findings()
    assert [(each["code"], each["range"]["start"]["line"] + 1) for each in found] == [
        (each.code, each.line) for each in expected
    ]


@pytest.mark.slow
def test_a_reference_leads_to_its_definition_in_a_file_that_is_not_open(editor: Editor) -> None:
    line, character = editor.at("li-qiang")
    at = {"position": {"line": line, "character": character + 3}}
    (found,) = editor.request("definition", at)
    assert found["uri"].endswith("/registry/people.yaml")
    people = (CORPUS / "registry" / "people.yaml").read_text(encoding="utf-8").splitlines()
    span = found["range"]
    assert people[span["start"]["line"]][span["start"]["character"] : span["end"]["character"]] == "li-qiang"
    assert people[span["start"]["line"]].strip() == "- id: li-qiang"


@pytest.mark.slow
def test_all_references_are_found_in_all_files(editor: Editor) -> None:
    line, character = editor.at("world-ai-cooperation-organization")
    at = {"position": {"line": line, "character": character}}
    with_it = editor.request("references", {**at, "context": {"includeDeclaration": True}})
    without = editor.request("references", {**at, "context": {"includeDeclaration": False}})
    corpus = communique.load(CORPUS)
    records = [*corpus.announcements.values(), *corpus.registries.values()]
    used = sum(
        each.id == "world-ai-cooperation-organization" for one in records for each in communique.models.references(one)
    )
    assert len(without) == used > 0 and len(with_it) == used + 1


@pytest.mark.slow
def test_a_hover_shows_cards_meanings_and_definitions(editor: Editor) -> None:
    line, character = editor.at("li-qiang")
    card = editor.hover(line, character + 1)
    assert card.startswith("```text\nLi Qiang\n") and card.endswith("\n```")
    line, character = editor.at("role: announced")
    assert "What happened on it." in editor.hover(line, character + 1)
    assert "It was made known to the public" in editor.hover(line, character + 7)
    assert editor.hover(*editor.at("At the World")) == ""


@pytest.mark.slow
def test_ids_of_the_right_kind_are_offered_in_a_broken_text(editor: Editor) -> None:
    whole = editor.text
    editor.change(whole + "statements:\n- text: {en: [\n  speaker: li-\n")
    line, character = editor.at("speaker: li-\n")
    found = {each["label"]: each for each in editor.items(line, character + len("speaker: li-"))}
    corpus = communique.load(CORPUS)
    assert found.keys() == corpus.actors.keys()
    chosen = found["li-qiang"]
    assert (chosen["detail"], chosen["documentation"]) == ("actor", "Li Qiang")
    assert edited(editor.text, [chosen["textEdit"]]).endswith("speaker: li-qiang\n")


@pytest.mark.slow
def test_sources_that_the_broken_record_itself_defines_are_offered(editor: Editor) -> None:
    whole = editor.text
    own = {each["id"] for each in yaml.safe_load(whole)["sources"]}
    editor.change(whole.replace("roles:\n", "roles:\n- actor: cn\n  evidence: [\n", 1))
    line, character = editor.at("evidence: [\n", after="roles:\n")
    found = editor.complete(line, character + len("evidence: ["))
    assert own and own <= found.keys()
    assert found.keys().isdisjoint({"cn", "li-qiang", "waic"})


@pytest.mark.slow
def test_passages_are_known_in_their_record(editor: Editor) -> None:
    passages = {each["id"]: each for each in yaml.safe_load(editor.text)["passages"]}
    line, character = editor.at("passage: pukmedia-waico-proposal-54-81")
    at = {"position": {"line": line, "character": character + 12}}
    (found,) = editor.request("definition", at)
    defined = editor.text.splitlines()[found["range"]["start"]["line"]]
    assert found["uri"].endswith("/2025/cn-waico-proposal-2025.yaml") and "id: pukmedia-waico-proposal-54-81" in defined
    used = editor.request("references", {**at, "context": {"includeDeclaration": False}})
    assert len(used) == editor.text.count("passage: pukmedia-waico-proposal-54-81\n")
    assert f"start: {passages['pukmedia-waico-proposal-54-81']['start']}" in editor.hover(line, character + 12)
    assert editor.complete(line, character + 12).keys() == passages.keys()


@pytest.mark.slow
def test_codes_and_fields_are_offered(editor: Editor) -> None:
    whole = editor.text
    editor.change(whole.replace("status: reviewed", "status: "))
    line, character = editor.at("status: ")
    assert editor.complete(line, character + 8)["draft"].startswith("Being written")
    editor.change(whole.replace("  role: announcer", "  role: announcer\n  cap", 1))
    line, character = editor.at("  cap\n")
    fields = {each["label"]: each["textEdit"]["newText"] for each in editor.items(line, character + 5)}
    assert fields["capacity"] == "capacity:" and {"actor", "on_behalf_of"} <= fields.keys()


@pytest.mark.slow
def test_characters_beyond_the_bmp_and_other_line_ends(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    marked = text.replace("  role: announcer\n", "  role: announcer  # 🤖\u2028\n", 1)
    item = "- {actor: cn, note: '🤖🤖', role: hosst}\r\n"
    windows = marked.replace("\n", "\r\n").replace("- actor: cn\r\n", f"{item}- actor: cn\r\n", 1)
    for capabilities, counted in (({}, "utf-16-le"), (PLAIN, "utf-32-le")):
        with Editor(SERVER, record, windows, capabilities=capabilities) as editor:
            found = next(each for each in editor.findings() if "'hosst'" in each["message"])
            lines = windows.split("\r\n")
            line = lines[found["range"]["start"]["line"]].encode(counted)
            size = 2 if counted == "utf-16-le" else 4
            start, end = (found["range"][side]["character"] * size for side in ("start", "end"))
            assert line[start:end].decode(counted) == "hosst"
            encoding = editor.answer["capabilities"]["positionEncoding"]
            assert encoding == counted.removesuffix("-le")


@pytest.mark.slow
def test_json_records(record: Path) -> None:
    data = yaml.safe_load(record.read_text(encoding="utf-8"))
    record.unlink()
    path = record.with_suffix(".json")
    text = json.dumps(data, indent=2, ensure_ascii=False)
    with Editor(SERVER, path, text) as editor:  # it is not on disk yet
        assert editor.findings() == []
        line, character = editor.at('"li-qiang"')
        assert editor.hover(line, character + 2).startswith("```text\nLi Qiang")
        (found,) = editor.request("definition", {"position": {"line": line, "character": character + 2}})
        assert found["uri"].endswith("people.yaml")
        editor.change(text.replace('"actor": "cn"', '"actor": ', 1))
        line, character = editor.at('"actor": ,')
        items = {each["label"]: each["textEdit"]["newText"] for each in editor.items(line, character + 9)}
        assert items["li-qiang"] == '"li-qiang"'
        editor.change(text.replace('"reviewed"', '"revewed"'))
        line, _ = editor.at('"revewed"')
        assert edited(editor.text, actions(editor, line)["Replace with 'reviewed' (CQ208)"]) == text


@pytest.mark.slow
def test_an_open_file_counts_for_the_others_and_so_do_changes_on_disk(record: Path) -> None:
    people = record.parents[1] / "registry" / "people.yaml"
    text = people.read_text(encoding="utf-8")
    with Editor(SERVER, record) as editor:
        assert editor.findings() == []
        editor.open(people.as_uri(), text.replace("- id: li-qiang", "- id: li-qiangs"))
        assert {each["code"] for each in editor.findings()} == {"CQ301"}
        editor.notify("textDocument/didClose", {"textDocument": {"uri": people.as_uri()}})
        assert editor.findings() == []
        people.unlink()
        change = {"uri": people.as_uri(), "type": 3}
        editor.notify("workspace/didChangeWatchedFiles", {"changes": [change]})
        assert "CQ301" in {each["code"] for each in editor.findings()}
        assert [each["method"] for each in editor.registered] == ["workspace/didChangeWatchedFiles"]
        editor.close()
        assert editor.findings(version=None) == []


@pytest.mark.slow
def test_files_outside_a_corpus_and_without_a_name(tmp_path: Path) -> None:
    text = "schema_version: 0.3.0\nkind: announcement\nid: lone\nstatus: revewed\n"
    for uri in ("", "untitled:Untitled-1"):
        with Editor(SERVER, tmp_path / "lone.yaml", text, uri=uri, cwd=tmp_path) as editor:
            assert "CQ208" in {each["code"] for each in editor.findings()}
            line, character = editor.at("revewed")
            assert editor.complete(line, character)["reviewed"]
            assert "Replace with 'reviewed' (CQ208)" in actions(editor, line)
            assert editor.hover(2, 5).startswith("```text\nlone: no record without errors")


@pytest.mark.slow
def test_files_of_other_programs_and_excluded_ones_have_no_findings(record: Path) -> None:
    with Editor(SERVER, record.with_name("compose.yaml"), "services:\n  web: {image: x}\n") as editor:
        assert editor.findings() == []
    (record.parents[1] / "communique.toml").write_text('exclude = ["2025/"]\n', encoding="utf-8")
    with Editor(SERVER, record, "kind: announcement\n") as editor:
        assert editor.findings() == []


@pytest.mark.slow
def test_what_is_no_record_and_bad_settings_end_no_session(record: Path) -> None:
    settings = record.parents[1] / "communique.toml"
    settings.write_text("select = 1\n", encoding="utf-8")
    with Editor(SERVER, record) as editor:
        assert editor.hover(*editor.at("li-qiang")) == ""
        assert any("communique.toml" in each for each in editor.shown)
        settings.unlink()
        editor.change("\ud800", "\0", "- " * 3000, "a: " + "[" * 3000, "&a [*a]", "schema_version: [")
        assert editor.findings()
        for text in ("", "id", "roles:\n- ", "? [a]\n: b\n"):
            editor.change(text)
            line, character = text.count("\n"), len(text.rpartition("\n")[2])
            editor.hover(line, character)
            editor.complete(line, character)
            actions(editor, line)
        editor.change(record.read_text(encoding="utf-8"))
        assert editor.findings() == []


@pytest.mark.slow
def test_an_editor_without_markdown_gets_plain_text(record: Path) -> None:
    with Editor(SERVER, record, capabilities=PLAIN) as editor:
        assert editor.findings() == []
        assert editor.hover(*editor.at("li-qiang")).startswith("Li Qiang\n")
        line, character = editor.at("role: announced")
        assert editor.hover(line, character).startswith("role: What happened on it.")


@pytest.mark.slow
def test_without_pygls_the_command_says_what_to_install(tmp_path: Path) -> None:
    program = "import sys\nsys.modules['pygls'] = None\nfrom communique.cli import main\nsys.argv[1:] = ['lsp']\nmain()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "Error: lsp needs the package pygls: pip install 'communique[lsp]'\n"


@pytest.mark.slow
def test_commitments_are_known_by_their_whole_id(corpus_copy: Path) -> None:
    bill = corpus_copy / "2026" / "example-bill-2026.yaml"
    corpus = communique.load(CORPUS)
    known = {f"{one.id}#{each.id}" for one in corpus.announcements.values() for each in one.commitments}
    with Editor(SERVER, bill) as editor:
        assert editor.findings() == []
        line, character = editor.at("example-bill-2026#first-report")
        at = {"position": {"line": line, "character": character + 22}}
        (found,) = editor.request("definition", at)
        assert editor.text.splitlines()[found["range"]["start"]["line"]].endswith("id: first-report")
        assert "example-bill-2026#first-report · commitment" in editor.hover(line, character + 22)
        defined = {"position": found["range"]["start"], "context": {"includeDeclaration": False}}
        used = editor.request("references", defined)
        assert len(used) == editor.text.count("commitment: example-bill-2026#first-report") > 1
        assert {each["label"] for each in editor.items(line, character + 22)} == known
    lines = ["id: another", "outcomes:", "- commitment: example-bill-2026#hear", "  state: met"]
    with Editor(SERVER, bill.with_name("another.yaml"), "\n".join(lines)) as editor:
        assert editor.findings() == []  # it does not say yet that it is a record
        line, character = editor.at("#hear")
        chosen = {each["label"]: each for each in editor.items(line, character + 5)}["example-bill-2026#hearing"]
        whole = edited(editor.text, [chosen["textEdit"]])
        assert whole == editor.text.replace("#hear", "#hearing")


@pytest.mark.slow
def test_files_of_this_machine_and_of_others(record: Path) -> None:
    here = record.as_uri().replace("file:///", "file://localhost/")
    elsewhere = ("file://server/share/a.yaml", "vscode-remote://wsl/home/a.yaml", "file:///c%3A/records/a.yaml")
    for uri in (here, *elsewhere, record.parent.as_uri()):
        with Editor(SERVER, record, uri=uri, cwd=record.parents[2]) as editor:
            codes = {each["code"] for each in editor.findings()}
            assert ("CQ301" in codes) == (uri != here)


@pytest.mark.slow
def test_the_outline_is_within_its_ranges(editor: Editor) -> None:
    fields = editor.request("documentSymbol", {})
    data = yaml.safe_load(editor.text)
    assert [each["name"] for each in fields] == [*data]

    def span(of: Any) -> tuple[tuple[int, int], ...]:
        return tuple((of[side]["line"], of[side]["character"]) for side in ("start", "end"))

    for field in fields:
        objects = [each for each in data[field["name"]] if isinstance(each, dict)]
        assert len(field["children"]) == len(objects)
        for each, outer in [(field, field), *((item, field) for item in field["children"])]:
            (start, end), (first, last) = span(each["range"]), span(each["selectionRange"])
            assert span(outer["range"])[0] <= start <= first < last <= end <= span(outer["range"])[1]
