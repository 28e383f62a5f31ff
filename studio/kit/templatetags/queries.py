"""Tags that write addresses which keep what else was chosen."""

from django import template

from studio.kit.queries import FIGURE, PERIOD, PLACE

register = template.Library()


def _kept(context, *gone):
    query = context["request"].GET.copy()
    for name in (*PLACE, *gone):
        query.pop(name, None)
    return query


@register.simple_tag(takes_context=True)
def same_query(context, name, value=""):
    """The address's query with ``name`` set to ``value`` (removed when empty), back on the first page.

    Another period leaves the window of a figure.
    """
    query = _kept(context, name, *(PERIOD + FIGURE if name == "period" else ()))
    if value:
        query[name] = value
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def page_query(context, number):
    """The same list on page ``number``."""
    query = _kept(context)
    if number != 1:
        query["page"] = number
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def after_query(context, mark):
    """The same list behind the row that ``mark`` names."""
    query = _kept(context)
    query["after"] = mark
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def without(context, names):
    """The address's query without ``names``."""
    return f"?{_kept(context, *names).urlencode()}"


@register.inclusion_tag("parts/hidden_query.html", takes_context=True)
def hidden_query(context, *names):
    """Hidden inputs that keep the address's query in a form, except ``names``."""
    pairs = [(name, value) for name, values in _kept(context, *names).lists() for value in values]
    return {"pairs": pairs}


@register.inclusion_tag("parts/hidden_query.html", takes_context=True)
def hidden_query_without(context, names):
    """The same for a sequence of names."""
    return hidden_query(context, *names)
