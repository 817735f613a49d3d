"""What a front end asks for: a round compared, an interview, the next round."""
