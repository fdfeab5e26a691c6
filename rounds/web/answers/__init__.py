"""What a phone is answered: plain values made of the evening, each for one person only."""
