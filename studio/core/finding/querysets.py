"""Query sets of models that may have a search column."""

from django.db import models

from studio.core.finding.filling import fill_before_update, search_field_of


class FoundQuerySet(models.QuerySet):
    """Keeps the search column in step where records are written without ``save``."""

    def bulk_update(self, objs, fields, batch_size=None):
        """Fills the search column too, when a text it is made of is among ``fields``."""
        objs = list(objs)
        return super().bulk_update(objs, fill_before_update(self.model, objs, fields), batch_size)

    bulk_update.alters_data = True

    def update(self, **values):
        """Refuses texts that the search column is made of: the database cannot fill it. Save, or use bulk_update."""
        field = search_field_of(self.model)
        if field and field.name not in values and set(field.sources) & set(values):
            raise TypeError(f"update() would leave the search of {self.model._meta.label} behind; use bulk_update()")
        return super().update(**values)

    update.alters_data = True
