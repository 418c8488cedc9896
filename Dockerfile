FROM python:3.11-slim

WORKDIR /opt/dateline
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY config config
COPY summarizer summarizer
RUN pip install --no-cache-dir --no-deps --no-build-isolation . \
    && python -m bot.adapters.gazetteer

# The store goes to /data, the articles come from /articles.
RUN useradd --system dateline && mkdir /data /articles && chown dateline /data
USER dateline
WORKDIR /data
VOLUME /data
ENV DATELINE_WATCH__FOLDERS=/articles
ENTRYPOINT ["dateline"]
CMD ["run"]
