"""What every response carries beyond Django's own middleware."""

from django.conf import settings
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_cache_control

# Nothing in the product needs a device, so every feature is off.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


class SecurityHeaders:
    """Permissions-Policy and Cross-Origin-Resource-Policy; pages of signed-in people are never stored."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        cookie = settings.SESSION_COOKIE_NAME
        # The cookie, not the person, decides: asking for the person would cost open pages two queries.
        if cookie in request.COOKIES or cookie in response.cookies:
            patch_cache_control(response, no_store=True, private=True)
        return response


class CompressPages(GZipMiddleware):
    """Compresses pages and data; downloads are compressed formats already and keep their length."""

    def process_response(self, request, response):
        kind = response.get("Content-Type", "").partition(";")[0]
        if response.streaming or kind not in {"text/html", "application/json"}:
            return response
        return super().process_response(request, response)
