from studio.audit.errors import Refused


class FileRefused(Refused):
    """A file that may not come in; the text names it and says what to do."""

    def __init__(self, text):
        super().__init__(text, 400)
