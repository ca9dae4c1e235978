"""Pages that django-allauth leads to by names of its own. None of its other pages exist here."""

from django.urls import path
from django.views.generic import RedirectView

from promisedesk.desk.sign_in import confirm, elsewhere, second

urlpatterns = [
    path(
        "sign-in/again/",
        RedirectView.as_view(pattern_name="desk:sign-in", query_string=True),
        name="account_login",
    ),
    path("sign-in/second-step/", second.SecondStep.as_view(), name="mfa_authenticate"),
    path("sign-in/once-more/", confirm.confirm, name="account_reauthenticate"),
    path("sign-in/with/<slug:provider_id>/", elsewhere.leave, name="openid_connect_login"),
    path(
        "sign-in/with/<slug:provider_id>/back/",
        elsewhere.back,
        name="openid_connect_callback",
    ),
]
