"""Signing in with a card, and the pages of allauth that we show; what is not listed does not exist (sign-up, mail
addresses, reset by mail)."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path

from nghedan.interfaces.web.sign_in import views

urlpatterns = [
    path("sign-in/", account.login, name="account_login"),
    path("card/", views.enter_pin, name="account_card"),
    path("card/<slug:token>/", views.open_card, name="account_card_link"),
    path("sign-out/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", views.PasswordView.as_view(), name="account_change_password"),
    path("second-factor/", mfa.index, name="mfa_index"),
    path("second-factor/code/", mfa.authenticate, name="mfa_authenticate"),
    path("second-factor/again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("second-factor/app/", views.AppView.as_view(), name="mfa_activate_totp"),
    path("second-factor/app/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-factor/spare/", views.SpareCodesView.as_view(), name="mfa_view_recovery_codes"),
    path("second-factor/spare/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
]
