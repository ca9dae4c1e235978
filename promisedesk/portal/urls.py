from django.urls import path

from promisedesk.portal import letters, views
from promisedesk.portal.badge import badge
from promisedesk.portal.logo import letter_picture, logo

app_name = "portal"
urlpatterns = [
    path("help/", views.help_page, name="help"),
    path("logo/<slug:name>.webp", logo, name="logo"),
    path("logo/<slug:name>.png", letter_picture, name="letter-picture"),
    path("badge.svg", badge, name="badge"),
    path("contact/", views.contact, name="contact"),
    path("attached/<str:token>/", letters.attached, name="attached"),
    path("unsubscribe/<str:token>/", letters.unsubscribe, name="unsubscribe"),
]
