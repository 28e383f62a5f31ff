"""Finding records by words: a stored column of search tokens, one look-up, an index of its own kind per database."""

from studio.core.finding.fields import SearchField, Sought
from studio.core.finding.filling import fill, fill_before_update, search_field_of, step
from studio.core.finding.querysets import FoundQuerySet
from studio.core.finding.tokens import MOST_LETTERS, tokens_asked

__all__ = [
    "MOST_LETTERS",
    "FoundQuerySet",
    "SearchField",
    "Sought",
    "fill",
    "fill_before_update",
    "search_field_of",
    "step",
    "tokens_asked",
]
