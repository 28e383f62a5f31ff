"""Writers turn a frozen document into a file. Each is loaded when it is first asked for: they bring heavy libraries."""

from importlib import import_module


def write(document: dict, language: str, format: str) -> bytes:
    """The file of a frozen ``document`` in ``en`` or ``zh``, as ``format``: the name of a module here."""
    return import_module(f".{format}", __name__).write(document, language)
