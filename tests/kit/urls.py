"""Pages declared for the kit's own tests, on models of the layers below it."""

from django.urls import include, path

from disciplines.models import Group, GroupMembership
from studio.kit.columns import Column, Columns
from studio.kit.details import DetailPage, Panel
from studio.kit.filters import DateBetween, Filters
from studio.kit.form_pages import FormPage
from studio.kit.forms import RecordForm
from studio.kit.lists import ListPage
from studio.kit.urls import record_urls
from studio.urls import urlpatterns as product

app_name = "kitpages"

member_columns = Columns(
    GroupMembership,
    Column("person", kind="link"),
    Column("group"),
    Column("position"),
    Column("discipline", path="group__discipline"),
    Column("from_date"),
    Column("to_date"),
    Column("pinyin", "Pinyin", path="person__sort_key"),
    url="kitpages:member_detail",
    default="person group position discipline from_date",
    sort="-from_date",
    card="group position from_date",
)
group_columns = Columns(
    Group,
    Column("name", kind="link"),
    Column("discipline"),
    Column("from_date"),
    Column("to_date"),
    url="kitpages:group_detail",
    sort="discipline__order",
)


class MemberFilters(Filters):
    from_date = DateBetween(label="From")

    class Meta:
        model = GroupMembership
        fields = ["position", "group", "person"]


class MemberForm(RecordForm):
    groups = [("Who", "group person position"), ("When", "from_date to_date")]

    class Meta:
        model = GroupMembership
        fields = ["group", "person", "position", "from_date", "to_date"]


class GroupForm(RecordForm):
    class Meta:
        model = Group
        fields = ["discipline", "name", "name_en", "from_date", "to_date"]


class MemberList(ListPage):
    columns, filters, period_field = member_columns, MemberFilters, "from_date"
    title = "Members of groups"
    purpose = "Who belongs to which discipline group, from when to when."
    new_label = "Add a member"


class MemberDetail(DetailPage):
    columns = member_columns
    facts = "group position discipline from_date to_date"


class MemberPage(FormPage):
    form_class = MemberForm
    title_new, title_edit = "Add a member", "Change the membership"
    initial_from = ("group",)


class GroupList(ListPage):
    columns = group_columns


class GroupDetail(DetailPage):
    columns = group_columns
    facts = "discipline from_date to_date"
    panels = (
        Panel("members", "Members", member_columns, "group", new="kitpages:member_new", all="kitpages:member_list"),
    )


class GroupPage(FormPage):
    form_class = GroupForm


pages = [
    *record_urls("kitpages:member", "members", list=MemberList, detail=MemberDetail, form=MemberPage, delete=True),
    *record_urls("kitpages:group", "groups", list=GroupList, detail=GroupDetail, form=GroupPage, delete=True),
]
urlpatterns = [
    path("s/<slug:studio>/kit/", include((pages, app_name))),
    *product,
]
