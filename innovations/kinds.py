"""The kinds of innovation that every installation starts with."""

from innovations.choices import Family

SMALL, OTHER = Family.FIVE_SMALL.value, Family.OTHER.value

# Two lists of the five small ones are in use side by side; both are here.
KINDS = (
    ("small-invention", "小发明", "Small invention", SMALL),
    ("small-creation", "小创造", "Small creation", SMALL),
    ("small-renovation", "小革新", "Small renovation", SMALL),
    ("small-alteration", "小改造", "Small alteration", SMALL),
    ("small-design", "小设计", "Small design", SMALL),
    ("small-suggestion", "小建议", "Small suggestion", SMALL),
    ("rationalisation", "合理化建议", "Rationalisation proposal", OTHER),
    ("qc-group", "QC小组课题", "QC group topic", OTHER),
    ("tackling", "技术攻关", "Tackling a key technical problem", OTHER),
    ("open-competition", "揭榜挂帅", "Open competition for project leaders", OTHER),
    ("operation-method", "先进操作法", "Advanced operation method", OTHER),
    ("technical-difficulty", "技术难题", "Technical difficulty", OTHER),
)


def load_kinds(model) -> None:
    """Add the kinds that are missing; what an administrator has renamed stays. ``model`` is InnovationKind."""
    for order, (key, name, name_en, family) in enumerate(KINDS, start=1):
        values = {"name": name, "name_en": name_en, "family": family, "order": order}
        model.objects.get_or_create(key=key, defaults=values)
