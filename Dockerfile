# Palmarès in a container; .deploy/README.md says how to build and run it.
# Any image with Python 3.11 or newer and its venv module will do as BASE.
ARG BASE=docker.io/library/python:3.13-slim-bookworm
# hadolint ignore=DL3006
FROM ${BASE}

WORKDIR /srv/palmares
COPY requirements.lock ./
RUN python3 -m venv .venv && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock

COPY .streamlit .streamlit
COPY queries queries
COPY dashboard dashboard
RUN .venv/bin/python -m compileall -q dashboard \
    && useradd --uid 10001 --home-dir /tmp --shell /usr/sbin/nologin palmares
# The collector, run from the same image, may write here; the dashboard needs to read only.
COPY --chown=10001:10001 data data
VOLUME /srv/palmares/data

# Numbers, so that an orchestrator can see that it is not root.
USER 10001:10001
ENV PYTHONUNBUFFERED=1 PATH="/srv/palmares/.venv/bin:${PATH}"
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", "import os, urllib.request; parts = ['http://127.0.0.1:8501', os.environ.get('STREAMLIT_SERVER_BASE_URL_PATH', '').strip('/'), '_stcore/health']; urllib.request.urlopen('/'.join(filter(None, parts)), timeout=4)"]
CMD ["streamlit", "run", "dashboard/app.py", "--server.address", "0.0.0.0", "--server.port", "8501"]
