"""Writes sample records that were built in memory, parents before children, each model at once."""

from simple_history.utils import bulk_create_with_history

BATCH = 200


def write_samples(made: dict[type, list]) -> None:
    """Save the records of each model with their history; ``made`` names parents before their children."""
    for model, records in made.items():
        for record in records:
            _take_keys_of_parents(record)
        if hasattr(model, "history"):
            bulk_create_with_history(records, model, batch_size=BATCH, default_change_reason="sample")
        else:
            model.objects.bulk_create(records, batch_size=BATCH)


def _take_keys_of_parents(record) -> None:
    """Parents got their keys after their children were made."""
    for field in record._meta.concrete_fields:
        if field.is_relation and field.is_cached(record):
            setattr(record, field.name, getattr(record, field.name))
