from django.urls import path

from promisedesk.desk.setup import views

urlpatterns = [
    path("setup/shop/", views.shop, name="setup-shop"),
    path("setup/mailbox/", views.mailbox, name="setup-mailbox"),
    path("setup/done/", views.done, name="setup-done"),
    path("setup/<str:token>/", views.you, name="setup"),
]
