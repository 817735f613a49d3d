"""The entries of the palette, as they are written: the palette of Textual reads plain strings as markup."""

from __future__ import annotations

from textual.command import DiscoveryHit, Hit, Hits, Provider

from maturity.app.widgets.literal import row


class Commands(Provider):
    """Every command that the app offers now; those that fit, when something is typed."""

    async def discover(self) -> Hits:
        for title, help_text, callback, *_ in sorted(self.app.get_system_commands(self.screen), key=lambda one: one[0]):
            # The palette takes a content as it is; only its types speak of strings.
            yield DiscoveryHit(row(title), callback, text=title, help=row(help_text))  # type: ignore[arg-type]

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for title, help_text, callback, *_ in self.app.get_system_commands(self.screen):
            score, places = matcher.fuzzy_search.match(query, title)
            if score > 0:
                shown = row(title)
                for place in places:
                    if not title[place].isspace():
                        shown = shown.stylize(matcher.match_style, place, place + 1)
                yield Hit(score, shown, callback, text=title, help=row(help_text))  # type: ignore[arg-type]
