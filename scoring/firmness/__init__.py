"""How firmly the recommended criteria stand, and whose missing answer would change most of them."""
