from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


@login_required
def front_door(request: HttpRequest) -> HttpResponse:
    return redirect("desk:today")


@login_required
def today(request: HttpRequest) -> HttpResponse:
    return redirect("desk:inbox")
