"""The list of customers, and a customer's own page."""

from django.urls import path

from promisedesk.desk.customers import cards, listing, views

ONE = "customers/<str:public_id>/"

urlpatterns = [
    path("customers/", listing.customers, name="customers"),
    path(ONE, views.customer, name="customer-page"),
    path(ONE + "identities/", cards.identities, name="customer-identities"),
    path(ONE + "identities/<int:number>/", cards.identity, name="customer-identity"),
    path(ONE + "merge/", cards.merge, name="customer-merge"),
    path(ONE + "merges/<str:merge>/", cards.apart, name="customer-apart"),
]
