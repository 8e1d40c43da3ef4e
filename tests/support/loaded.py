"""What the process has done from which runs of the command line are forked: models and validators are built once."""

from __future__ import annotations

import gc
from importlib import import_module
from pkgutil import walk_packages

from click.testing import CliRunner

import communique.cli
from communique import api, cards, reporting
from communique.corpus.search import query
from support.folders import EXAMPLES, INVALID

for _module in walk_packages(communique.__path__, "communique."):
    if not _module.name.endswith("__main__"):
        import_module(_module.name)
for _version in sorted(EXAMPLES.iterdir()):
    _corpus = api.load(_version)
cards.card("cn-waico-proposal-2025", _corpus)
for _words in ("China", "nothing that is called so"):  # the second needs the names of countries in all languages
    query.look_up(_words, _corpus)
for _format in reporting.formats():  # some findings, of reading, of the schema and of rules
    for _file in ("broken-yaml", "unknown-code", "missing-inverse"):
        _place = str(next(INVALID.glob(f"{_file}*")))
        CliRunner().invoke(communique.cli.cli, ["validate", "--no-cache", "--format", _format, _place])
main = communique.cli.main
gc.set_threshold(50_000)  # a run is short
gc.freeze()  # what is here is not looked through again in every fork
