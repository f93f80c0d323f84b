"""What a rounded number may stand for."""

from decimal import Decimal

TEN = Decimal(10)


def last_unit(value: float) -> Decimal:
    """The unit of the last digit that is not zero: 100,000 for 2,600,000."""
    unit, whole = Decimal(1), Decimal(str(value)).to_integral_value()
    while whole and whole % (unit * TEN) == 0:
        unit *= TEN
    return unit


def least(qualifier: str, value: float) -> float:
    """The least number that is meant: half a step of the last digit below, a number of one digit half of a tenth."""
    if qualifier in ("exact", "at_least"):
        return float(value)
    unit = last_unit(value)
    step = unit / TEN if Decimal(str(value)) == unit else unit  # below 1,000,000 comes 900,000
    return max(float(Decimal(str(value)) - step / 2), 0.0)  # no count is negative


def most(qualifier: str, value: float) -> float | None:
    """The greatest number that is meant; None where the claim says "at least"."""
    if qualifier == "at_least":
        return None
    return float(value) if qualifier == "exact" else float(Decimal(str(value)) + last_unit(value) / 2)
