// Opens a report in a browser and looks at it as readers do. Prints one line for each thing that is wrong, and "done" at the end.
// Usage: node look.mjs CHROMIUM REPORT.html
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [executablePath, report] = process.argv.slice(2);
const address = pathToFileURL(report).href;
const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const wrong = (...what) => console.log(what.join(' '));

const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
for (const [width, colorScheme, deep] of [[360, 'light', false], [1280, 'light', true], [1280, 'dark', true], [2560, 'light', false]]) {
    const context = await browser.newContext({ viewport: { width, height: 1000 }, colorScheme });
    const page = await context.newPage();
    const at = `${width} ${colorScheme}:`;
    page.on('console', message => wrong(at, 'console says', message.text()));
    page.on('pageerror', error => wrong(at, 'error', error));
    page.on('dialog', dialog => { wrong(at, 'a dialog', dialog.message()); dialog.dismiss(); });
    page.on('request', request => { if (request.url().split('#')[0] !== address) wrong(at, 'asks for', request.url()); });
    await page.goto(address);

    const seen = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - innerWidth,
        pwned: typeof window.pwned,
        scripts: document.scripts.length,
        servers: document.querySelectorAll('.server').length,
    }));
    if (seen.overflow > 0) wrong(at, 'scrolls sideways by', seen.overflow);
    if (seen.pwned !== 'undefined' || seen.scripts > 0) wrong(at, 'script of a server is alive');
    if (seen.servers !== 200) wrong(at, 'shows', seen.servers, 'servers');

    await page.evaluate(() => [...document.querySelectorAll('.plan, .plan details')].slice(0, 6).forEach(each => { each.open = true; }));
    const opened = await page.evaluate(() => ({ overflow: document.documentElement.scrollWidth - innerWidth, commands: document.querySelectorAll('.plan pre').length }));
    if (opened.overflow > 0) wrong(at, 'scrolls sideways by', opened.overflow, 'when plans are open');
    if (opened.commands === 0) wrong(at, 'shows no commands');
    if (!deep) await page.reload();

    if (deep) {
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }));
        for (const each of violations) wrong(at, each.id, each.nodes.length, each.nodes[0].html, each.nodes[0].failureSummary);
    } else if (width === 360) {
        for (const link of (await page.locator('.trouble > li > a').all()).slice(0, 5)) {
            const target = await link.getAttribute('href');
            await page.evaluate(() => scrollTo(0, 0));
            await link.click();
            if (new URL(page.url()).hash !== target || !await page.locator(target).isVisible()) wrong(at, 'a link does not lead to', target);
        }
        await page.evaluate(() => scrollTo(0, 0));
        await page.reload();
        await page.keyboard.press('Tab');
        const first = await page.evaluate(() => document.activeElement.className);
        if (first !== 'skip') wrong(at, 'the first key reaches', first);
    }
    await context.close();
}
await browser.close();
console.log('done');
