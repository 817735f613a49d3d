"""Counting as it is told: response by response, question by question, without taking equal answers together."""

from __future__ import annotations

