"""Sign-in through django-allauth, with our words, our pages and our way of slowing down wrong tries."""
