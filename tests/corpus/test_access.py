"""From an id, a reference or words to what they name."""

from __future__ import annotations

import pickle

import pytest

import communique
from communique import Corpus
from communique.corpus.unknown_id import UnknownIdError
from communique.models import Actor, references
from support.command_line import Run
from support.folders import CORPUS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return communique.load(CORPUS)


def test_every_reference_leads_to_what_it_names(corpus: Corpus) -> None:
    found = [reference for entry in corpus.entries for reference in references(entry.record)]
    assert found
    for reference in found:
        thing = corpus.resolve(reference)
        assert thing.id == reference.id and type(thing).__name__.lower() in reference.kinds
        assert corpus.resolve(reference.id) is thing


def test_every_record_has_its_id(corpus: Corpus) -> None:
    assert all(corpus.resolve(entry.record.id) is entry.record for entry in corpus.entries)


def test_the_value_of_a_field_can_be_followed(corpus: Corpus) -> None:
    role = corpus.announcements["cn-waico-proposal-2025"].roles[0]
    actor = corpus.resolve(role.actor)
    assert isinstance(actor, Actor) and actor.name["en"] == "China"


def test_an_unknown_id_is_a_key_error_that_names_the_nearest(corpus: Corpus) -> None:
    with pytest.raises(KeyError, match="li-qiang") as caught:
        corpus.resolve("li-qing")
    assert isinstance(caught.value, UnknownIdError) and caught.value.id == "li-qing"
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    with pytest.raises(UnknownIdError) as other:
        corpus.resolve("nothing-of-the-kind")
    assert other.value.help == ""


def test_a_merged_id_names_its_successor(corpus: Corpus) -> None:
    former = next(actor for actor in corpus.actors.values() if actor.id == "cn-mfa")
    merged = former.model_copy(update={"former_ids": ("old-ministry",)})
    registry = next(each for each in corpus.registries.values() if former in each.actors)
    changed = registry.model_copy(update={"actors": (merged,)})
    with pytest.raises(UnknownIdError, match="cn-mfa"):
        Corpus((communique.corpus.corpus.Entry("x.yaml", changed),)).resolve("old-ministry")


@pytest.mark.parametrize(
    ("words", "kinds"),
    [("china", ()), ("china", ("actor",)), ("foreign ministry", ()), ("2025", ("source", "occasion"))],
)
def test_find_is_what_the_command_prints(corpus: Corpus, run: Run, words: str, kinds: tuple[str, ...]) -> None:
    options = [part for kind in kinds for part in ("--type", kind)]
    printed = run("find", *words.split(), "--in", CORPUS, "--most", "0", *options).stdout.splitlines()
    found = corpus.find(words, kinds)
    starts = [line.split()[0] for line in printed if not line.startswith(" ")]
    assert found and [each.id for each in found] == starts
    assert all(each.line.split()[:2] == [each.id, each.kind] and each.name in each.line for each in found)


def test_find_takes_one_kind_or_several(corpus: Corpus) -> None:
    everything = corpus.find("china")
    assert corpus.find("china", "actor") == [each for each in everything if each.kind == "actor"]
    assert corpus.find("china", ["actor", "source"]) == [
        each for each in everything if each.kind in ("actor", "source")
    ]
    assert corpus.find("no such thing") == []
    with pytest.raises(ValueError, match="occasion"):
        corpus.find("china", "registry")


def test_the_history_of_an_instrument(corpus: Corpus) -> None:
    (step,) = corpus.history("example-bill")
    assert str(step.date) == "2026-03-02" and step.measure.instrument == "example-bill"
    with pytest.raises(UnknownIdError, match="example-bill"):
        corpus.history("exmaple-bill")
    with pytest.raises(ValueError, match="actor"):
        corpus.history("cn")
