"""Load a studio from a facts file: the form of data/zhang-zhaohong-studio.yaml."""

from collections.abc import Iterator
from pathlib import Path

import yaml
from django.db import transaction

from studio.home.registries import LoadContext, NotLoadable, loading
from studio.organisation.models import Company, Studio

MOST_BYTES = 2_000_000


class DryRun(Exception):
    """Raised inside the transaction to take everything back."""


def read_facts(path: Path) -> dict:
    """The file's contents; raises ``NotLoadable`` when it is not such a file."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotLoadable(f"{path.name} is larger than 2 MB.")
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise NotLoadable(f"{path}: {problem.strerror}.") from problem
    except UnicodeDecodeError as problem:
        raise NotLoadable(f"{path.name} is not UTF-8. Save it as UTF-8 and try again.") from problem
    except yaml.YAMLError as problem:
        raise NotLoadable(f"{path.name} is not readable YAML: {problem}") from problem
    if not isinstance(data, dict) or not isinstance(data.get("studio"), dict):
        raise NotLoadable(f"{path.name} has no entry “studio” with the studio's facts.")
    return data


def load_facts(
    data: dict, *, slug: str, company: Company | None = None, actor=None, dry_run: bool = False
) -> tuple[Studio, list[str]]:
    """Load every entry by its registered loader; returns the studio and one line per thing loaded or not.

    Without ``company`` a new studio belongs to a company called "The company". With ``dry_run`` everything is tried
    and taken back. Raises ``NotLoadable`` and then nothing is written.
    """
    lines: list[str] = []
    studio = None
    try:
        with transaction.atomic():
            studio, new = Studio.objects.get_or_create(
                slug=slug, defaults={"company": company or _the_company(), **_names(data)}
            )
            lines.append(f"studio {slug}: {'new' if new else 'exists, facts are updated'}")
            context = LoadContext(studio, actor)
            for key, part in _entries(data):
                if key in loading:
                    lines += loading[key](part, context)
                else:
                    lines.append(f"not loaded: {key} (the product keeps no such records yet)")
            lines += [f"not loaded: {what}" for what in context.skipped]
            if dry_run:
                raise DryRun
    except DryRun:
        pass
    return studio, lines


def _entries(data: dict) -> Iterator[tuple[str, object]]:
    """Top-level entries, and those inside ``studio`` that an app of their own loads (``studio.discipline_groups``)."""
    for key, part in data.items():
        if not isinstance(part, dict):
            yield key, part
            continue
        inner = {f"{key}.{name}": value for name, value in part.items() if f"{key}.{name}" in loading}
        yield key, {name: value for name, value in part.items() if f"{key}.{name}" not in inner}
        yield from inner.items()


def _the_company() -> Company:
    company, _new = Company.objects.get_or_create(code="company", defaults={"name": "公司", "name_en": "The company"})
    return company


def _names(data: dict) -> dict:
    facts = data["studio"]
    names = {"name": facts.get("name") or "", "name_en": facts.get("name_en") or ""}
    if not any(names.values()):
        raise NotLoadable("studio: give name or name_en.")
    return names
