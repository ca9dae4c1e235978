"""Reports: how promises are kept, what is behind each figure, and tables to take away."""

from django.urls import path

from promisedesk.desk.reports import exporting, listing, views

urlpatterns = [
    path("reports/", views.reports, name="reports"),
    path("reports/promises/", listing.promises, name="reports-promises"),
    path("reports/questions/", listing.questions, name="reports-questions"),
    path("reports/table/", exporting.table, name="reports-table"),
]
