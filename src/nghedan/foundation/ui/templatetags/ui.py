"""The library of components. `nghedan.config.settings` makes it built in: no `{% load %}` is needed."""

from django import template

from nghedan.foundation.ui.tags import actions, blocks, content, navigation, values

register = template.Library()

for part in (values, actions, navigation, content, blocks):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
