"""What all declared pages share: the studio, the person, the permission, the neighbours' addresses."""

from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.urls import NoReverseMatch
from django.utils.text import capfirst
from django.views.generic import View

from studio.kit.addresses import studio_reverse
from studio.kit.scope import scope_of
from studio.organisation.access import rights


class Page(View):
    """One page of one studio. ``route`` ("training:session") is given by ``record_urls``.

    ``permission`` defaults to ``<area>.view``. A page closed to the person's roles is 403; a record outside
    ``visible_to`` is 404.
    """

    model = None
    columns = None
    title = ""
    area = ""
    permission = ""
    template_name = ""
    route = ""

    verb = "view"

    def dispatch(self, request, *args, **kwargs):
        self.studio, self.person = request.studio, request.user
        if self.studio is None:
            raise ImproperlyConfigured(f"{type(self).__name__} needs an address below /s/<studio>/")
        if not self.has_access():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def has_access(self) -> bool:
        """Whether the page is open to the person's roles at all."""
        return self.person.has_perm(self.asked_permission, self.studio)

    @property
    def asked_permission(self) -> str:
        return self.permission or f"{self.area or self.model.area}.{self.verb}"

    @classmethod
    def record_model(cls):
        """The model of the page's records: given, or that of its columns."""
        return cls.model or cls.columns.model

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.model = self.model or self.record_model()

    def visible(self):
        """The rows of the model that this person sees in this studio."""
        return self.model.objects.visible_to(self.person, self.studio)

    def record(self, pk):
        """The visible record ``pk``; 404 otherwise."""
        found = self.visible().filter(pk=pk).first()
        if found is None:
            raise Http404
        if hasattr(found, "studio_id"):
            found.studio = self.studio
        return found

    def require(self, permission, target):
        """403 unless the person may do ``permission`` to ``target``."""
        if not self.person.has_perm(permission, target):
            raise PermissionDenied

    def may_add(self, permission: str) -> bool:
        """Whether the person may add records.

        A right over what is assigned does not reach what is not there yet, one over a group's records none that
        belong to no discipline.
        """
        area, _dot, verb = permission.partition(".")
        beyond = {"assigned"} if getattr(self.model, "discipline_path", None) else {"assigned", "group"}
        return bool(rights(self.person, self.studio).scopes(area, verb) - beyond)

    def url(self, name: str, **kwargs) -> str:
        """The address of a neighbouring page (``list``, ``detail``, …); empty when it was not declared."""
        try:
            return studio_reverse(self.studio, f"{self.route}_{name}", **kwargs)
        except NoReverseMatch:
            return ""

    @property
    def heading(self) -> str:
        return str(self.title or capfirst(self.model._meta.verbose_name_plural))

    def show(self, status=200, template="", **context):
        """The page's template with its context."""
        context = {"page": self, "model": self.model, "scope": scope_of(self.request), **context}
        return render(self.request, template or self.template_name, context, status=status)
