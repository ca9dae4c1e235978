"""What an outside server is asked when it helps to write, and what its answers are checked for."""
