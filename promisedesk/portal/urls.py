from django.urls import path

from promisedesk.portal import views

app_name = "portal"
urlpatterns = [
    path("help/", views.help_page, name="help"),
    path("contact/", views.contact, name="contact"),
]
