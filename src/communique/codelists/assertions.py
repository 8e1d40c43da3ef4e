"""Codelists about assertions: how they rank, how firm they are."""

from __future__ import annotations

from .codelist import Codelist, also


class Rank(Codelist):
    """Which of several competing values to show. The way Wikidata keeps disagreement without hiding it."""

    PREFERRED = "preferred", "The value to show when only one can be shown.", also("best, main, primary, prefer")
    NORMAL = "normal", "A value like any other; what counts when nothing is said.", also("default, standard, regular")
    DEPRECATED = (
        "deprecated",
        "A value that a source gives and that is held to be wrong; the note says why.",
        also("wrong, false, obsolete, rejected"),
    )


class Confidence(Codelist):
    """How sure the curator is that the assertion is true."""

    VERIFIED = (
        "verified",
        "Confirmed by an official text or by sources that do not depend on each other.",
        also("confirmed"),
    )
    LIKELY = "likely", "Well supported, but not confirmed.", also("probable, plausible")
    UNCERTAIN = "uncertain", "Thinly supported.", also("unsure, doubtful, unconfirmed, unverified, weak")
    DISPUTED = (
        "disputed",
        "Sources contradict each other and the matter is not settled.",
        also("contested, conflicting, contradicted, controversial"),
    )


class Support(Codelist):
    """How a source was found to support an assertion."""

    DIRECT = "direct", "The page that says so was read.", "0.3.0", also("stated, explicit")
    LISTED = (
        "listed",
        "The page is named for a list as a whole, and not for each item.",
        "0.3.0",
        also("list, collective, shared"),
    )
    PRESUMED = (
        "presumed",
        "It was not recorded which page says so. It never counts as an independent source.",
        "0.3.0",
        also("assumed, unchecked, guessed"),
    )


class Modality(Codelist):
    """How firmly something is put."""

    ASSERTED = "asserted", "Put as a fact: it is so, it was done.", also("fact, factual, affirmed")
    PLANNED = "planned", "Intended, with no condition named.", also("intended, scheduled, promised")
    CONDITIONAL = "conditional", "To happen only if something else does.", also("if, contingent, dependent")
    UNDER_CONSIDERATION = (
        "under_consideration",
        "Being weighed; no decision taken.",
        also("considered, considering, under discussion, being weighed, under review"),
    )
    HYPOTHETICAL = "hypothetical", "A thought of what might be.", also("speculative")
    DENIED = "denied", "Said not to be so.", also("negated, not true")


class Comparator(Codelist):
    """How a number relates to the true count, as far as the source says."""

    EXACTLY = (
        "exactly",
        "The source says that it is this number and no other.",
        also("exact, equal, equals, precisely, eq"),
    )
    UNQUALIFIED = (
        "unqualified",
        "The source gives the bare number and no hint of how exact it is.",
        also("bare, plain, unspecified"),
    )
    MORE_THAN = (
        "more_than",
        "Above this number (over, more than).",
        also("over, above, greater than, greater, gt, >, exceeding"),
    )
    AT_LEAST = "at_least", "This number or above.", also("minimum, min, no less than, not less than, gte, >=, or more")
    LESS_THAN = "less_than", "Below this number (under, fewer than).", also("under, below, fewer than, fewer, lt, <")
    AT_MOST = (
        "at_most",
        "This number or below (up to).",
        also("maximum, max, up to, no more than, not more than, lte, <="),
    )
    ABOUT = (
        "about",
        "Near this number (about, roughly, some).",
        also("approximately, approx, around, roughly, circa, ca, ~"),
    )
    BETWEEN = "between", "From this number to `upper`, both included.", also("range, from to")


class RelationType(Codelist, list_name="relation"):
    """How the announcement, or its subject, relates to the target."""

    RESPONDS_TO = (
        "responds_to",
        "Was made as an answer to the target; only when a source says so.",
        also("response, response to, answers, reply, in response to, reacts to"),
    )
    FOLLOWS = (
        "follows",
        "Came after the target in time; nothing is said about why.",
        also("after, follow, followed, succeeds"),
    )
    PRECEDES = (
        "precedes",
        "Came before the target in time; nothing is said about why.",
        also("before, precede, preceded"),
    )
    IMPLEMENTS = (
        "implements",
        "Carries out what the target asked for or promised.",
        also("implement, implementation of, carries out"),
    )
    SUPERSEDES = "supersedes", "Takes the place of the target.", also("replaces, supersede, succeeds")
    AMENDS = "amends", "Changes parts of the target.", also("amend, changes, modifies, amendment")
    REPEALS = "repeals", "Ends the force of the target.", also("repeal, revokes, rescinds, cancels")
    BASED_ON = "based_on", "Builds on the target's ideas or text.", also("builds on, derived from, draws on")
    CONTRASTS_WITH = (
        "contrasts_with",
        "Takes another line than the target.",
        also("contradicts, contrast, differs from"),
    )
    PART_OF = "part_of", "Belongs to the target as a part to a whole.", also("belongs to, part, within")
    SAME_EVENT = (
        "same_event",
        "Was made at the same event as the target.",
        also("same occasion, same conference, same summit"),
    )
    REAFFIRMS = (
        "reaffirms",
        "Says again what the target said.",
        "0.2.0",
        also("reaffirm, repeats, reiterates, confirms"),
    )
    FULFILS = "fulfils", "Completes what the target promised.", also("fulfills, fulfil, fulfill, completes")
    REPORTS_ON = "reports_on", "Tells about the target.", also("reports, covers, describes")


class RelationBasis(Codelist):
    """Who says that the relation holds."""

    STATED = "stated", "The announcer says so.", also("explicit, by the announcer, announcer")
    REPORTED = (
        "reported",
        "A source says so, the announcer does not.",
        also("media, media reported, press, source, according to media"),
    )
    INFERRED = (
        "inferred",
        "The curator concludes it; the note says from what.",
        also("curator, inference, own, assumed, concluded, curator inferred"),
    )
