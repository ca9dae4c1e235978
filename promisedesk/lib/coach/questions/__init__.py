"""What customers ask (`finding`) and whether a reply answers it (`answering`)."""
