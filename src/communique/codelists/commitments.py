"""Codelists about commitments: who asks for them with which right, and what came of them."""

from __future__ import annotations

from .codelist import Codelist, also


class CommitmentKind(Codelist):
    """With which right something is expected of those who have to do it."""

    PROMISE = (
        "promise",
        "They have said themselves, of their own accord, that they will do it.",
        "0.3.0",
        also("pledge, pledged, promised, undertaking, vow, commitment"),
    )
    OBLIGATION = (
        "obligation",
        "A law, an order or a decision that binds them says that they have to do it.",
        "0.3.0",
        also("duty, order, ordered, requirement, mandate, instruction, legal duty, task"),
    )
    REQUEST = (
        "request",
        "Somebody who cannot bind them asks them to do it.",
        "0.3.0",
        also("ask, asked, requested, call, appeal, demand, invitation"),
    )
    RECOMMENDATION = (
        "recommendation",
        "Somebody who cannot bind them holds that it should be done, and leaves the decision to them.",
        "0.3.0",
        also("advice, recommended, suggestion, proposal, recommend"),
    )


class OutcomeState(Codelist):
    """What came of a commitment."""

    MET = (
        "met",
        "It was done; if there was a due day, not after it.",
        "0.3.0",
        also("fulfilled, kept, done, achieved, complied, full compliance, delivered"),
    )
    MET_LATE = "met_late", "It was done, after the due day.", "0.3.0", also("late, delayed, done late, fulfilled late")
    PARTLY_MET = (
        "partly_met",
        "A part of it was done, or less than what was said.",
        "0.3.0",
        also("partial, partially fulfilled, partially met, kept in part, partial compliance, in the works"),
    )
    MISSED = (
        "missed",
        "It was not done by the due day.",
        "0.3.0",
        also("failed, broken, not fulfilled, unfulfilled, non-compliance, not met, unmet"),
    )
    DROPPED = (
        "dropped",
        "It was given up, withdrawn or revoked, and nothing took its place.",
        "0.3.0",
        also("abandoned, cancelled, revoked, withdrawn, given up"),
    )
    SUPERSEDED = (
        "superseded",
        "Another commitment or another rule took its place before it was done.",
        "0.3.0",
        also("replaced, overtaken"),
    )
    DISPUTED = (
        "disputed",
        "Whether it was done is contested, and the source does not settle it.",
        "0.3.0",
        also("contested, unclear, controversial"),
    )
