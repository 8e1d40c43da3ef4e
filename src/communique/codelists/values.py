"""Codelists about values: sums of money, votes and thresholds."""

from __future__ import annotations

from .codelist import Codelist, also

_SINCE = "0.3.0"


class MoneyFlow(Codelist):
    """How far a sum of money has got, or what it is paid for.

    `pledged`, `committed` and `disbursed` follow the transaction types of IATI (13, 2 and 3) and the terms of the OECD
    Development Assistance Committee.
    """

    TARGET = (
        "target",
        "Is to be raised, mobilised or spent in the end; nobody has promised all of it.",
        _SINCE,
        also("aim, goal, to be mobilised, to be raised, ambition"),
    )
    PLEDGED = (
        "pledged",
        "Promised in public, without a binding obligation.",
        _SINCE,
        also("pledge, promised, announced, offered"),
    )
    COMMITTED = (
        "committed",
        "Owed under a firm obligation in writing, such as a contract, a law or an approved budget.",
        _SINCE,
        also("commitment, approved, appropriated, allocated, contracted, granted"),
    )
    DISBURSED = (
        "disbursed",
        "Paid out to the one who receives it.",
        _SINCE,
        also("disbursement, paid, paid out, spent, transferred, invested"),
    )
    BUDGET = (
        "budget",
        "Set apart for a programme or a purpose; how much of it is owed or paid is not said.",
        _SINCE,
        also("volume, size of the programme, earmarked, envelope"),
    )
    PRICE = "price", "What something costs, or is sold or licensed for.", _SINCE, also("cost, fee, value of the sale")
    FINE = (
        "fine",
        "What a breach costs, or what somebody has to pay for one.",
        _SINCE,
        also("penalty, sanction, administrative fine, top fine"),
    )
    SHARE = (
        "share",
        "A part of revenue or profit that has to be handed over.",
        _SINCE,
        also("revenue share, royalty, levy, cut of the revenue"),
    )
    OTHER = "other", "Something else, such as a loss; the subject says what.", _SINCE, also("misc, loss, charge")


class PayerKind(Codelist):
    """Whether money is public or private."""

    PUBLIC = (
        "public",
        "From states, their bodies, or organisations of states.",
        _SINCE,
        also("state, government, taxpayers, official"),
    )
    PRIVATE = (
        "private",
        "From companies, foundations or persons.",
        _SINCE,
        also("company, corporate, industry, philanthropic, investors"),
    )
    MIXED = "mixed", "From both.", _SINCE, also("both, public and private, public-private, blended")


class AmountRule(Codelist):
    """Which of an amount and a share counts."""

    GREATER_OF = "greater_of", "The greater of the two.", _SINCE, also("whichever is higher, higher, maximum, greater")
    LESSER_OF = "lesser_of", "The lesser of the two.", _SINCE, also("whichever is lower, lower, minimum, lesser")


class VoteMethod(Codelist):
    """How a decision was taken."""

    RECORDED = (
        "recorded",
        "Votes are counted, and who voted how is written down.",
        _SINCE,
        also("recorded vote, roll call, roll-call vote, electronic vote"),
    )
    SHOW_OF_HANDS = (
        "show_of_hands",
        "Votes are seen and may be counted; who voted how is not written down.",
        _SINCE,
        also("hands, raised hands, standing vote, division"),
    )
    VOICE = "voice", "The louder side wins; nobody counts.", _SINCE, also("voice vote, viva voce")
    CONSENSUS = (
        "consensus",
        "No vote is taken, since nobody objects.",
        _SINCE,
        also("without a vote, by consensus, no objection, silence procedure"),
    )
    ACCLAMATION = "acclamation", "Adopted by applause, without a vote.", _SINCE, also("by acclamation, applause")
    SECRET_BALLOT = (
        "secret_ballot",
        "Votes are counted; who voted how stays secret.",
        _SINCE,
        also("ballot, secret vote, ballot papers"),
    )
    UNKNOWN = "unknown", "The sources do not say.", _SINCE, also("unclear, not stated")


class VoteChoice(Codelist):
    """How somebody voted."""

    IN_FAVOUR = "in_favour", "For it.", _SINCE, also("for, yes, yea, aye, in favor, pro")
    AGAINST = "against", "Against it.", _SINCE, also("no, nay, contra, opposed")
    ABSTAINING = (
        "abstaining",
        "Present, and neither for nor against.",
        _SINCE,
        also("abstain, abstained, abstention, present"),
    )
    NOT_VOTING = (
        "not_voting",
        "Entitled to vote, and took no part in it.",
        _SINCE,
        also("absent, did not vote, non-voting, no vote"),
    )


class ThresholdMetric(Codelist):
    """What a threshold measures."""

    TRAINING_COMPUTE = (
        "training_compute",
        "Computing operations used to train a model.",
        _SINCE,
        also("compute, flop, training operations, cumulative compute"),
    )
    COMPUTING_POWER = (
        "computing_power",
        "Operations per second that a chip or a cluster can carry out.",
        _SINCE,
        also("computing capacity, processing power, total processing performance"),
    )
    PARAMETERS = "parameters", "Parameters of a model.", _SINCE, also("weights, model size")
    USERS = "users", "People or businesses that use it.", _SINCE, also("registered users, monthly users, recipients")
    TURNOVER = "turnover", "Turnover or revenue of a firm.", _SINCE, also("revenue, gross revenue, sales, income")
    EMPLOYEES = "employees", "People whom a firm employs.", _SINCE, also("staff, headcount, workforce")
    CHIPS = "chips", "Chips that are sold, shipped or installed.", _SINCE, also("gpus, processors, accelerators")
    ELECTRIC_POWER = (
        "electric_power",
        "Electric power that a site draws.",
        _SINCE,
        also("power, energy, electricity, load"),
    )
    INVESTMENT = "investment", "Money put into a project or a firm.", _SINCE, also("investments, capital")
    OTHER = "other", "Something else; the label says what.", _SINCE, also("misc, miscellaneous")
