"""The whole in one process: pages run in threads, the event loop stays free for streams."""

from a2wsgi import WSGIMiddleware

from nghedan.config.wsgi import application as pages

PAGE_THREADS = 8

application = WSGIMiddleware(pages, workers=PAGE_THREADS)  # type: ignore[arg-type]
