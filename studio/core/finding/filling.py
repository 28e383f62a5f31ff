"""Filling the search column where no record is saved: in migrations, after bulk changes, in bulk updates."""

from functools import lru_cache

from studio.core.finding.fields import SearchField

BATCH = 1_000


@lru_cache(maxsize=512)
def search_field_of(model) -> SearchField | None:
    """The model's column of search tokens, if it has one."""
    return next((field for field in model._meta.concrete_fields if isinstance(field, SearchField)), None)


def fill(model) -> int:
    """Write the tokens of every row whose tokens are not what its texts say; returns how many there were."""
    field = search_field_of(model)
    rows = model._base_manager.only("pk", field.attname, *field.sources, *_studio(field)).order_by("pk")
    changed, written = [], 0
    for row in rows.iterator(chunk_size=BATCH):
        before = getattr(row, field.attname)
        if field.pre_save(row, add=False) != before:
            changed.append(row)
        if len(changed) == BATCH:
            written += _write(model, field, changed)
    return written + _write(model, field, changed)


def _studio(field) -> tuple[str, ...]:
    return ("studio",) if any(one.name == "studio" for one in field.model._meta.concrete_fields) else ()


def _write(model, field, rows: list) -> int:
    many = len(rows)
    if rows:
        model._base_manager.bulk_update(rows, [field.name], batch_size=BATCH)
        rows.clear()
    return many


def fill_before_update(model, rows, names) -> list[str]:
    """The names for ``bulk_update``: with the search column, freshly filled, where its texts are among them."""
    field = search_field_of(model)
    if field is None or not set(field.sources) & set(names):
        return list(names)
    for row in rows:
        field.pre_save(row, add=False)
    return [*names, field.name]


def step(app: str, *models: str):
    """For ``RunPython`` in a migration: fill the new column of existing rows."""

    def forwards(apps, schema_editor):
        for name in models:
            fill(apps.get_model(app, name))

    return forwards
