from django.urls import path

from promisedesk.desk.demo import views

urlpatterns = [
    path("demo/", views.mailbox, name="demo"),
    path("demo/<slug:customer>/", views.mailbox, name="demo-mailbox"),
    path("demo/<slug:customer>/mails/", views.mails, name="demo-mails"),
    path("demo/<slug:customer>/<str:mail>/", views.mailbox, name="demo-mail"),
]
