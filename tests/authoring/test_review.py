"""`communique review`: what stands between a draft and the status `reviewed`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import communique
from communique.models import SCHEMA_VERSION
from support.command_line import Run

DRAFT = """\
schema_version: VERSION
kind: announcement
id: example
title: {en: An example}  # confirm
types: [other]
status: draft  # not yet
dates:
- role: announced  # confirm
  value: '2025-07-26'
roles:
- {actor: cn, role: announcer, evidence: [{source: report, support: presumed}]}
statements:
- text: {en: 'TODO'}
  nature: context
unknown:
- {field: place, reason: not_seen}
- {field: summary, reason: not_applicable}
sources:
- {id: report, type: rewrite, access: full_text, title: '@someone *says* [x](https://example.com) #12'}
actors:
- {id: cn, type: country, country: CN, name: {en: China}}
""".replace("VERSION", SCHEMA_VERSION)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "example.yaml").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_the_steps_are_in_order_each_with_its_line(run: Run, folder: Path) -> None:
    done = run("review", "example.yaml", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "example (draft): 6 steps left"
    assert [line.partition(":")[0] for line in lines if line[0].isdigit()] == [
        "1. Look at the lines that nobody has confirmed",
        "2. Add what a reviewed record needs",
        "3. Mend the evidence",
        "4. Settle the warnings",
        "5. Read what is only presumed to be evidence (optional)",
        "6. See whether a code fits better than other (optional)",
        "7. See whether the unknown is known by now (optional)",
    ]
    places = [line.split(":")[1] for line in lines if line.startswith("   example.yaml:")]
    assert " ".join(places) == "4 8 8 13 19 5 11 5 16"
    assert lines[-1] == "Then write in line 6 of example.yaml: status: reviewed"
    assert (folder / "example.yaml").read_text(encoding="utf-8") == DRAFT


def test_a_record_is_ready_when_the_steps_are_done(run: Run, folder: Path) -> None:
    done = (
        DRAFT.replace("  # confirm", "").replace("'TODO'", "Background.").replace("types: [other]", "types: [speech]")
    )
    done = done.replace("value: '2025-07-26'\n", "value: '2025-07-26'\n  evidence: [report]\n")
    done = (
        done.replace("type: rewrite", "type: news").replace(", support: presumed", "").replace("not_seen", "withheld")
    )
    (folder / "example.yaml").write_text(done, encoding="utf-8")
    told = run("review", "example.yaml", cwd=folder).stdout.splitlines()
    assert told == ["example (draft): nothing left to do", "Write in line 6 of example.yaml: status: reviewed"]
    (folder / "example.yaml").write_text(done.replace("status: draft", "status: reviewed"), encoding="utf-8")
    assert communique.validate(folder / "example.yaml") == []
    assert run("review", "example.yaml", cwd=folder).stdout.endswith("The status is reviewed, in line 6.\n")
    assert run("review", ".", cwd=folder).stdout == "no drafts\n"


def test_a_list_of_tasks_for_an_issue_has_no_markup_of_the_record(run: Run, folder: Path) -> None:
    hostile = DRAFT.replace("'TODO'", "'TODO: @someone <b> *says* [x](https://a.example) #12 GH-7'")
    (folder / "example.yaml").write_text(hostile, encoding="utf-8")
    done = run("review", "example.yaml", "--as-issue", cwd=folder).stdout
    tasks = [line for line in done.splitlines() if line.startswith("- [ ] ")]
    assert (len(tasks), done.splitlines()[0]) == (9, "## example (draft): 6 steps left")
    assert "\ncorrect or delete what is wrong, then delete the mark `# confirm`\n" in done
    (task,) = [each for each in tasks if "someone" in each]
    assert "@<!-- -->someone \\<b\\> \\*says\\* \\[x\\](https:<!-- -->//a.example) \\#<!-- -->12 GH<!-- -->-7" in task


def test_errors_come_first_and_a_broken_file_is_listed_too(run: Run, folder: Path) -> None:
    (folder / "example.yaml").write_text(DRAFT.replace("[other]", "[othr]"), encoding="utf-8")
    lines = run("review", "example.yaml", cwd=folder).stdout.splitlines()
    assert lines[1].startswith("1. Correct the errors")
    assert lines[2].startswith("   example.yaml:5: CQ208 ")
    (folder / "example.yaml").write_text("id: [", encoding="utf-8")
    lines = run("review", "example.yaml", cwd=folder).stdout.splitlines()
    assert (lines[0], lines[1]) == ("example.yaml (no status): 1 step left", "1. Correct the errors")


def test_a_record_is_found_by_its_id(run: Run, corpus_copy: Path) -> None:
    draft = yaml.safe_load(DRAFT)
    del draft["actors"]
    (corpus_copy / "2025" / "example.yaml").write_text(yaml.safe_dump(draft), encoding="utf-8")
    by_id = run("review", "example", cwd=corpus_copy.parent)
    assert by_id.stdout == run("review", "records/2025/example.yaml", cwd=corpus_copy.parent).stdout
    assert by_id.stdout.startswith("example (draft): ")
    unknown = run("review", "exampel", cwd=corpus_copy.parent)
    assert (unknown.returncode, "'exampel' is no file" in unknown.stderr) == (2, True)


def test_passages_are_checked_against_texts(run: Run, folder: Path) -> None:
    from communique.authoring.citation import describe

    (folder / "texts").mkdir()
    (folder / "texts" / "report.txt").write_text("One. Two.", encoding="utf-8")
    record = yaml.safe_load(DRAFT)
    record["sources"][0]["text"] = describe("One. Two.").model_dump(mode="json")
    digest = "sha256:" + 64 * "0"
    record["passages"] = [{"id": "one", "source": "report", "start": 0, "end": 4, "digest": digest}]
    record["dates"][0]["evidence"] = [{"passage": "one"}]
    (folder / "example.yaml").write_text(yaml.safe_dump(record), encoding="utf-8")
    assert "CQ602" in run("review", "example.yaml", "--sources", "texts", cwd=folder).stdout
    assert "CQ602" not in run("review", "example.yaml", cwd=folder).stdout


COPIED = """\
statements:
- text: {en: The plan includes fines of 35 million euros}
  # The plan includes fines of
  # 35 million euros.
  nature: context
- text: {en: Background.}
  nature: context
unknown:
# The plan includes fines of 35 million
- {field: place, reason: withheld}
# not in the article, as far as I can see
"""


def test_what_a_draft_still_has_from_the_article_is_a_step(run: Run, folder: Path) -> None:
    """Its comments, its list of what was not taken, and whole sentences; the last if the text is at hand."""
    (folder / "texts").mkdir()
    (folder / "texts" / "report.txt").write_text("Today:\n“The plan includes fines\nof 35 million euros.”\n")
    begin, end = DRAFT.index("statements:"), DRAFT.index("sources:")
    text = f"{DRAFT[:begin]}{COPIED}{DRAFT[end:]}\n# Seen and not taken:\n# - sentence It is late.\n"
    (folder / "example.yaml").write_text(text, encoding="utf-8")
    lines = text.splitlines()
    alone = run("review", "example.yaml", cwd=folder).stdout
    assert places(alone, "Delete the comments of the draft") == [
        lines.index("  # The plan includes fines of") + 1,
        lines.index("# Seen and not taken:") + 1,
    ]
    assert "in words of your own" not in alone
    beside = run("review", "example.yaml", "--sources", "texts", cwd=folder).stdout
    assert len(places(beside, "Delete the comments of the draft")) == 3
    assert places(beside, "Write in words of your own") == [lines.index("statements:") + 2]
    reviewed = text.replace("status: draft", "status: reviewed").replace("  # confirm", "")
    (folder / "example.yaml").write_text(reviewed, encoding="utf-8")
    assert "Seen and not taken" in run("review", ".", cwd=folder).stdout


def places(told: str, section: str) -> list[int]:
    """The lines that the steps of a section name."""
    _, _, after = told.partition(section)
    steps = after.partition("\n")[2].split("\n")
    own = steps[: next(number for number, each in enumerate(steps) if not each.startswith("   "))]
    return [int(each.split(":")[1]) for each in own if each.startswith("   example.yaml:")]


def test_what_is_only_noticed_is_no_warning(run: Run, folder: Path) -> None:
    """A finding of severity info is optional, and comes last."""
    body = "- {id: cn-mfa, type: government_body, country: CN, name: {en: Foreign Ministry}}\n"
    (folder / "example.yaml").write_text(DRAFT + body, encoding="utf-8")
    infos = {each.code for each in communique.validate(folder / "example.yaml") if str(each.severity) == "info"}
    told = run("review", "example.yaml", cwd=folder).stdout
    noticed = told.partition("Read what else was noticed (optional)")[2]
    assert infos and all(code in noticed and told.count(code) == 1 for code in infos)


def test_what_an_import_kept_is_a_step(run: Run, folder: Path) -> None:
    kept = "extensions:\n  sheet: {key: a, imported: {row: b}, Who: Nobody Ltd}\n  other: {Who: Somebody}\n"
    (folder / "example.yaml").write_text(DRAFT + kept, encoding="utf-8")
    lines = run("review", "example.yaml", cwd=folder).stdout.splitlines()
    at = next(place for place, line in enumerate(lines) if "Work in what an import kept beside the record" in line)
    number = len(DRAFT.splitlines()) + 2
    assert lines[at].endswith("(optional)")
    assert f"example.yaml:{number}" in lines[at + 1] and "Who: Nobody Ltd" in lines[at + 1]
    assert "Somebody" not in "".join(lines)


def test_the_type_of_a_source_that_was_read_is_a_step(run: Run, folder: Path) -> None:
    """If the record cites it: what nobody has read, or nothing relies on, may stay of unknown type."""
    sources = "- {id: unread, type: unknown, access: not_read}\n- {id: unused, type: unknown, access: full_text}\n"
    text = DRAFT.replace("type: rewrite", "type: unknown").replace("actors:\n", f"{sources}actors:\n")
    text = text.replace("role: announcer, evidence: [", "role: announcer, evidence: [unread, ")
    (folder / "example.yaml").write_text(text, encoding="utf-8")
    told = run("review", "example.yaml", cwd=folder).stdout
    assert text.splitlines().index("sources:") + 2 in places(told, "Settle the warnings")
    assert told.count("CQ542 nobody has said what kind of source report is") == told.count("CQ542") == 1
