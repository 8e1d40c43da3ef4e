"""Groups of countries that are to gain from something, where a text says so."""

from __future__ import annotations

import pytest

from communique.corpus.corpus import Corpus
from communique.drafting.record import draft

GROUPS = [
    ("It offers training to developing countries.", "developing-countries"),
    ("Peru will help the Global South.", "global-south"),
    ("Peru pledged 3 million euros to small island states.", "small-island-states"),
    ("计划将惠及广大发展中国家。", "developing-countries"),
    ("秘鲁向发展中国家提供技术援助。", "developing-countries"),
    ("Peru did not help the Global South.", None),
    ("Peru called on others to help developing countries.", None),
    ("Universities in the Global South met developing countries.", None),
    ("“We will help developing countries,” Minister Ana Ruiz said.", None),
]


@pytest.mark.parametrize(("sentence", "group"), GROUPS)
def test_who_gains_is_what_the_text_says(sentence: str, group: str | None, shipped: Corpus) -> None:
    title = "A title" if sentence.isascii() or "“" in sentence else "会议的标题"
    for corpus in (shipped, Corpus(())):
        data = draft(f"{title}\n{sentence}\n", corpus).data
        gain = [each["actor"] for each in data.get("roles", ()) if each["role"] == "beneficiary"]
        assert gain == ([group] if group else [])
        new = [(each["id"], each["type"]) for each in data.get("actors", ()) if each["id"] in gain]
        assert new == ([] if corpus.actors.get(group or "") or not group else [(group, "group")])
