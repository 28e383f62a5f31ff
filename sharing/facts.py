"""What sharing knows about a person."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sharing.choices import UseState
from sharing.models import ResourceUse, SharedResource
from studio.organisation.registries import FactSource

FactSource(
    "sharing.kept",
    label=_("Keeps a shared resource"),
    many=_("resources kept"),
    model=SharedResource,
    person="keeper",
    on="offered_on",
    until="retired_on",
    title="title",
    choice="kind",
    link="sharing:resource_detail",
    list="sharing:resource_list",
    function="sharing",
    order=50,
).register()

FactSource(
    "sharing.used",
    label=_("Used a shared resource"),
    many=_("uses of resources"),
    model=ResourceUse,
    person="person",
    on="used_on",
    title="resource__title",
    about="purpose",
    where=Q(state=UseState.RECORDED),
    number="hours",
    unit=pgettext_lazy("use", "h"),
    link="sharing:use_detail",
    list="sharing:use_list",
    function="sharing",
    order=51,
).register()
