"""Cards: what the corpus knows, readable, whole, and safe to print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import communique
from communique import cards
from communique.codelists import CODELISTS, Stage
from communique.corpus.history import announcement_day, instrument_history
from communique.corpus.search.query import look_up
from communique.lexicon.unit_names import UNITS
from support.command_line import Run
from support.folders import CORPUS


@pytest.fixture(scope="module")
def corpus(shipped: communique.Corpus) -> communique.Corpus:
    return shipped


@pytest.mark.slow
def test_everything_has_a_card_that_fits(corpus: communique.Corpus) -> None:
    for id in corpus.ids:
        card = cards.card(id, corpus, 80)
        lines = card.splitlines()
        assert len(lines) >= 2 and id in card
        # An address is one word, which is not broken.
        assert all(len(line) <= 80 or "://" in line or " " not in line.strip() for line in lines), id


def test_an_announcement(corpus: communique.Corpus) -> None:
    card = cards.card("cn-waico-proposal-2025", corpus)
    found = " ".join(card.split())
    preferred = (
        "announced 2025-07-26 (Saturday) in Asia/Shanghai (likely) [2 to 15 independent sources, 1 to 2 against]"
    )
    assert preferred in found
    assert "Li Qiang, Premier of China, for China: announcer" in card
    assert "- under consideration: seat: Shanghai, according to Ma Zhaoxu" in card
    wrong = " ".join(card.partition("\nDeprecated\n")[2].partition("\n\n")[0].split())
    assert "announced 2025-07-27 (Sunday) (deprecated) [1 independent source, 2 to 17 against]" in wrong
    assert "announced 2025-07-26" not in card.partition("\nDisputed\n")[2]


def test_an_instrument_lives_across_announcements(corpus: communique.Corpus) -> None:
    card = cards.card("us-eo-14110", corpus)
    signed, revoked = card.index("2023-10-30 (Monday)"), card.index("2025-01-20 (Monday)  revoke")
    assert signed < revoked and "Current stage\n  repealed (2025-01-20)\n" in card
    steps = instrument_history("us-eo-14110", corpus.announcements.values())
    assert [step.announcement.id for step in steps] == ["us-eo-14110-2023", "us-eo-14148-revocation-2025"]


def test_a_measure_has_the_day_on_which_such_a_thing_was_done(corpus: communique.Corpus) -> None:
    def steps(id: str) -> dict[str, str]:
        return {step.measure.action: str(step.date) for step in instrument_history(id, corpus.announcements.values())}

    convention = {"adopt": "2024-05-17", "open_for_signature": "2024-09-05", "sign": "2024-09-05"}
    assert steps("coe-framework-convention-on-ai") == convention
    assert steps("eu-ai-act") == {"publish": "2024-07-12", "bring_into_force": "2024-08-01"}
    assert steps("eu-ai-act-chapter-v") == {"bring_into_force": "2025-08-02"}
    assert steps("us-ai-diffusion-rule")["publish"] == "2025-01-15"
    tables = communique.tables(corpus)
    days = {row["id"]: row["day"] for row in tables["announcements"]}
    assert all(days.values()) and days["cn-waico-proposal-2025"] == "2025-07-26"
    measures = {(row["instrument_id"], row["action"]): row["day"] for row in tables["measures"] if row["shown"]}
    assert measures["coe-framework-convention-on-ai", "adopt"] == "2024-05-17"


def test_an_actor_and_an_occasion_and_a_source(corpus: communique.Corpus) -> None:
    actor = cards.card("li-qiang", corpus)
    assert "Announced\n  2025-07-26  " in actor and "Statements\n" in actor
    occasion = cards.card("ai-action-summit-2025", corpus)
    assert "fr-paris-ai-action-summit-2025" in occasion and "eu-investai-2025" in occasion
    source = cards.card("reuters-waico", corpus)
    assert "Not independent of\n" in source and "boursorama-waico" in source


def test_every_announcement_has_a_day(corpus: communique.Corpus) -> None:
    assert [id for id, each in corpus.announcements.items() if announcement_day(each) is None] == []


def test_on_the_command_line(run: Run, tmp_path: Path) -> None:
    done = run("show", "waic-2025", "--in", CORPUS)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "World Artificial Intelligence Conference 2025\nwaic-2025 · occasion · edition 2025\n\n"
    )
    wrong = run("show", "waic-2052", "--in", CORPUS)
    assert wrong.returncode == 2 and "unknown id 'waic-2052'; did you mean waic-2025?" in wrong.stderr
    registry = run("show", "states", "--in", CORPUS)
    assert (
        registry.returncode == 2
        and "there is no card for states; choose an announcement or a definition" in registry.stderr
    )
    (tmp_path / "example.yaml").write_text("kind: registry\n")
    invalid = run("show", "x", "--in", tmp_path)
    assert invalid.returncode == 2 and "`communique validate` lists all of them" in invalid.stderr


def test_ids_are_found_by_what_people_call_things(run: Run, corpus: communique.Corpus) -> None:
    assert look_up("waico", corpus)[0].id == "world-ai-cooperation-organization"
    assert look_up("united nations", corpus)[0].id == "un"
    assert "cn-mfa" in {each.id for each in look_up("foreign CHINA", corpus)}
    assert "antonio-guterres" in {each.id for each in look_up("Antonio", corpus)}
    assert look_up("no-such-thing-anywhere", corpus) == []
    done = run("find", "world", "conference", "2025", "--in", CORPUS)
    assert done.returncode == 0 and done.stdout.startswith("waic-2025 ")
    assert run("find", "nothing-like-it", "--in", CORPUS).returncode == 1
    named = run("show", "waico", "--in", CORPUS)
    assert "did you mean world-ai-cooperation-organization" in named.stderr


def explained(run: Run, *arguments: str) -> dict[str, str]:
    """The meaning of each name, of which only the first line begins at the margin."""
    entries = re.split(r"\n(?! )", run("codes", *arguments).stdout.rstrip())
    pairs = (entry.split("  ", 1) for entry in entries)
    return {name: " ".join(meaning.split()) for name, meaning in pairs}


def test_codes_are_explained(run: Run) -> None:
    assert list(explained(run)) == [*(codelist.list_name for codelist in CODELISTS), "unit"]
    stages = explained(run, "stage")
    assert list(stages) == list(Stage)
    assert all(stages[stage].startswith(stage.definition) for stage in Stage)
    assert "did you mean stage?" in run("codes", "stages").stderr


def test_units_are_explained(run: Run) -> None:
    units = explained(run, "unit")
    assert list(units) == [unit.name for unit in UNITS]
    assert units["megawatt"].endswith("UCUM MW. Also: MW.")


def test_nothing_in_a_record_reaches_the_terminal_raw(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(
        "schema_version: 0.2.0\nkind: registry\nid: example\nactors:\n- id: a\n  type: group\n"
        '  name: {en: "##[error] ::warning::"}\n'
    )
    card = cards.card("a", communique.load(path))
    assert "##[" not in card and not any(line.startswith("::") for line in card.splitlines())
