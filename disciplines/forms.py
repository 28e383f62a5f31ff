from django import forms
from django.utils.translation import gettext_lazy as _

from disciplines.models import Group, GroupMembership, LevelRecord
from studio.kit.forms import RecordForm


class GroupForm(RecordForm):
    class Meta:
        model = Group
        fields = ["discipline", "name", "name_en", "from_date", "to_date"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["discipline"].disabled = self.instance.pk is not None


class PlaceForm(RecordForm):
    """A place in a group: taken with its dates, later changed in position or ended."""

    class Meta:
        model = GroupMembership
        fields = ["group", "person", "position", "from_date", "to_date"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            for name in ("group", "person", "from_date"):
                self.fields[name].disabled = True
            self.fields["to_date"].help_text = _("The last day in the group; empty while it goes on.")

    def clean(self):
        super().clean()
        first, last = self.cleaned_data.get("from_date"), self.cleaned_data.get("to_date")
        if first and last and last < first:
            self.add_error("to_date", forms.ValidationError(_("The end lies before the start.")))
        return self.cleaned_data


class LevelForm(RecordForm):
    class Meta:
        model = LevelRecord
        fields = ["person", "occupation", "level", "reached_on", "basis", "source", "certificate_number"]
