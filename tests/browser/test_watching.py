"""That what is watched for is seen: a page that does everything it must not."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.watching import watched

_BAD = """<!DOCTYPE html><html lang="en"><head><title>Bad</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'"></head>
<body><main><h1>Bad</h1><input><p style="width: 3000px">wide</p>
<script>alert("hello"); fetch("https://elsewhere.example/x").catch(() => 0); undefined_name();</script></main>
</body></html>"""


def test_each_fault_of_a_page_is_seen(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text(_BAD, encoding="utf-8")
    with watched(browser) as seen:
        seen.open(page)
        assert seen.dialogs == ["hello"]
        assert any("undefined_name" in error for error in seen.errors)
        assert "connect-src https://elsewhere.example/x" in seen.refusals()
        assert [fault.partition(":")[0] for fault in seen.faults()] == ["label"]
        assert len(seen.live()) >= 2
    page.write_text(_BAD.replace("default-src 'none'; ", "style-src 'unsafe-inline'; "), encoding="utf-8")
    with watched(browser) as seen:
        seen.open(page)
        assert seen.requests == ["https://elsewhere.example/x"]
        assert seen.sideways() > 0
