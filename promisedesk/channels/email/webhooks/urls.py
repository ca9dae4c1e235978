from django.urls import path

from promisedesk.channels.email.webhooks import views

urlpatterns = [
    path("<str:secret>", views.take, name="mail-in"),
    path("<str:secret>/mime", views.take),  # Mailgun posts raw mails to what ends with "mime"
]
