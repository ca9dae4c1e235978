"""A customer's own page."""

from django.urls import path

from promisedesk.desk.customers import cards, views

ONE = "customers/<str:public_id>/"

urlpatterns = [
    path(ONE, views.customer, name="customer-page"),
    path(ONE + "identities/", cards.identities, name="customer-identities"),
    path(ONE + "identities/<int:number>/", cards.identity, name="customer-identity"),
    path(ONE + "merge/", cards.merge, name="customer-merge"),
    path(ONE + "merges/<str:merge>/", cards.apart, name="customer-apart"),
]
