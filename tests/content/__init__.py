"""What the built-in questionnaire has to hold, row by row, typed from the published pages and not from the product."""
