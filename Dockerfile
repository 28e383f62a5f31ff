# One image for web server, worker and scheduler; compose.yaml starts the three.
FROM python:3.11-slim-bookworm

# pg_dump and psql make and restore backups.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home studio \
    && install --directory --owner studio --group studio --mode 0700 /data

WORKDIR /studio
COPY requirements.txt .
RUN pip install --no-cache-dir --requirement requirements.txt
COPY --chown=root:root . .

ENV DATA_DIR=/data HOST=0.0.0.0 PYTHONUNBUFFERED=1 COLLECTED_STATIC=on
USER studio
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["python", "manage.py", "run"]
