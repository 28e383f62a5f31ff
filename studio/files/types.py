"""The few types of file that the product knows, by key (their usual ending)."""

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "csv": "text/csv",
    "txt": "text/plain",
    # written by the product itself, never uploaded
    "html": "text/html",
    "json": "application/json",
}
ENDINGS = {"jpeg": "jpg"}
UNKNOWN = "application/octet-stream"

DOCUMENTS = frozenset({"pdf", "docx", "xlsx", "pptx", "csv", "txt"})
IMAGES = frozenset({"jpg", "png"})
TEXTS = frozenset({"csv", "txt"})


def ending_of(name: str) -> str:
    """The type that a file name claims, in lower case without the dot."""
    _stem, dot, ending = name.rpartition(".")
    ending = ending.lower() if dot else ""
    return ENDINGS.get(ending, ending)
