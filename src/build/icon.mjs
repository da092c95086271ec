// Draws the marketplace icon client/icon.png. Run it after a change: node src/build/icon.mjs
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const size = 256;
const line = (x, y, length) => `<rect x="${x}" y="${y}" width="${length}" height="10" rx="5"/>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 256 256">
  <defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2f6fb5"/><stop offset="1" stop-color="#1f3a5f"/></linearGradient></defs>
  <path fill="url(#g)" d="M128 10 28 46v82c0 56 40 98 100 118 60-20 100-62 100-118V46z"/>
  <g fill="#fff"><path d="M74 82c-13 0-15 6-15 17v11c0 9-3 13-10 14v8c7 1 10 5 10 14v11c0 11 2 17 15 17h5v-11h-3c-5 0-6-2-6-8v-11c0-9-3-14-10-16 7-2 10-7 10-16v-11c0-6 1-8 6-8h3V82z"/>
  <path d="M182 82c13 0 15 6 15 17v11c0 9 3 13 10 14v8c-7 1-10 5-10 14v11c0 11-2 17-15 17h-5v-11h3c5 0 6-2 6-8v-11c0-9 3-14 10-16-7-2-10-7-10-16v-11c0-6-1-8-6-8h-3V82z"/></g>
  <path fill="none" stroke="#7fe0b0" stroke-width="15" stroke-linecap="round" stroke-linejoin="round" d="m98 130 22 22 40-46"/>
  <g fill="#ffffff" opacity=".35">${line(104, 188, 48)}${line(112, 206, 32)}</g>
</svg>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0">${svg}</body>`);
  writeFileSync('client/icon.png', await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
