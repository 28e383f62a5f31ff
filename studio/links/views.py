"""Choosing the other end of a link by words, and taking a link away."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from studio.audit.errors import Refused
from studio.core.finding import MOST_LETTERS
from studio.kit.everything import everything
from studio.kit.links import ends_of
from studio.kit.searching import searched_as
from studio.links import actions
from studio.links.models import Link
from studio.links.registry import linkable


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request, kind, pk):
    """Records that may be linked with this one, by words; POST links one of them (``to``)."""
    record = seen(request, kind, pk)
    if not request.user.has_perm(f"{record.area}.edit", record):
        raise PermissionDenied
    if request.method == "POST":
        return _link(request, record)
    words = request.GET.get("q", "").strip()[:MOST_LETTERS]
    own = linkable[kind]
    kinds = [searched_as(one.model) for one in linkable if own.takes(one)]
    taken = {(kind, pk), *ends_of(record)}
    groups = [(group, _choices(group, taken)) for group in everything(request.user, request.studio, words, kinds)]
    context = {"object": record, "words": words, "groups": groups}
    part = request.htmx and request.htmx.target == "link-choices"
    response = render(request, "links/choices.html" if part else "links/choose.html", context)
    response["Vary"] = "HX-Request, Cookie"
    return response


@require_POST
def remove(request, pk):
    """Take a link away, seen from the record that ``from`` names."""
    link = Link.objects.filter(pk=pk, studio=request.studio).first()
    record = seen(request, *_read(request.POST.get("from", "")))
    if link is None or f"{record._meta.label_lower}:{record.pk}" not in (link.first, link.second):
        raise Http404
    return _act(request, record, actions.unlink, seen(request, *link.other_end(record)), _("The link was taken away."))


def _choices(group, taken) -> list[tuple]:
    """Each hit with what choosing it sends, empty where it is linked already."""
    kind = group.kind.model._meta.label_lower
    return [(hit, "" if (kind, hit.pk) in taken else f"{kind}:{hit.pk}") for hit in group.hits]


def _link(request, record):
    return _act(request, record, actions.link, seen(request, *_read(request.POST.get("to", ""))), _("Linked."))


def _act(request, record, action, other, done: str):
    try:
        action(record, other, request.user)
        messages.success(request, done)
    except Refused as problem:
        if problem.status == 403:
            raise PermissionDenied(problem.text) from problem
        messages.error(request, problem.text)
    return redirect(record.get_absolute_url())


def _read(end: str) -> tuple[str, int]:
    kind, _colon, pk = end.partition(":")
    return kind, int(pk) if pk.isascii() and pk.isdecimal() and len(pk) < 19 else 0


def seen(request, kind: str, pk: int):
    """The record of a linkable kind, when the person sees it; 404 otherwise."""
    declared = linkable.get(kind)
    if declared is None or not request.user.has_perm(f"{declared.model.area}.view", request.studio):
        raise Http404
    found = declared.model.objects.visible_to(request.user, request.studio).filter(pk=pk).first()
    if found is None:
        raise Http404
    found.studio = request.studio
    return found
