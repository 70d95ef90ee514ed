// Takes a picture of the top of a report. Usage: node picture.mjs CHROMIUM REPORT.html PICTURE.png
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [executablePath, report, path] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
await page.goto(pathToFileURL(report).href);
await page.screenshot({ path });
await browser.close();
console.log('done');
