"""Codelists about statements: whose words they are, what is done by them, and how they reached us."""

from __future__ import annotations

from .codelist import Codelist, also


class StatementNature(Codelist):
    """Whose words a statement stands on."""

    REPORTED_FACT = (
        "reported_fact",
        "Something that the source tells as having happened or being so.",
        also("fact, reported, report"),
    )
    OFFICIAL_TEXT = (
        "official_text",
        "What an official document says, in a source that reproduces or renders it.",
        also("official, document, text, legal text, provision"),
    )
    ATTRIBUTED_STATEMENT = (
        "attributed_statement",
        "What somebody said, according to the source.",
        also("statement, quote, quotation, said, attributed, claim"),
    )
    INFERENCE = (
        "inference",
        "A conclusion that the source or the curator draws; `speaker` says who draws it.",
        also("inferred, conclusion, interpretation, analysis"),
    )
    CONTEXT = "context", "Background that helps the reader and is no part of the announcement.", also("background")


class SpeechAct(Codelist):
    """What the speaker does by saying it."""

    PROPOSES = (
        "proposes",
        "Puts something forward for others to accept.",
        also("propose, proposed, proposal, suggests, suggest, puts forward"),
    )
    CALLS_FOR = (
        "calls_for",
        "Asks others to act.",
        also("call for, calls on, urges, urge, asks, appeals, demands, requests"),
    )
    ANNOUNCES = (
        "announces",
        "Makes a decision or an event known.",
        also("announce, announced, announcement, declares, unveils"),
    )
    COMMITS = (
        "commits",
        "Takes a duty upon itself.",
        also("commit, commitment, pledges, pledge, promises, promise, undertakes"),
    )
    OFFERS = "offers", "Says that it is ready to give or share something.", also("offer, offered")
    PUBLISHES = "publishes", "Brings out a text.", also("publish, published, releases, issues")
    ADOPTS = (
        "adopts",
        "Decides by its own authority that something holds.",
        also("adopt, adopted, decides, decrees, enacts"),
    )
    SIGNS = "signs", "Puts its name to a text.", also("sign, signed, signing")
    INVITES = "invites", "Asks others to take part.", also("invite, invited, invitation")
    ENDORSES = "endorses", "Supports what another has put forward.", also("endorse, endorsed, supports, support, backs")
    WARNS = "warns", "Points to a danger.", also("warn, warned, warning, cautions")
    CRITICISES = (
        "criticises",
        "Finds fault with somebody or something.",
        also("criticizes, criticise, criticize, criticism, condemns, blames"),
    )
    REJECTS = "rejects", "Says no to what another has put forward.", also("reject, rejected, refuses, opposes")
    WITHDRAWS = (
        "withdraws",
        "Takes back what it had put forward or promised.",
        also("withdraw, withdrew, retracts, revokes"),
    )
    ASSESSES = "assesses", "Judges how things stand.", also("assess, assessment, evaluates, judges, analyses, analyzes")
    RECOMMENDS = (
        "recommends",
        "Says what others would do well to do, without a claim on them.",
        "0.3.0",
        also("recommend, recommended, recommendation, advises, advise"),
    )
    ORDERS = (
        "orders",
        "Tells others what they have to do or leave, by the power it has over them.",
        "0.3.0",
        also("order, ordered, directs, instructs, bans, forbids, prohibits, mandates"),
    )
    PERMITS = (
        "permits",
        "Allows others what they may not do without it.",
        "0.3.0",
        also("permit, permitted, allows, authorises, authorizes, licenses, approves"),
    )
    THREATENS = (
        "threatens",
        "Says that it will do harm to somebody unless, or if, something happens.",
        "0.3.0",
        also("threaten, threatened, threat"),
    )
    DENIES = (
        "denies",
        "Says that something claimed of it or of others is not so.",
        "0.3.0",
        also("deny, denied, refutes, disputes, dismisses"),
    )
    CONFIRMS = (
        "confirms",
        "Says that something known from others is so.",
        "0.3.0",
        also("confirm, confirmed, acknowledges, admits"),
    )
    QUESTIONS = (
        "questions",
        "Asks somebody to explain, or casts doubt on something.",
        "0.3.0",
        also("question, questioned, doubts, inquires, summons"),
    )
    EXPECTS = (
        "expects",
        "Says what it thinks will happen.",
        "0.3.0",
        also("expect, expected, predicts, forecasts, foresees, hopes"),
    )
    REPORTS = (
        "reports",
        "Tells what is or was.",
        also("report, reported, says, states, tells, notes, describes, informs"),
    )


class StatementForm(Codelist):
    """In which form the words of a speaker reached us."""

    QUOTE = (
        "quote",
        "The source gives the speaker's own words, in quotation marks or as a translation of them.",
        "0.3.0",
        also("direct quote, quotation, quoted, verbatim, direct speech"),
    )
    PARAPHRASE = (
        "paraphrase",
        "The source says in its own words what the speaker said.",
        "0.3.0",
        also("paraphrased, indirect speech, reported speech"),
    )
    READOUT = (
        "readout",
        "An official account of what was said at a meeting or on the telephone.",
        "0.3.0",
        also("summary of a call, summary of a meeting, official summary"),
    )
    TRANSCRIPT = (
        "transcript",
        "The whole of what was said, written down or published by the speaker.",
        "0.3.0",
        also("full text of the speech, verbatim record, minutes"),
    )
