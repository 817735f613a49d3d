"""What a browser makes of a report: by hand, as it needs Chromium and packages of Node."""
