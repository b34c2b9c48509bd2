"""Browsers that are signed in, second factor given."""

from django.test import Client

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User


def client_of(actor: Actor) -> Client:
    """Return a client signed in as the actor's account."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client
