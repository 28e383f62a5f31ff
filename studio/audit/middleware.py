"""A refusal leaves the transaction first; then its row is written here, outside of it."""

from studio.audit.log import record

REFUSED = (403, 409)


class NoteRefusals:
    """One audit row for every page or act that a signed-in person was refused.

    A view that answers a refusal with a message on the next page says so by ``request.refused = True``.
    Rows of another studio that are not found (404) are none: they look like what does not exist.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        refused = response.status_code in REFUSED or getattr(request, "refused", False)
        if refused and request.user.is_authenticated and request.resolver_match:
            self._note(request, response.status_code)
        return response

    @staticmethod
    def _note(request, status: int) -> None:
        """Which page, and of which record, in plain keys and ids: a refusal's words may name people."""
        match = request.resolver_match
        model = model_of(match.func)
        record(
            request.user,
            "refused",
            studio=getattr(request, "studio", None),
            page=match.view_name,
            method=request.method,
            status=status,
            model=model._meta.label_lower if model else "",
            record=str(match.kwargs.get("pk", "")),
            move=str(match.kwargs.get("move", "")),
        )


def model_of(view):
    """The model of a declared page's records, given with its address or by its class; ``None`` for other views."""
    given = getattr(view, "view_initkwargs", {}).get("model")
    by_class = getattr(getattr(view, "view_class", None), "record_model", None)
    return given or (by_class and by_class())
