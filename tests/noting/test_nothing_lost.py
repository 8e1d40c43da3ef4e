"""Whatever stands in notes comes out in the record, or its line has a finding: also where they are written wrongly."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator

import pytest

import communique
from communique.corpus.corpus import Corpus
from communique.noting.record import noted
from support.folders import CORPUS

NOTES = """\
title: Kwato plans a barqua
summary: The fendar of it is that all of the melvix are to have a sornal, and that it
  goes on in a second line with a trindle.
types: report
topics: safety

sources: news | excerpt | publisher: Gorvana Post
- s1 = https://gorvana.example/wibbler | official | 2026-03-11 | "The hapstone of it"
- s2 = https://lirpan.example/quonset | "A vexil | and a drumlin"
  | note: Seen by norbert.

actors:
- min = Ministry of Yonderly Things | government_body | ZA

dates:
- announced | 2026-04-12 | "on the morrowtide" [s1]
  note: It was a grelday.

roles:
- min | announcer [s1]
- Li Qiang | speaker | note: For the whimbrel.

statements: reported_fact
- All of the skerries are new. [s1 "with the, galoot; [of] kumquat", s2]
- Half of the tamarix is old,
  says the obolary. [s2]
  note: One of the pellicle.
- A third has a quillon. | disputed [s2]

quantities:
- zorilles | 5417 | at_least [s1]
- axolotls | 618 | exactly | note: With 77041 eggs.

commitments: promise | min | due: not_stated
- first-one = Build the ziggurat. [s1]
"""
WORDS = re.compile(
    "Kwato|barqua|fendar|melvix|sornal|trindle|Gorvana Post|wibbler|2026-03-11|hapstone|quonset|vexil|drumlin|norbert|"
    "Yonderly|2026-04-12|morrowtide|grelday|whimbrel|skerries|tamarix|obolary|pellicle|quillon|zorilles|5417|axolotls|"
    "618|77041|galoot|kumquat|first-one|ziggurat"
)
"""What is nowhere else than in one line of the notes, and has to be in the record as it is."""

SIGNS = '|[]:=-"•｜［］【】：＝  \t'
Change = Callable[[random.Random, list[str]], None]


def indent(chance: random.Random, lines: list[str]) -> None:
    start = chance.randrange(len(lines))
    for place in range(start, min(start + chance.choice((1, 1, 3, 60)), len(lines))):
        lines[place] = chance.choice((" ", "  ", "\t")) + lines[place] if lines[place] else ""


def outdent(chance: random.Random, lines: list[str]) -> None:
    place = chance.randrange(len(lines))
    lines[place] = lines[place].lstrip()


def part_by_blank_line(chance: random.Random, lines: list[str]) -> None:
    lines.insert(chance.randrange(len(lines)), "")


def join(chance: random.Random, lines: list[str]) -> None:
    place = chance.randrange(len(lines) - 1)
    lines[place : place + 2] = [f"{lines[place]} {lines[place + 1].strip()}"]


def part(chance: random.Random, lines: list[str]) -> None:
    place = chance.randrange(len(lines))
    words = lines[place].split(" ")
    cut = chance.randrange(len(words))
    lines[place : place + 1] = [" ".join(words[:cut]), chance.choice(("", "  ", "- ")) + " ".join(words[cut:])]


def move(chance: random.Random, lines: list[str]) -> None:
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))


def drop_sign(chance: random.Random, lines: list[str]) -> None:
    signs = [(place, at) for place, line in enumerate(lines) for at, sign in enumerate(line) if sign in SIGNS]
    place, at = chance.choice(signs)
    lines[place] = lines[place][:at] + lines[place][at + 1 :]


def put_sign(chance: random.Random, lines: list[str]) -> None:
    place = chance.randrange(len(lines))
    at = chance.choice([each.start() for each in re.finditer(r"\b|$", lines[place])])
    if not any(found.start() < at < found.end() for found in WORDS.finditer(lines[place])):
        lines[place] = lines[place][:at] + chance.choice(SIGNS) + lines[place][at:]


CHANGES: tuple[Change, ...] = (indent, outdent, part_by_blank_line, join, part, move, drop_sign, put_sign)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return communique.load(CORPUS)


def lost(text: str, corpus: Corpus) -> Iterator[str]:
    """The lines with a word that is not in the record, although no finding is in the item."""
    found = noted(text, "notes.txt", corpus)
    record = json.dumps(found.data, ensure_ascii=False)
    lines, wrong = text.split("\n"), {each.line for each in found.findings}
    for number, line in enumerate(lines, 1):
        missing = [word for word in WORDS.findall(line) if word not in record]
        if missing and not wrong & {*around(lines, number)}:
            yield f"{number}: {line} ({', '.join(missing)})"


def around(lines: list[str], number: int) -> Iterator[int]:
    """The numbers of the line and of those in the same paragraph that are at most three lines away."""
    for step in (-1, 1):
        for other in range(number, number + 4 * step, step):
            if not 1 <= other <= len(lines) or not lines[other - 1].strip():
                break
            yield other


def changed(seed: int) -> str:
    chance, lines = random.Random(seed), NOTES.split("\n")
    for change in chance.choices(CHANGES, k=chance.choice((1, 1, 2, 4))):
        change(chance, lines)
    return "\n".join(lines)


def test_every_word_of_notes_is_in_the_record(corpus: Corpus) -> None:
    found = noted(NOTES, "notes.txt", corpus)
    assert found.findings == [] and [*lost(NOTES, corpus)] == []
    assert len(WORDS.findall(NOTES)) == len({*WORDS.findall(NOTES)}) == WORDS.pattern.count("|") + 1


@pytest.mark.parametrize("first", [0, pytest.param(60, marks=pytest.mark.slow)])
def test_no_word_of_notes_that_are_written_wrongly_is_lost(first: int, corpus: Corpus) -> None:
    for seed in range(first, 5 * first or 60):
        text = changed(seed)
        assert [*lost(text, corpus)] == [], f"seed {seed}:\n{text}"
