from django.urls import path

from promisedesk.portal import letters, views

app_name = "portal"
urlpatterns = [
    path("help/", views.help_page, name="help"),
    path("contact/", views.contact, name="contact"),
    path("attached/<str:token>/", letters.attached, name="attached"),
    path("unsubscribe/<str:token>/", letters.unsubscribe, name="unsubscribe"),
]
