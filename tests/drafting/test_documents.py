"""The own text of a document, and sentences that rest on sources without a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.corpus.corpus import Corpus
from communique.drafting.record import draft
from support.command_line import Run

DECREE = (
    "Decree on Public Artificial Intelligence\n\nArticle 1. Purpose and scope.\n"
    "This decree governs what public bodies do.\nArticle 2. Council.\n"
    "A Council for Public Artificial Intelligence is established. It has 12 members.\n"
    "Article 3. Repeal and entry into force.\nThis decree enters into force on 1 July 2026.\n"
    "Done at Lisbon, 4 March 2026.\n"
)


def test_the_articles_of_a_decree_are_its_own_text() -> None:
    drafted = draft(DECREE, Corpus(()))
    shown = [drafted.shown["statements", number] for number in range(len(drafted.data["statements"]))]
    assert {each["nature"] for each in drafted.data["statements"]} == {"official_text"}
    assert not any("Repeal" in each or "Done at" in each or "Purpose" in each for each in shown) and len(shown) == 4
    assert [(each["role"], each["value"]) for each in drafted.data["dates"]] == [
        ("signed", "2026-03-04"),
        ("entry_into_force", "2026-07-01"),
    ]


def test_a_name_with_a_joining_word_is_one_name() -> None:
    names = [each for each in draft(DECREE, Corpus(())).not_taken if each.startswith("name ")]
    assert names == ["name Council for Public Artificial Intelligence: who or what it is, is not clear"]


SOURCES = [
    ("The plan is late in some schools, officials said.", "officials said"),
    ("According to a summary, the plan covers schools.", "According to a summary"),
    ("It was reported that the plan covers schools.", "It was reported that"),
    ("A spokesperson for the ministry said that it was ready.", "A spokesperson for the ministry said"),
    ("据当地媒体报道，该计划涵盖学校和医院。", "据当地媒体报道"),
    ("The plan covers some schools and hospitals.", None),
]


@pytest.mark.parametrize(("sentence", "hedge"), SOURCES)
def test_a_source_without_a_name_is_a_hedge(sentence: str, hedge: str | None) -> None:
    (statement,) = draft(f"A title\n{sentence}\n", Corpus(())).data["statements"]
    assert (statement["nature"], statement.get("hedge"), statement.get("speaker")) == ("reported_fact", hedge, None)


def test_a_draft_goes_to_the_folder_of_its_only_year(run: Run, tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    text = "A title\nThe sky is blue there. It rains a lot there. Ministers signed the pact on 3 March 2026.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run("draft", "a.txt", cwd=tmp_path).returncode == 0
    assert [each.name for each in (tmp_path / "records" / "2026").iterdir()] == ["title-2026.yaml"]
