"""What a page is made of: headline, deck, credits, dateline, captions, furniture."""
