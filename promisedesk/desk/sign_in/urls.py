from django.urls import path

from promisedesk.desk.sign_in import confirm, second, views

urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("sign-in/forgotten/", views.forgotten, name="forgotten"),
    path("sign-in/passkey/", second.Passkey.as_view(), name="passkey"),
    path("sign-in/confirm/", confirm.confirm, name="confirm"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("welcome/<str:token>/", views.welcome, name="welcome"),
]
