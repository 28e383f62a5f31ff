"""Pages that act on one session: enrol, withdraw, enrol others, fill in the attendance sheet."""

from django.utils.translation import gettext_lazy

from studio.kit.acts import ActPage
from training import actions
from training.models import Attendance, Session
from training.results import record_attendance
from training.sheet import PeopleForm, SheetForm


class EnrolPage(ActPage):
    model = Session
    permission = "training.enrol"
    label = gettext_lazy("Enrol")

    def act(self, record, form):
        actions.enrol(record, self.person)


class EnrolPeoplePage(ActPage):
    model = Session
    permission = "training_results.edit"
    form_class = PeopleForm
    title, label = gettext_lazy("Enrol people"), gettext_lazy("Enrol")

    def act(self, record, form):
        actions.enrol_people(record, self.person, form.cleaned_data["people"])


class WithdrawPage(ActPage):
    model = Attendance
    permission = "training_results.view"
    label, tone = gettext_lazy("Withdraw the enrolment"), "danger"

    def act(self, record, form):
        actions.withdraw(record, self.person)

    def done_url(self, record) -> str:
        return record.session.get_absolute_url()


class SheetPage(ActPage):
    model = Session
    permission = "training_results.edit"
    form_class = SheetForm
    template_name = "pages/sheet.html"
    title, label = gettext_lazy("Attendance sheet"), gettext_lazy("Save the sheet")

    def act(self, record, form):
        record_attendance(record, self.person, **form.values)
