"""One field that leads anywhere: views, settings, what one looked at, what one looks for."""
