"""The cache in Redis, beside whatever else lives there."""

from django.core.cache.backends.redis import RedisCache


class OwnKeysRedisCache(RedisCache):
    """Clears its own keys; Django's clears the whole database, and with it the queue and other installations."""

    def clear(self):
        """Delete every key of this cache and no other; returns whether there was any."""
        client = self._cache.get_client(write=True)
        keys = list(client.scan_iter(match=f"{self.key_prefix}:*", count=1000))
        return bool(keys and client.unlink(*keys))
