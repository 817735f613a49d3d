"""What tests are given: questionnaires, people with answers, rounds, figures, folders, somebody at the keys."""
