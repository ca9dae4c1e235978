"""The resources, a file each: which rows, which filters, which ability does the deed."""
