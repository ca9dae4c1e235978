"""What Today leads to where the present pace keeps no targets."""

from django.urls import path

from promisedesk.desk.today import giving_times, short

urlpatterns = [
    path("today/honest-times/", short.honest, name="honest-times"),
    path("today/new-times/", giving_times.times, name="new-times"),
    path("today/new-times/letter/", giving_times.letter, name="new-times-letter"),
]
