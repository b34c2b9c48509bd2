from django.apps import AppConfig


class InvitationsConfig(AppConfig):
    name = "nghedan.domain.invitations"
    label = "invitations"
