"""Speakers without a post: who is a person, who is a body, and of whom that is not clear."""

from __future__ import annotations

import pytest

import communique
from communique.corpus.corpus import Corpus
from communique.drafting.record import draft

SURE, UNSURE = False, True
SPEAKERS: list[tuple[str, list[tuple[str, str, bool]]]] = [
    ("“It is late now,” Ana Ruiz said.", [("ana-ruiz", "person", UNSURE)]),
    ("“It is late now,” said Ana Ruiz.", [("ana-ruiz", "person", UNSURE)]),
    ("Ana McRuiz told reporters that it was late.", [("ana-mcruiz", "person", UNSURE)]),
    ("“It is late now,” Kai de la Cruz told reporters.", [("kai-de-la-cruz", "person", UNSURE)]),
    ("Ana Ruiz, who led the talks, said it was late.", [("ana-ruiz", "person", SURE)]),
    ("“It is late now,” wrote Ana Ruiz, who led the talks.", [("ana-ruiz", "person", SURE)]),
    ("“It is late now,” Ana Ruiz said. “It is dark now,” Ruiz told reporters.", [("ana-ruiz", "person", SURE)]),
    ("“It is late now,” said Ana Ruiz, mayor of Lima.", [("ana-ruiz", "person", SURE)]),
    ("Human Rights Watch said that it was late.", [("human-rights-watch", "civil_society", UNSURE)]),
    ("Amnesty International said that it was late.", [("amnesty-international", "civil_society", UNSURE)]),
    ("“It is late now,” said Halvard Robotics.", [("halvard-robotics", "company", UNSURE)]),
    ("“It is late now,” Goldman Sachs said.", []),
    ("“It is late now,” said OpenAI.", []),
    ("“It is late now,” New Delhi said.", []),
    ("“It is late now,” Silverline Systems said. “It is dark now,” Silverline added.", []),
    ("“It is late now,” Silverline Ondra said. “It is dark now,” Silverline added.", []),
    ("“It is late now,” Ruiz told reporters.", []),
    ("Nova Terra said that it was late.", []),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_a_speaker_is_defined_as_what_the_words_show(text: str, speakers: list[tuple[str, str, bool]]) -> None:
    data = draft(f"A title\n{text}\n", Corpus(())).data
    assert [(each["id"], each["type"], "note" in each) for each in data.get("actors", ())] == speakers
    said = [each for each in data.get("statements", ()) if each["nature"] == "attributed_statement"]
    assert {each["speaker"] for each in said} == {id for id, _, _ in speakers}
    assert [each for each in communique.validate_data([data]) if each.severity == "error"] == []


def test_what_is_said_by_a_name_that_nothing_explains_is_listed() -> None:
    drafted = draft("A title\n“It is late now,” said OpenAI.\n", Corpus(()))
    assert "statements" not in drafted.data and any("OpenAI" in each for each in drafted.not_taken)
