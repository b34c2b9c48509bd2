from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "nghedan.domain.followup"
    label = "followup"
