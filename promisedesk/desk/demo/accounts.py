"""Who a newcomer signs in as in the demo. Known to everybody, so it exists there only."""

from promisedesk.core.models import Workspace

EMAIL = "anna@kettleandloom.example"
PASSWORD = "tea-and-linen"  # noqa: S105  printed on the demo's sign-in page


def shown_on_sign_in(shop: Workspace) -> dict | None:
    """E-mail and password of the demo's agent; None in a desk that is not a demo."""
    return {"email": EMAIL, "password": PASSWORD} if shop.is_demo else None
