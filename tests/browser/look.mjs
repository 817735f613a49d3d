// Opens pages in Chromium and says what is seen: requests made, what axe finds, scripts, dialogs; pictures and a PDF.
// node look.mjs CHROMIUM MODULES FOLDER PAGE…
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [chromium, modules, folder, ...pages] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "here.js"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(join(modules, "axe-core", "axe.min.js"), "utf-8");
const LIVE = "script, iframe, object, embed, form, img, link, base, [style], [onload], [onerror], [onclick], a:not([href^='#'])";
const LOOKS = { light: [1200, "light"], dark: [1200, "dark"], narrow: [320, "light"] };

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"], headless: true });
try {
  for (const page of pages) console.log(JSON.stringify(await seen(page)));
} finally {
  await browser.close();
}

async function seen(path) {
  const stem = join(folder, basename(path, ".html"));
  const found = { page: basename(path), requests: 0, dialogs: 0, errors: [], violations: [], sideways: [] };
  for (const [name, [width, scheme]] of Object.entries(LOOKS)) {
    const page = await browser.newPage();
    await page.setBypassCSP(false);
    page.on("request", (one) => { if (one.url() !== pathToFileURL(resolve(path)).href) found.requests += 1; });
    page.on("dialog", async (one) => { found.dialogs += 1; await one.dismiss(); });
    page.on("console", (one) => { if (one.type() === "error") found.errors.push(one.text()); });
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(pathToFileURL(resolve(path)).href);
    found.title ??= await page.title();
    found.live ??= await page.$$eval(LIVE, (all) => all.map((one) => one.outerHTML.slice(0, 80)));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) found.sideways.push(`${name}: ${wide}`);
    await page.screenshot({ path: `${stem}-${name}.png`, fullPage: false });
    await page.screenshot({ path: `${stem}-${name}-whole.png`, clip: { x: 0, y: 0, width, height: 5000 }, captureBeyondViewport: true });
    await page.evaluate(axe);
    const result = await page.evaluate(() => globalThis.axe.run());
    found.rules = (found.rules ?? 0) + result.passes.length;
    found.unsure = [...(found.unsure ?? []), ...result.incomplete.map((one) => `${name}: ${one.id} (${one.nodes.length})`)];
    found.violations.push(...result.violations.map((one) => `${name}: ${one.id} (${one.nodes.length}) ${one.nodes[0].html.slice(0, 120)}`));
    if (name === "dark") await page.pdf({ path: `${stem}.pdf`, preferCSSPageSize: true, printBackground: false });
    await page.close();
  }
  return found;
}
