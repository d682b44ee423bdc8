"""What a person has decided about a quote."""

from enum import StrEnum


class Status(StrEnum):
    """The state of review of one quote."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    CHECK = "check"
