"""Names that the address's query of a page uses."""

PLACE = ("page", "after", "part", "tab")
PERIOD = ("period", "period_from", "period_to")
FIGURE = ("figure", "from", "to", "as_of", "reported")
