"""What the process has done from which runs of the command line are forked: models and validators are built once."""

from __future__ import annotations

import gc

import communique.cli
from communique import api, cards
from communique.corpus.search import query
from support.folders import EXAMPLES

for _version in sorted(EXAMPLES.iterdir()):
    _corpus = api.load(_version)
cards.card("cn-waico-proposal-2025", _corpus)
for _words in ("China", "nothing that is called so"):  # the second needs the names of countries in all languages
    query.look_up(_words, _corpus)
main = communique.cli.main
gc.freeze()  # what is here is not looked through again in every fork
