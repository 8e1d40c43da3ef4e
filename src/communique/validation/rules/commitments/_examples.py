"""A record with one commitment, for the examples of the rules about commitments."""

from __future__ import annotations


def record(outcome: str = "", *, due: str = "", more: str = "", by: str = "by: [cn]", also: str = "") -> str:
    """The fields of a record with a commitment, and with an outcome of it if there is one.

    ``due`` is when it is due, ``more`` are further fields of the commitment, and ``also`` is what else the record has.
    """
    fields = [f"- id: action-plan\n  kind: promise\n  {by}\n  text: {{en: Write a plan.}}\n"]
    fields += [f"  due: {{{due}}}\n"] if due else []
    fields += [f"  {more}\n"] if more else []
    outcomes = f"outcomes:\n- {{commitment: example#{outcome}}}\n" if outcome else ""
    return f"{also}commitments:\n{''.join(fields)}{outcomes}{_ACTORS}"


_ACTORS = "actors:\n- {id: cn, type: country, country: CN, name: {en: China}}\n"
