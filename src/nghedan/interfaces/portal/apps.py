from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "nghedan.interfaces.portal"
    label = "portal"
