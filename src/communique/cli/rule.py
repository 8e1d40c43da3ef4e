"""``communique rule``."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from ..documenting.rule_text import explain
from ..lexicon.spelling import did_you_mean
from ..validation import registry
from .output import columns, say, write


def _complete(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    rules = registry.rules().values()
    words = [(rule.code, rule.name) for rule in rules] + [(rule.name, rule.reason) for rule in rules]
    return [CompletionItem(word, help=help) for word, help in words if word.lower().startswith(begun.lower())]


@click.command()
@click.argument("code", required=False, shell_complete=_complete)
def rule(code: str | None) -> None:
    """Explain a rule, given its code or name; without CODE, list all rules."""
    rules = registry.rules()
    if code is None:
        for each in rules.values():
            say(f"{each.code}  {each.severity:<7}  {each.name}")
        return
    found = registry.find(code)
    if found is None:
        names = [*rules, *(each.name for each in rules.values())]
        advice = did_you_mean(code, names) or "`communique rule` lists all rules"
        raise click.BadParameter(f"unknown rule {code!r}; {advice}", param_hint="CODE")
    write(explain(found, columns()))
