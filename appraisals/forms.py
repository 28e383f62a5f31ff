"""Forms of appraisal records and of their moves; the score sheet's form is in sheet.py."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from appraisals.models import Appraiser, Batch, Candidate
from studio.kit.forms import RecordForm
from studio.kit.moves import MoveForm
from studio.organisation.choices import Role
from studio.organisation.models import Membership
from studio.organisation.naming import PEOPLE_HELP, people_named


class BatchForm(RecordForm):
    """A batch; its discipline comes with the occupation."""

    groups = [
        (_("What"), "title title_en occupation level"),
        (_("When and where"), "closes_on exam_on place note"),
    ]

    class Meta:
        model = Batch
        fields = ["title", "title_en", "occupation", "level", "closes_on", "exam_on", "place", "note"]


class AppraiserForm(RecordForm):
    """Who scores a batch: people who hold the role of appraiser."""

    class Meta:
        model = Appraiser
        fields = ["batch", "person"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        held = Membership.objects.in_force().filter(studio=self.studio, role=Role.APPRAISER)
        people = self.fields["person"]
        people.queryset = people.queryset.filter(pk__in=held.values("person"))
        people.help_text = _("Only who holds the role of appraiser is offered.")


class CandidateForm(RecordForm):
    """What the office notes about a candidate."""

    class Meta:
        model = Candidate
        fields = ["admission_number", "note"]


class NominateForm(MoveForm):
    """People to nominate, as a list is pasted or typed."""

    people = forms.CharField(label=_("People"), widget=forms.Textarea(attrs={"rows": 8}), help_text=PEOPLE_HELP)

    def clean_people(self):
        return people_named(self.cleaned_data["people"], self.studio)


class CertificateForm(MoveForm):
    """The number of a certificate; once recorded it stays."""

    number = forms.CharField(label=_("Certificate number"), max_length=40)


class ExamineForm(MoveForm):
    """The day the exam took place."""

    examined_on = forms.DateField(
        label=_("Examined on"), help_text=_("Figures count the batch on this day; the pass marks of this day decide.")
    )

    def __init__(self, *args, record, **kwargs):
        kwargs["initial"] = {"examined_on": record.exam_on, **kwargs.get("initial", {})}
        super().__init__(*args, record=record, **kwargs)


class DecideForm(MoveForm):
    """The day of the decision, which is also the day the level is reached."""

    decided_on = forms.DateField(
        label=pgettext_lazy("appraisal", "Decided on"),
        initial=timezone.localdate,
        help_text=_(
            "Who passed reaches the level on this day. Every candidate is told and sees the own scores from now on."
        ),
    )
