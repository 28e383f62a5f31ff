"""Tags of the pages: addresses, icons, badges, numbers."""

from functools import cache

from django import template
from django.contrib.staticfiles import finders
from django.template import Context, Engine
from django.utils.html import format_html_join

from studio.kit import cells
from studio.kit.addresses import studio_reverse
from studio.kit.chrome import chrome_of
from studio.kit.states import tone_of

register = template.Library()


@register.simple_tag(takes_context=True)
def studio_url(context, name, **kwargs):
    """``{% studio_url "training:session_list" %}``: an address in the page's studio."""
    return studio_reverse(context["request"].studio, name, **kwargs)


@register.simple_tag(takes_context=True)
def chrome(context):
    """Menu, studios and theme around the page."""
    return chrome_of(context["request"]) if "request" in context else {"theme": "auto"}


@register.simple_tag
def icon(name):
    """``{% icon "school" %}``: a vendored Tabler icon, inline, hidden from screen readers."""
    return _svg(name)


@cache
def _svg(name):
    path = finders.find(f"vendor/tabler-icons/{name}.svg")
    if path is None:
        return ""
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 (finders return plain strings)
        drawing = file.read().partition("<svg")[2].partition(">")
    inner = drawing[2].rpartition("</svg>")[0]
    # The file is our own, vendored and reviewed: rendered as a template part like any other.
    source = (
        '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" '
        f'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{inner}</svg>'
    )
    return Engine().from_string(source).render(Context())


@register.simple_tag
def state(record, field="state"):
    """``{% state session %}``: colour, word and shape of a record's state."""
    return cells.badge(tone_of(type(record), getattr(record, field)), getattr(record, f"get_{field}_display")())


@register.simple_tag
def state_badge(tone, label):
    """``{% state_badge "good" _("Done") %}``: the same for any tone and word."""
    return cells.badge(tone, label)


@register.simple_tag
def discipline(one):
    """``{% discipline session.discipline %}``: sign and name in the discipline's colour; cross-discipline for none."""
    if one is None:
        return cells.discipline_badge(None, "", "")
    return cells.discipline_badge(one.key, one.sign, one.display_name)


@register.simple_tag
def period_links(scope, query, shown):
    """The period picker's links, written in one go: there are fifty on every page."""
    now = shown.key if shown else ""
    return format_html_join(
        "",
        '<a href="{}period={}" aria-label="{}" aria-current="{}">{}</a>',
        (
            (query, key, label, "true" if key == now else "false", short)
            for year in scope.years
            for key, short, label in year
        ),
    )


@register.filter
def money(amount):
    """Yuan in units of ten thousand."""
    return cells.money(amount)


@register.filter
def number(value):
    """Thousands apart; a dash for nothing."""
    return cells.number(value)


@register.filter
def chart_rows(chart):
    """The table behind a chart: each label with its values."""
    return [(label, [one["values"][n] for one in chart["series"]]) for n, label in enumerate(chart["labels"])]
