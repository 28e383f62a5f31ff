"""Which language a person reads: their own choice, else the browser's."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.views.i18n import set_language as django_set_language

CODES = frozenset(code for code, _name in settings.LANGUAGES)


class PersonLocaleMiddleware(LocaleMiddleware):
    """Django's choice by cookie and header, overruled by the language the signed-in person has chosen."""

    def process_request(self, request):
        super().process_request(request)
        chosen = getattr(request.user, "language", "")
        if chosen in CODES:
            translation.activate(chosen)
            request.LANGUAGE_CODE = translation.get_language()


def set_language(request):
    """Django's view, which sets the cookie, and the choice kept with the person."""
    code = request.POST.get("language")
    if request.user.is_authenticated and code in CODES:
        get_user_model().objects.filter(pk=request.user.pk).update(language=code)
    return django_set_language(request)
