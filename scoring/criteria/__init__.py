"""Exit criteria, and the verdict on the pilot's figures."""
