"""Forms of sharing records and of their moves."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sharing.models import Agreement, Alliance, AllianceMember, ExchangeEvent, PartnerUnit, ResourceUse, SharedResource
from sharing.models.event import MOST_HEADS
from studio.kit.forms import RecordForm
from studio.kit.moves import MoveForm
from studio.organisation.access import rights


class PartnerForm(RecordForm):
    class Meta:
        model = PartnerUnit
        fields = ["name", "name_en", "kind", "region", "contact"]


class AllianceForm(RecordForm):
    groups = [
        (_("What"), "name name_en level cluster cluster_en"),
        (_("The studio in it"), "role from_date to_date"),
        (_("Secretariat"), "secretariat secretariat_en"),
    ]

    class Meta:
        model = Alliance
        fields = [
            *("name", "name_en", "level", "cluster", "cluster_en"),
            *("role", "from_date", "to_date", "secretariat", "secretariat_en"),
        ]


class AllianceMemberForm(RecordForm):
    class Meta:
        model = AllianceMember
        fields = ["alliance", "unit", "role", "from_date", "to_date"]


class AgreementForm(RecordForm):
    groups = [
        (_("What"), "title title_en kind discipline aims"),
        (_("With whom"), "partner alliance"),
        (_("Term"), "from_date to_date"),
    ]

    class Meta:
        model = Agreement
        fields = ["title", "title_en", "kind", "discipline", "aims", "partner", "alliance", "from_date", "to_date"]


class EventForm(RecordForm):
    groups = [
        (_("What"), "title title_en kind discipline"),
        (_("With whom"), "partners alliance"),
        (_("When and where"), "planned_on place agenda output"),
    ]

    class Meta:
        model = ExchangeEvent
        fields = [
            *("title", "title_en", "kind", "discipline", "partners", "alliance"),
            *("planned_on", "place", "agenda", "output"),
        ]


class ResourceForm(RecordForm):
    groups = [
        (_("What"), "title title_en kind discipline"),
        (pgettext_lazy("shared resource", "Whose"), "direction partner keeper"),
        (_("Offer"), "offered_on terms"),
    ]

    class Meta:
        model = SharedResource
        fields = ["title", "title_en", "kind", "discipline", "direction", "partner", "keeper", "offered_on", "terms"]


class UseForm(RecordForm):
    """Who may record own uses only is not asked who used it."""

    USERS = ("partner", "person", "unit")
    groups = [
        (_("Who used what"), "resource partner person unit"),
        (pgettext_lazy("use", "How"), "used_on hours heads purpose note"),
    ]

    class Meta:
        model = ResourceUse
        fields = ["resource", "partner", "person", "unit", "used_on", "hours", "heads", "purpose", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["used_on"].initial = timezone.localdate
        self.fields["partner"].help_text = _("Name exactly one: the partner unit, the person, or the own unit.")
        # Another resource would be another use.
        self.fields["resource"].disabled = self.instance.pk is not None
        if rights(self.person, self.studio).scopes("sharing_uses", "edit") <= {"own"}:
            self.instance.person = self.person
            for name in self.USERS:
                del self.fields[name]


class SignForm(MoveForm):
    signed_on = forms.DateField(label=_("Signed on"), initial=timezone.localdate)


class EndForm(MoveForm):
    ended_on = forms.DateField(
        label=pgettext_lazy("agreement", "Ended on"),
        initial=timezone.localdate,
        help_text=_("The last day in force."),
    )


class HoldForm(MoveForm):
    """The day, who came and what came of it."""

    held_on = forms.DateField(label=_("Held on"), help_text=_("Figures count the event on this day."))
    own_heads = forms.IntegerField(label=_("Own people"), min_value=0, max_value=MOST_HEADS)
    guest_heads = forms.IntegerField(label=_("Guests"), min_value=0, max_value=MOST_HEADS)
    output = forms.CharField(
        label=_("Output"),
        required=False,
        widget=forms.Textarea,
        help_text=_("What came of it: agreed points, a method, a follow-up."),
    )

    def __init__(self, *args, record, **kwargs):
        kwargs["initial"] = {name: getattr(record, name) for name in ("own_heads", "guest_heads", "output")}
        kwargs["initial"]["held_on"] = record.held_on or min(record.planned_on, timezone.localdate())
        super().__init__(*args, record=record, **kwargs)


class RetireForm(MoveForm):
    retired_on = forms.DateField(
        label=pgettext_lazy("shared resource", "Retired on"),
        initial=timezone.localdate,
        help_text=_("The last day on offer."),
    )
