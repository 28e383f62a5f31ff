"""Requests that no page can read get a clear 400 before any page sees them."""

from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

from studio.core.text import bad_characters


class PlainAddressMiddleware:
    """Refuse addresses that hold NUL bytes, broken UTF-8 or direction-changing characters."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Raised here, inside the handler, so that the 400 page of the product answers."""
        try:
            text = unquote_to_bytes(request.META.get("QUERY_STRING", "").replace("+", " ")).decode()
        except UnicodeDecodeError as problem:
            raise BadRequest(_("The address holds text in an unknown encoding.")) from problem
        if bad_characters(text) or bad_characters(request.path):
            raise BadRequest(_("The address holds characters that cannot be read."))
