from django.apps import AppConfig


class CompositionConfig(AppConfig):
    """Last of the apps: when it is ready, everything else is, and can be wired together."""

    name = "nghedan.config"
    label = "config"

    def ready(self) -> None:
        from nghedan.config import wiring  # noqa: PLC0415  (the wiring needs every app loaded)

        wiring.install()
