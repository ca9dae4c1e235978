"""Taking over old mail from files: history, with its own times; nothing is sent to anybody."""
