"""The demonstration: the article's studio with two sample years, and a second studio that nobody of it may see."""

from pathlib import Path

from django.apps import apps
from django.db import models, transaction
from django.db.models.functions import Concat

from studio.core.finding import fill, search_field_of
from studio.home.facts_file import load_facts, read_facts
from studio.home.registries import demo
from studio.home.world import FOUNDED, MEMBERS, add_accounts, add_bases, build_world
from studio.organisation.models import Company, Membership, Studio, StudioLead
from studio.organisation.records import StudioRecord

SHOWN_YEAR = 2021  # the last year of sample activity
SLUG, OTHER_SLUG = "zhang-zhaohong", "kestrel"
FACTS = Path(__file__).parent / "data" / "zhang-zhaohong-studio.yaml"
# Words that stand in every name of the other studio; the isolation tests look for them.
CANARY, CANARY_EN = "红隼", "Kestrel"
OTHER_MEMBERS = {"rotating": 5, "static": 4, "electrical": 4, "instrument": 4}


def load_demonstration() -> bool:
    """Load everything in one transaction; False when the demonstration is there already."""
    with transaction.atomic():
        if Studio.objects.filter(slug=SLUG).exists():
            return False
        _load_main()
        _load_other()
    return True


def _load_main() -> None:
    company = Company.objects.create(code="petro", name="示例石化公司", name_en="Sample Petrochemical Company")
    studio, _lines = load_facts(read_facts(FACTS), slug=SLUG, company=company)
    studio.founded_on, studio.shown_year = FOUNDED, SHOWN_YEAR
    studio.save()
    StudioLead.objects.filter(studio=studio).update(from_date=FOUNDED)
    Membership.objects.filter(studio=studio).update(from_date=FOUNDED)
    world = build_world(studio, 2021, MEMBERS, prefix="p")
    add_bases(studio)
    add_accounts(world)
    for load in demo:
        load(world)


def _load_other() -> None:
    company = Company.objects.create(code="other", name=f"{CANARY}示例公司", name_en=f"{CANARY_EN} Sample Company")
    studio = Studio.objects.create(
        slug=OTHER_SLUG,
        company=company,
        name=f"{CANARY}创新工作室（示例）",
        name_en=f"{CANARY_EN} Innovation Studio (sample)",
        founded_on=FOUNDED,
        shown_year=SHOWN_YEAR,
    )
    world = build_world(studio, 7, OTHER_MEMBERS, prefix="k", canary=CANARY_EN)
    add_bases(studio)
    for load in demo:
        load(world)
    _mark(studio)


def _mark(studio: Studio) -> None:
    """Put the canary word into every title and name of the other studio's records."""
    for model in apps.get_models():
        if not issubclass(model, StudioRecord):
            continue
        for field, word in (("title", CANARY), ("name", CANARY), ("title_en", CANARY_EN), ("name_en", CANARY_EN)):
            if any(known.name == field for known in model._meta.get_fields()):
                marked = Concat(models.Value(f"{word} "), field)
                model._base_manager.filter(studio=studio).exclude(**{field: ""}).update(**{field: marked})
        if search_field_of(model):
            fill(model)
