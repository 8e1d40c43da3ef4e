"""A record with one commitment, for the examples of the rules about commitments."""

from __future__ import annotations


def record(
    outcome: str = "", *, by: str = "by: [cn]", due: str = "", more: str = "", also: str = "", published: str = ""
) -> str:
    """The fields of a record with a commitment, and with an outcome of it if there is one.

    ``due`` is when it is due, ``more`` are further fields of the commitment, and ``also`` is what else the record has.
    The outcome is from a source that was ``published`` on that day.
    """
    fields = [f"- id: action-plan\n  kind: promise\n  {by}\n  text: {{en: Write a plan.}}\n"]
    fields += [f"  due: {{{due}}}\n"] if due else []
    fields += [f"  {more}\n"] if more else []
    commitments = f"commitments:\n{''.join(fields)}"
    return f"{also}{commitments}{_reported(outcome, published) if outcome else ''}{_ACTORS}"


def _reported(outcome: str, published: str) -> str:
    if not published:
        return f"outcomes:\n- {{commitment: example#{outcome}}}\n"
    source = f"sources:\n- {{id: report, type: news, access: full_text, published: '{published}'}}\n"
    return f"outcomes:\n- {{commitment: example#{outcome}, evidence: [report]}}\n{source}"


_ACTORS = "actors:\n- {id: cn, type: country, country: CN, name: {en: China}}\n"
