"""Who the people and bodies of an article are, and whom a speaker's words mean."""
