from django.utils.translation import gettext_lazy as _

from disciplines import actions, forms
from disciplines.columns import group_columns, level_columns, place_columns
from disciplines.filters import GroupFilters, LevelFilters, PlaceFilters
from disciplines.models import Discipline, SkillLevel
from studio.kit.details import DetailPage, Panel
from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage
from studio.kit.pages import Page


class GroupList(ListPage):
    columns, filters = group_columns, GroupFilters
    purpose = _("The discipline groups of the studio, each with its leader and members.")
    new_label = _("Add a group")


class GroupDetail(DetailPage):
    columns = group_columns
    facts = "discipline members from_date to_date"
    panels = (
        Panel(
            "members",
            _("Members"),
            place_columns,
            "group",
            show="person position unit from_date to_date",
            new="disciplines:group_membership_new",
            new_label=_("Add a member"),
            all="disciplines:group_membership_list",
        ),
    )


class GroupPage(FormPage):
    form_class = forms.GroupForm
    title_new, title_edit = _("Add a group"), _("Change the group")


class PlaceList(ListPage):
    columns, filters = place_columns, PlaceFilters
    purpose = _("Who belongs to which discipline group, from when to when.")
    new_label = _("Add a member")


class PlaceDetail(DetailPage):
    columns = place_columns
    facts = "group discipline position unit from_date to_date"


class PlacePage(FormPage):
    form_class = forms.PlaceForm
    title_new, title_edit = _("Add a member to a group"), _("Change or end the membership")
    create_action = staticmethod(actions.join)
    update_action = staticmethod(actions.change_place)
    initial_from = ("group", "person")


class LevelList(ListPage):
    columns, filters, period_field = level_columns, LevelFilters, "reached_on"
    purpose = _("Each skill level a person reached: when, on what basis, with which certificate.")
    new_label = _("Record a level")


class LevelDetail(DetailPage):
    columns = level_columns
    facts = "person occupation level reached_on basis source certificate_number withdrawn_on withdrawn_reason"


class LevelPage(FormPage):
    form_class = forms.LevelForm
    title_new = _("Record a level")
    updates = False
    initial_from = ("person",)


class Catalogue(Page):
    """Disciplines with their occupations, and the eight levels: kept by administrators, seen by all."""

    model, area = Discipline, "groups"
    title = _("Disciplines, occupations and levels")
    template_name = "disciplines/catalogue.html"

    def get(self, request):
        disciplines = Discipline.objects.prefetch_related("occupations")
        return self.show(disciplines=disciplines, levels=SkillLevel.objects.all())
