// Opens a report in a browser and looks at it as readers do. Prints one line for each thing that is wrong, and "done" at the end.
// Usage: node look.mjs CHROMIUM REPORT.html
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [executablePath, report] = process.argv.slice(2);
const address = pathToFileURL(report).href;
const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const wrong = (...what) => console.log(what.join(' '));

/** Words that stand on more than one line though one has room for them. */
const brokenWords = () => {
    const broken = new Set(), range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, node => node.parentElement.closest('script, svg, details:not([open]) > :not(summary)') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) {
        for (const { 0: word, index } of walker.currentNode.data.matchAll(/(?<!\S)\S{2,30}(?!\S)/g)) {
            range.setStart(walker.currentNode, index);
            range.setEnd(walker.currentNode, index + word.length);
            if (new Set([...range.getClientRects()].map(each => Math.round(each.top))).size > 1) broken.add(word);
        }
    }
    return [...broken];
};

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
    if (seen.pwned !== 'undefined' || seen.scripts !== 1) wrong(at, 'script of a server is alive');
    if (seen.servers !== 40) wrong(at, 'shows', seen.servers, 'servers');

    await page.evaluate(() => [...document.querySelectorAll('.plan, .plan details')].slice(0, 6).forEach(each => { each.open = true; }));
    const opened = await page.evaluate(() => ({ overflow: document.documentElement.scrollWidth - innerWidth, commands: document.querySelectorAll('.plan pre').length }));
    if (opened.overflow > 0) wrong(at, 'scrolls sideways by', opened.overflow, 'when plans are open');
    if (opened.commands === 0) wrong(at, 'shows no commands');
    const broken = await page.evaluate(brokenWords);
    if (broken.length > 0) wrong(at, 'breaks inside', broken.length, 'words:', broken.slice(0, 9).join(' '));
    const cut = await page.evaluate(() => [...document.querySelectorAll('pre.do')].filter(each => each.scrollWidth > each.clientWidth).map(each => each.textContent));
    if (cut.length > 0) wrong(at, 'cuts off', cut.length, 'commands:', cut[0]);
    const moving = await page.evaluate(() => document.getAnimations().length + (getComputedStyle(document.documentElement).scrollBehavior === 'auto' ? 0 : 1));
    if (moving > 0) wrong(at, 'moves');
    if (!deep) await page.reload();

    if (deep) {
        await page.evaluate(axe);
        // In the dark, colours alone are others.
        const { violations } = await page.evaluate(runOnly => window.axe.run(document, { runOnly }), colorScheme === 'light' ? ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] : ['color-contrast']);
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

// Where a browser runs scripts, servers can be searched for, and where it runs none, everything else is the same.
for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, javaScriptEnabled });
    const page = await context.newPage();
    const at = javaScriptEnabled ? 'with script:' : 'without script:';
    await page.goto(address);
    const last = page.locator('.trouble a').last(), target = page.locator(await last.getAttribute('href'));
    const server = page.locator('.server', { has: target });
    if (await server.getAttribute('open') !== null) wrong(at, 'a late server is open at first');
    await page.locator('main details > summary').first().click();
    await last.click();
    if (await server.getAttribute('open') === null || !await target.isVisible()) wrong(at, 'a link does not open the server it leads to');

    const search = page.getByLabel('Find servers');
    if (await search.isVisible() !== javaScriptEnabled) wrong(at, 'the search is', javaScriptEnabled ? 'hidden' : 'shown');
    if (javaScriptEnabled) {
        await search.fill('web27 A01');
        if (await page.locator('.server:visible').count() !== 0) wrong(at, 'finds A01 on a server that lacks it');
        await search.fill('web27 m01');
        if (await page.locator('.server:visible').count() !== 1) wrong(at, 'does not find the one server');
        await page.locator('.trouble a').first().click();
        if (!await page.locator(await page.locator('.trouble a').first().getAttribute('href')).isVisible()) wrong(at, 'a link leads to a server that the search has hidden');
        await search.fill('');
    }

    await page.getByLabel('Commands only, to copy').check();
    const left = await page.locator('.servers').innerText();
    if (!left.includes('Set-NetIPInterface ') || /Expected|silently dropped|To the top/.test(left)) wrong(at, 'more or less than commands is left');
    await context.close();
}
await browser.close();
console.log('done');
