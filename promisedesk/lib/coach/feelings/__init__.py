"""What words say of feelings: lexicons a language, and the plain engine that finds them.

`heat_<language>` is what customers write when something goes wrong, `acts_<language>` what
agents had better not write, `vague_<language>` what says nothing. All written for this project.
"""
