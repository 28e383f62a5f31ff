class Refused(Exception):
    """An action that the rules do not allow now; ``text`` is written for people.

    ``status`` is the HTTP answer: 403 for a missing right, 409 for a rule or a lost race.
    """

    def __init__(self, text, status: int = 409):
        super().__init__(str(text))
        self.text, self.status = text, status
