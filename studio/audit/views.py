"""The audit log of a studio, for lead and managers."""

from itertools import islice

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views.decorators.http import require_safe

from studio.audit.models import AuditRow
from studio.audit.verbs import verb_label
from studio.kit.scope import scope_of
from studio.organisation.models import Person

PAGE = 50
FARTHEST = 10_000


@require_safe
def log(request):
    """The newest rows first, 50 a page, of one person where ``?person=`` says so."""
    if not request.user.has_perm("audit.view", request.studio):
        raise PermissionDenied
    page, person = _number(request.GET.get("page"), 1), _number(request.GET.get("person"), 0)
    rows = AuditRow.objects.visible_to(request.user, request.studio)
    scope = scope_of(request)
    if scope.period:
        rows = rows.filter(at__date__range=(scope.period.start, scope.period.end))
    if person:
        rows = rows.filter(actor_id=person)
    start = (page - 1) * PAGE
    found = list(islice(rows[start : start + PAGE + 1], PAGE + 1))
    people = Person.objects.in_bulk({row.actor_id for row in found if row.actor_id})
    context = {
        "lines": [_line(request, row, people) for row in found[:PAGE]],
        "newer": _address(request, page=page - 1) if page > 1 else "",
        "older": _address(request, page=page + 1) if len(found) > PAGE else "",
        "everybody": _address(request, person=""),
        "scope": scope,
        "person": people.get(person),
    }
    return render(request, "audit/log.html", context)


def _number(text: str | None, default: int) -> int:
    """A page or person number out of the address; nonsense counts as the default."""
    return (
        int(text) if text and text.isascii() and text.isdecimal() and 0 < int(text[:9]) <= FARTHEST * PAGE else default
    )


def _address(request, **changes) -> str:
    """This page's query with ``changes``; without a page number unless that is what changes."""
    query = request.GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        query[name] = value
    return f"?{query.urlencode()}"


def _line(request, row: AuditRow, people: dict) -> dict:
    label, key = row.object_type or row.facts.get("model", ""), row.object_id or row.facts.get("record", "")
    try:
        kind = apps.get_model(label)._meta.verbose_name if label else ""
    except LookupError:
        kind = label  # a kind of record that is no longer part of the product
    return {
        "row": row,
        "key": key,
        "who": people.get(row.actor_id),
        "only": _address(request, person=row.actor_id),
        "what": verb_label(row.verb, row.object_type),
        "kind": kind,
    }
