"""Columns of sharing records: for lists, exports and report tables."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sharing.models import Agreement, Alliance, AllianceMember, ExchangeEvent, PartnerUnit, ResourceUse, SharedResource
from studio.kit.columns import Column, Columns

partner_columns = Columns(
    PartnerUnit,
    Column("name", _("Partner unit"), kind="link"),
    Column("kind"),
    Column("region"),
    Column("contact"),
    url="sharing:partner_detail",
    default="name kind region",
    sort="name",
    card="kind region",
)

alliance_columns = Columns(
    Alliance,
    Column("name", _("Alliance"), kind="link"),
    Column("role"),
    Column("level"),
    Column("cluster", pgettext_lazy("alliance", "Field")),
    Column("from_date"),
    Column("to_date"),
    Column("secretariat", _("Secretariat")),
    Column("units", _("Other units"), kind="number", using="with_units"),
    url="sharing:alliance_detail",
    default="name role cluster level from_date to_date units",
    sort="-from_date",
    card="role cluster from_date",
)

member_columns = Columns(
    AllianceMember,
    Column("unit", kind="link"),
    Column("alliance"),
    Column("membership", _("Alliance"), path="alliance", kind="link"),  # where the unit is known already
    Column("role"),
    Column("kind", path="unit__kind"),
    Column("from_date"),
    Column("to_date"),
    url="sharing:member_detail",
    default="unit alliance role from_date to_date",
    sort="-pk",
    card="alliance role from_date",
)

agreement_columns = Columns(
    Agreement,
    Column("title", _("Agreement"), kind="link"),
    Column("kind"),
    Column("party", pgettext_lazy("agreement", "With"), using="with_party"),
    Column("partner"),
    Column("alliance"),
    Column("discipline"),
    Column("from_date"),
    Column("to_date"),
    Column("state", kind="state"),
    Column("in_force_today", _("In force today"), kind="yes_no", using="with_in_force"),
    Column("signed_on"),
    Column("ended_on"),
    Column("aims"),
    url="sharing:agreement_detail",
    default="title party discipline from_date to_date state in_force_today",
    sort="-from_date",
    card="party to_date state",
)

event_columns = Columns(
    ExchangeEvent,
    Column("title", _("Exchange event"), kind="link"),
    Column("planned_on"),
    Column("kind"),
    Column("discipline"),
    Column("partner_names", _("Partner units"), kind="text", using="with_partners"),
    Column("alliance"),
    Column("place"),
    Column("state", kind="state"),
    Column("held_on"),
    Column("own_heads"),
    Column("guest_heads"),
    Column("cancelled_on"),
    Column("agenda"),
    Column("output"),
    url="sharing:event_detail",
    default="title planned_on kind discipline partner_names state own_heads guest_heads",
    sort="-planned_on",
    card="planned_on kind state",
)

resource_columns = Columns(
    SharedResource,
    Column("title", _("Shared resource"), kind="link"),
    Column("kind"),
    Column("direction"),
    Column("discipline"),
    Column("partner"),
    Column("keeper"),
    Column("offered_on"),
    Column("used", pgettext_lazy("shared resource", "Uses"), kind="number", using="with_uses"),
    Column("state", kind="state"),
    Column("retired_on"),
    Column("terms"),
    url="sharing:resource_detail",
    default="title kind direction discipline keeper offered_on used state",
    sort="-offered_on",
    card="kind discipline state",
)

use_columns = Columns(
    ResourceUse,
    Column("used_by", _("Used by"), kind="link", using="with_user"),
    Column("resource"),
    Column("used_on"),
    Column("discipline", path="resource__discipline"),
    Column("partner"),
    Column("person"),
    Column("unit"),
    Column("hours"),
    Column("heads"),
    Column("purpose"),
    Column("state", kind="state"),
    Column("withdrawn_on"),
    Column("note"),
    url="sharing:use_detail",
    default="used_by resource used_on hours heads purpose state",
    sort="-used_on",
    card="resource used_on hours",
)
