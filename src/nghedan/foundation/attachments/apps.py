from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    name = "nghedan.foundation.attachments"
    label = "attachments"
