from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBadRequest
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from studio.kit.addresses import studio_reverse
from studio.kit.details import DetailPage
from studio.kit.exporting import TYPES, download
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage
from studio.kit.pages import Page
from studio.organisation import actions, file_of, forms, guards
from studio.organisation.columns import person_columns
from studio.organisation.filters import PersonFilters
from studio.organisation.life import Life
from studio.organisation.masking import masked_contacts
from studio.organisation.models import Membership, Person
from studio.organisation.registries import person_panels


class PersonList(ListPage):
    columns, filters = person_columns, PersonFilters
    area = "people"
    purpose = _("Everybody of the studio's company and everybody with a role in the studio.")
    new_label = _("Add a person")
    template_name = "organisation/people.html"

    def may_invite(self) -> bool:
        """Whether to offer links for everybody without a password."""
        return self.person.has_perm("people.approve", self.studio)


class OnePerson:
    """Pages of one person, seen as one of this studio."""

    def record(self, pk):
        return super().record(pk).in_studio(self.studio)

    def _fresh(self, form, pk):
        return super()._fresh(form, pk).in_studio(self.studio)


class PersonDetail(OnePerson, DetailPage):
    columns = person_columns
    facts = "employee_number unit post company login is_active"
    template_name = "organisation/person.html"

    def more(self, record):
        """The whole record, masked contacts for whoever may know of them, and what may be done about the account."""
        shows = self.person.has_perm("people.contacts", self.studio) or record.pk == self.person.pk
        edits = self.person.has_perm("people.edit", record)
        held = list(record.memberships.select_related("studio__company", "studio__parent").order_by("-from_date", "pk"))
        return {
            "life": Life(record, self.studio, self.person, self.request.GET),
            "file_url": studio_reverse(self.studio, "organisation:person_file", pk=record.pk),
            "contacts": masked_contacts(record) if shows else None,
            "may_reveal": guards.may_reveal(self.person, self.studio, record),
            "roles": [(role, self._may_end(role)) for role in held if role.studio_id == self.studio.pk],
            "adds": [(panel.new_label, self._new(panel, record)) for panel in person_panels if self._may_add(panel)],
            "may_give": guards.may_manage(self.person, self.studio, "member"),
            "may_invite": edits and guards.why_not_invite(self.person, record, held) is None,
            "may_disable": self.person.has_perm("people.approve", self.studio) and record.pk != self.person.pk,
        }

    def _may_add(self, panel) -> bool:
        return bool(panel.new) and self.may_add(f"{panel.columns.model.area}.edit")

    def _new(self, panel, record) -> str:
        return f"{studio_reverse(self.studio, panel.new)}?{panel.path}={record.pk}"

    def _may_end(self, role: Membership) -> bool:
        """The page that ends a role is one of those who edit people, also where the role is the own one."""
        return self.person.has_perm("people.edit", role) and guards.why_not_end(self.person, role) is None


class OwnRecord(PersonDetail):
    """``me/``: everybody's own page, also of those who see no people."""

    route = "organisation:person"

    def has_access(self) -> bool:
        """Whoever may enter the studio."""
        return True

    def get(self, request):
        return super().get(request, request.user.pk)


class PersonFile(OnePerson, Page):
    """``POST people/<pk>/file/``: everything the page tells of a person, as a sheet."""

    model, area = Person, "people"

    def has_access(self) -> bool:
        """The own file is everybody's."""
        return self.kwargs["pk"] == self.person.pk or super().has_access()

    def get(self, request, pk):
        self.record(pk)
        return self.http_method_not_allowed(request)

    def post(self, request, pk):
        kind = request.POST.get("format", "xlsx")
        if kind not in TYPES:
            return HttpResponseBadRequest(translated("Files come as XLSX or CSV."))
        life = Life(self.record(pk), self.studio, self.person, request.GET)
        return download(self, kind, file_of.heads(), file_of.lines(life.everything()), "organisation:person_file")


class PersonPage(OnePerson, FormPage):
    form_class = forms.PersonForm
    title_new, title_edit = _("Add a person"), _("Change the person")
    create_action = staticmethod(actions.add_person)
    update_action = staticmethod(actions.change_person)


class AccountPage(OnePerson, FormPage):
    form_class = forms.AccountForm
    permission = "people.approve"
    title_edit = _("May this person sign in?")
    intro = _("Whoever may not sign in loses all sessions at once. Roles and records stay.")
    creates = False
    update_action = staticmethod(actions.set_active)

    def done_url(self, record):
        return studio_reverse(self.studio, "organisation:person_detail", pk=record.pk)


class Reveal(OnePerson, Page):
    """``POST people/<pk>/reveal/``: the full contacts as a piece of page; each time is an audit row."""

    model, area = Person, "people"

    def get(self, request, pk):
        """Only by POST; and whoever does not see the person learns nothing about it."""
        self.record(pk)
        return self.http_method_not_allowed(request)

    def post(self, request, pk):
        try:
            contacts = actions.reveal(self.record(pk), self.person, self.studio)
        except actions.Refused as problem:
            raise PermissionDenied(problem.text) from problem
        return self.show(template="organisation/contacts.html", contacts=contacts)


class Invite(OnePerson, Page):
    """``POST people/<pk>/invite/`` for one person, ``people/invite/`` for all members without a password.

    The links are shown once, on a sheet for printing: afterwards nobody can read them again.
    """

    model, area, verb = Person, "people", "edit"
    template_name = "organisation/invitations.html"
    MOST = 200

    def get(self, request, pk=None):
        """Who would be invited."""
        return self.show(people=self._invited(pk), by_mail=False, links=None)

    def post(self, request, pk=None):
        by_mail = bool(request.POST.get("mail"))
        links = [actions.invite(person, self.person, studio=self.studio) for person in self._invited(pk)]
        for link in links:
            if by_mail and link.person.email:
                actions.mail(link)
        return self.show(people=None, by_mail=by_mail, links=links)

    def _invited(self, pk) -> list[Person]:
        """The person of the address, or everybody with a role today who has no password yet."""
        if pk is not None:
            person = self.record(pk)
            self.require("people.edit", person)
            if guards.why_not_invite(self.person, person):
                raise PermissionDenied
            return [person]
        self.require("people.approve", self.studio)
        held = Membership.objects.in_force().filter(studio=self.studio).values("person")
        found = Person.objects.without_password().filter(pk__in=held, is_active=True, company__isnull=False)
        found = found.select_related("unit").order_by("sort_key", "pk")[: self.MOST]
        return [person for person in found if guards.why_not_invite(self.person, person) is None]
