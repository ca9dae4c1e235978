"""What Today leads to where the present pace keeps no targets."""

from django.urls import path

from promisedesk.desk.today import short

urlpatterns = [
    path("today/honest-times/", short.honest, name="honest-times"),
    path("today/new-times/", short.times, name="new-times"),
]
