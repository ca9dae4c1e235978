"""Reading mail: raw bytes in, plain Python values out. Knows no Django and touches no data.

Start at `reading.read_mail`. Whatever stands in a mail was written by strangers: nothing
here raises because of it, and nothing here may take more than linear time.
"""
