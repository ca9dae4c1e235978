"""Amounts of money: read as people type them, said as people read them. No exchange rates."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from babel import Locale
from babel.numbers import format_currency, get_territory_currencies

from promisedesk.lib.hours_in_words import spoken

LOCALES = {"en": "en_GB", "ru": "ru", "pl": "pl"}
CENT = Decimal("0.01")
MOST = Decimal("99999999.99")  # what the ledger's column holds
AMOUNT = re.compile(r"\d+([.,]\d{1,2})?")


def said(amount: Decimal, currency: str, language: str) -> str:
    """ "£20.00", «20,00 ₽», „20,00 zł”: for readers of this language."""
    return format_currency(amount, currency, locale=LOCALES[spoken(language)])


def read(text: str) -> Decimal | None:
    """An amount as typed: "20", "20.5", "1 200,50"; None if it is none, or below zero."""
    bare = re.sub(r"[\s\u00a0\u202f']", "", text)
    if not AMOUNT.fullmatch(bare):
        return None
    try:
        amount = Decimal(bare.replace(",", ".")).quantize(CENT)
    except InvalidOperation:
        return None
    return amount if amount <= MOST else None


def of_country(country: str) -> str:
    """The currency of a country today (CLDR, by way of Babel): GB: GBP; '' if unknown."""
    found = get_territory_currencies(country.upper()) if country else []
    return found[0] if found else ""


def is_currency(code: str) -> bool:
    """Whether it is the code of a currency (ISO 4217)."""
    return code in Locale("en").currencies
