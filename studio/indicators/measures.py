"""What a figure measures in its rows. Paths follow foreign keys forward only, so that no row ever counts twice."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Expression


@dataclass(frozen=True)
class Count:
    """The number of rows."""


@dataclass(frozen=True)
class CountDistinct:
    """The number of different things at ``path``. Computed for the asked period, never added up."""

    path: str


@dataclass(frozen=True)
class Sum:
    """The exact sum of the whole or decimal numbers at ``path``."""

    path: str


@dataclass(frozen=True)
class Contribution:
    """The sum of what each row contributes: ``expression(period, as_of)``, kept to ``places`` decimals."""

    expression: Callable[..., Expression]
    places: int = 0


@dataclass(frozen=True)
class Ratio:
    """One figure divided by another, times ``scale``. Without a denominator there is no data.

    Kept to more decimals than anybody reads: rounding 53.846 to 53.85 first would show 53.9 instead of 53.8.
    """

    numerator: str
    denominator: str
    scale: int = 100
    places: int = 6


Measure = Count | CountDistinct | Sum | Contribution | Ratio
