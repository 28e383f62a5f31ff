"""All standard addresses of one kind of record in one declaration."""

from django.urls import path

from studio.kit.addresses import studio_reverse
from studio.kit.deletes import DeleteView
from studio.kit.moves import MoveView

__all__ = ["record_urls", "studio_reverse"]


def record_urls(route: str, plural: str, *, list=None, detail=None, form=None, move=False, delete=False):
    """The standard addresses of one kind of record, below ``/s/<studio>/<app>/``.

    ::

        app_name = "training"
        urlpatterns = [
            *record_urls(
                "training:session", "sessions",
                list=SessionList, detail=SessionDetail, form=SessionPage, move=True, delete=True,
            ),
        ]

    gives ``session_list``, ``session_export``, ``session_new``, ``session_edit``, ``session_detail``,
    ``session_move`` (``…/move/<key>/``) and ``session_delete``; what is not given has no address.
    ``move`` and ``delete`` may name subclasses of ``MoveView`` and ``DeleteView``.
    """
    one = route.partition(":")[2]
    owner = next((page.record_model() for page in (detail, list, form) if page), None)

    def at(address, view, name, **options):
        return path(f"{plural}/{address}", view.as_view(route=route, **options), name=f"{one}_{name}")

    found = []
    if list:
        found += [at("", list, "list"), at("export/", list, "export", exports=True)]
    if form and form.creates:
        found.append(at("new/", form, "new"))
    if form and form.updates:
        found.append(at("<int:pk>/edit/", form, "edit"))
    if detail:
        found.append(at("<int:pk>/", detail, "detail"))
    if move:
        found.append(at("<int:pk>/move/<slug:move>/", MoveView if move is True else move, "move", model=owner))
    if delete:
        found.append(at("<int:pk>/delete/", DeleteView if delete is True else delete, "delete", model=owner))
    return found
