// How long a browser's main thread is busy until a page shows its first problem, as a multiple of what it needs for a page of plain paragraphs, in processor time: the least of two rounds,
// or of up to five where that is near to what the test allows, since noise only adds.
// Usage: node weigh.mjs CHROMIUM REPORT.html PLAIN.html
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [executablePath, ...files] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const least = files.map(() => Infinity);
let elements = 0;
for (let round = 0; round < 2 || round < 5 && least[0] > 0.4 * least[1]; round++) {
    for (const [i, file] of files.entries()) {
        const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
        const page = await context.newPage();
        const session = await context.newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        await page.goto(pathToFileURL(file).href, { timeout: 0 });
        await page.evaluate(async () => {
            document.querySelector('.trouble a')?.click();
            for (let frame = 0; frame < 2; frame++) await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        });
        const { metrics } = await session.send('Performance.getMetrics');
        least[i] = Math.min(least[i], metrics.find(each => each.name === 'TaskDuration').value);
        if (i === 0) elements = await page.evaluate(() => document.getElementsByTagName('*').length);
        await context.close();
    }
}
await browser.close();
console.log(elements, (least[0] / least[1]).toFixed(2), least.map(each => each.toFixed(2)).join(' '));
