/** The page of pictures in a real browser: as `isms export site` writes it, opened from disk, and as `isms serve` serves it. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { formerRisk, giveHistory, historyDays } from '../history.ts';
import type { Setting } from '../main.ts';

const views = ['landscape', 'soa', 'trace', 'calendar', 'trends'] as const;

const themes: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'high contrast': { colorScheme: 'dark', forcedColors: 'active' },
};

const sizes = { small: [420, 800], middle: [900, 700], large: [1400, 900] } as const;

/** What nobody may run or see as anything but a text. */
const hostile = '</script><img src=x onerror=alert(1)><script>alert(2)</script>';

export async function runPictures({ root, browser, work, folder, shots, report, grep }: Setting): Promise<void> {
  giveHistory(folder);
  const risk = `\nrisk R-HOSTILE "${hostile}" { likelihood: likely impact: severe }\n`;
  writeFileSync(join(folder, 'hostile.isms'), risk);
  const out = join(work, 'site');
  execFileSync(process.execPath, [join(root, 'dist/cli/isms.cjs'), 'export', 'site', folder, '--history', '-o', out]);
  const url = pathToFileURL(join(out, 'index.html')).href;
  const axe = readFileSync(createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

  const on = async (
    options: BrowserContextOptions,
    hash: string,
    run: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'en-US', ...options });
    const page = await context.newPage();
    const told: string[] = [];
    page.on('console', message => told.push(message.text()));
    page.on('pageerror', error => told.push(error.message));
    page.on('request', request => /^(?:file|blob):/.test(request.url()) || told.push(`asked for ${request.url()}`));
    try {
      await page.goto(`${url}#${hash}`);
      await page.locator('h1').waitFor();
      await run(page);
      expect(told, []);
    } finally {
      await context.close();
    }
  };
  const test = async (title: string, run: () => Promise<void>): Promise<void> => {
    if (!grep || title.includes(grep)) await report.test(`pictures: ${title}`, run);
  };
  const show = async (page: Page, view: string): Promise<void> => {
    await page.locator(`#view-${view}`).click();
    await page.locator(`#view-${view}[aria-current]`).waitFor();
  };

  await test('a page that is served follows what is written, and says when it no longer does', async () => {
    const own = join(work, 'served');
    cpSync(folder, own, { recursive: true });
    const child = spawn(process.execPath, [join(root, 'dist/cli/isms.cjs'), 'serve', own], { stdio: 'pipe' });
    const ended = once(child, 'close');
    const [printed] = await once(child.stdout, 'data');
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'en-US' });
    try {
      const page = await context.newPage();
      const told: string[] = [];
      page.on('console', message => told.push(message.text()));
      page.on('pageerror', error => told.push(error.message));
      await page.goto(/http:\S+/.exec(String(printed))?.[0] ?? '');
      await page.locator('svg [data-risk="R-013"]').click();
      writeFileSync(join(own, 'later.isms'), 'risk R-LATER "Later" { likelihood: likely impact: severe }\n');
      await page.locator('#row-R-LATER').waitFor();
      await page.locator('.details .kind', { hasText: 'R-013' }).waitFor();
      writeFileSync(join(own, 'later.isms'), 'risk R-LATER "Later" { likelihood: likely\n');
      await page.locator('.notice code', { hasText: 'later.isms:1' }).waitFor();
      await page.screenshot({ path: join(shots, 'pictures-damaged.png') });
      const found = await page.evaluate(
        `${axe};axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
      );
      expect(found, []);
      writeFileSync(join(own, 'later.isms'), '');
      await page.locator('.notice').waitFor({ state: 'detached' });
      expect(told, []);
      child.kill('SIGINT');
      await page.locator('.notice', { hasText: 'no longer follow' }).waitFor();
      expect(await ended, [0, null]);
    } finally {
      child.kill();
      await context.close();
    }
  });

  await test('a click on a mark names the line that it comes from', () =>
    on({}, '', async page => {
      await page.locator('svg [data-risk="R-013"]').click();
      const place = (await page.locator('.details code').first().textContent()) ?? '';
      const [path = '', line = ''] = place.split(':');
      const text = readFileSync(join(folder, path), 'utf8').split('\n')[Number(line) - 1] ?? '';
      if (!text.startsWith('risk R-013')) throw new Error(`${place}: ${text}`);
    }));

  await test('a filter leaves what it says, and a level those that are counted', () =>
    on({}, '', async page => {
      const before = await page.locator('svg [data-risk]').count();
      await page.locator('#level').selectOption('high');
      await page.locator('.count', { hasText: /^[1-9]\d* of / }).waitFor();
      const after = await page.locator('svg [data-risk]').count();
      const rows = await page.locator('tbody tr').count();
      if (!after || after >= before || rows !== after)
        throw new Error(`${before} before, ${after} after, ${rows} rows`);
      for (const words of await page.locator('tbody tr td:nth-child(5)').allInnerTexts())
        if (!words.includes('high')) throw new Error(words);
    }));

  await test('everything can be reached and chosen by keyboard', () =>
    on({}, '', async page => {
      await page.locator('svg [role=button][tabindex="0"]').focus();
      await page.keyboard.press('ArrowRight');
      const id = await page.evaluate('document.activeElement.dataset.risk');
      await page.keyboard.press('Enter');
      await page.locator('.details .kind', { hasText: String(id) }).waitFor();
      expect(await page.evaluate('document.activeElement.dataset.risk'), id);
    }));

  await test('what is chosen stands in the address and is there after a reload', () =>
    on({}, '', async page => {
      await show(page, 'soa');
      await page.locator('svg [data-control="A.8.13"]').click();
      await page.locator('.details .kind', { hasText: 'A.8.13' }).waitFor();
      await page.reload();
      await page.locator('.details .kind', { hasText: 'A.8.13' }).waitFor();
      await page.locator('#view-soa[aria-current]').waitFor();
    }));

  await test('a text of the model is only ever a text, in files that are saved too', () =>
    on({ acceptDownloads: true }, 'chosen=risk+R-HOSTILE', async page => {
      expect(await page.locator('.details h3').textContent(), hostile);
      expect(await page.locator('img').count(), 0);
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
      const svg = readFileSync(await download.path(), 'utf8');
      if (!svg.startsWith('<?xml') || svg.includes('<img') || svg.includes('<script'))
        throw new Error(svg.slice(0, 500));
    }));

  await test('each picture is saved as pixels too', () =>
    on({ acceptDownloads: true }, '', async page => {
      for (const view of views) {
        await show(page, view);
        const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save-png').click()]);
        const bytes = readFileSync(await download.path());
        // The signature, and from the head the width.
        if (bytes.subarray(1, 4).toString() !== 'PNG' || bytes.readUInt32BE(16) < 300)
          throw new Error(`${view}: ${download.suggestedFilename()} of ${bytes.length} bytes`);
        writeFileSync(join(shots, `pixels-${view}.png`), bytes);
      }
    }));

  await test('the page speaks the language of its reader', () =>
    on({ locale: 'de-DE' }, '', async page => {
      await page.locator('h2', { hasText: 'Risikolandschaft' }).waitFor();
      expect(await page.locator('html').getAttribute('lang'), 'de');
    }));

  await test('what would follow if something were gone is what the command says', () =>
    on({}, 'view=trace', async page => {
      const cli = join(root, 'dist/cli/isms.cjs');
      const { stdout } = spawnSync(
        process.execPath,
        [cli, 'whatif', folder, '--without', 'A.8.13', '--format', 'json'],
        { encoding: 'utf8' },
      );
      const said: Record<'risks' | 'lines', { id: string }[]> = JSON.parse(stdout);
      await page.locator('#gone').selectOption('control A.8.13');
      await page.locator('#what-if', { hasText: 'A.8.13' }).waitFor();
      for (const [rows, wanted] of [
        ['higher', said.risks],
        ['untrue', said.lines],
      ] as const) {
        const shown = await page.locator(`[id^="row-${rows}-"]`).allInnerTexts();
        expect(
          shown,
          wanted.map(({ id }) => id),
        );
      }
      await page.locator('svg .node.gone.chosen', { hasText: 'A.8.13' }).waitFor();
      await page.screenshot({ path: join(shots, 'pictures-what-if.png'), fullPage: true });
      const found = await page.evaluate(
        `${axe};axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
      );
      expect(found, []);
    }));

  const audit = async (page: Page): Promise<void> => {
    const found = await page.evaluate(
      `${axe};axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    );
    expect(found, []);
  };
  const shownDays = historyDays.filter((_, index) => index !== 3);

  await test('the slider leads through the history by keyboard, and back to today', () =>
    on({}, '', async page => {
      await page.locator('#past').click();
      const slider = page.locator('#moment');
      await slider.focus();
      expect(await slider.getAttribute('max'), String(shownDays.length));
      await page.keyboard.press('Home');
      await page.locator('.notice.then', { hasText: shownDays[0] ?? '' }).waitFor();
      await page.locator('svg text', { hasText: shownDays[0] ?? '' }).waitFor();
      for (const day of shownDays.slice(1)) {
        await page.keyboard.press('ArrowRight');
        await page.locator('.notice.then', { hasText: day }).waitFor();
      }
      expect(await page.evaluate('document.activeElement.id'), 'moment');
      await page.keyboard.press('End');
      await page.locator('.notice.then').waitFor({ state: 'detached' });
      await page.keyboard.press('ArrowLeft');
      await page.locator('.notice.then').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.notice.then').waitFor({ state: 'detached' });
      await page.locator('details.note summary', { hasText: 'One commit' }).click();
      await page.locator('details.note li', { hasText: 'risks/former.isms' }).waitFor();
    }));

  await test('the slider can be drawn with the pointer, and where it is let go stands in the address', () =>
    on({}, 'past=yes', async page => {
      const box = await page.locator('#moment').boundingBox();
      if (!box) throw new Error('no slider');
      const y = box.y + box.height / 2;
      const at = (share: number): number => box.x + 8 + (box.width - 16) * share;
      await page.mouse.move(at(1), y);
      await page.mouse.down();
      for (const share of [0.9, 0.8, 0.7, 0.6, 0.5]) await page.mouse.move(at(share), y);
      await page.locator('.notice.then', { hasText: shownDays[3] ?? '' }).waitFor();
      await page.mouse.move(at(0), y);
      await page.locator('.notice.then', { hasText: shownDays[0] ?? '' }).waitFor();
      await page.mouse.up();
      await page.reload();
      await page.locator('.notice.then', { hasText: shownDays[0] ?? '' }).waitFor();
      await page.locator('#to-today').click();
      await page.locator('.notice.then').waitFor({ state: 'detached' });
      expect(await page.evaluate('document.activeElement.id'), 'moment');
    }));

  await test('the risks of a moment stand where `isms stats` counts them, and one that is gone leads to no line', () =>
    on({}, 'past=yes&stage=today', async page => {
      await page.locator('#moment').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.locator('.notice.then', { hasText: shownDays[2] ?? '' }).waitFor();
      const then = join(work, 'then');
      execFileSync('git', ['clone', '--quiet', folder, then]);
      const id = (await page.locator('.notice.then code').textContent()) ?? '';
      execFileSync('git', ['-C', then, 'checkout', '--quiet', id]);
      const { stdout } = spawnSync(
        process.execPath,
        [join(root, 'dist/cli/isms.cjs'), 'stats', then, '--as-of', shownDays[2] ?? '', '--format', 'json'],
        { encoding: 'utf8' },
      );
      const { risks }: { risks: { levels: Record<string, { current: number }> } } = JSON.parse(stdout);
      const cells = await page.locator('tbody tr td:nth-child(5)').allInnerTexts();
      for (const [level, { current }] of Object.entries(risks.levels)) {
        if (level === 'not evaluated') continue;
        const count = cells.filter(cell => cell.replace('▲ ', '').startsWith(level)).length;
        expect([level, count], [level, current]);
      }
      await page.locator(`#row-${formerRisk}`).click();
      await page.locator('.details .note', { hasText: 'does not exist today' }).waitFor();
      expect(await page.locator('.details .source').count(), 0);
      await page.screenshot({ path: join(shots, 'pictures-past.png') });
      await audit(page);
    }));

  await test('the moments are played to today, marks glide, and less motion is respected', async () => {
    const gliding = 'document.getAnimations().filter(one => one.effect.target.dataset.risk).length';
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      await on({ reducedMotion }, 'past=yes', async page => {
        await page.evaluate(
          `window.most = 0; setInterval(() => { window.most = Math.max(window.most, ${gliding}); }, 20)`,
        );
        await page.locator('#play').click();
        await page.locator('.notice.then', { hasText: shownDays[0] ?? '' }).waitFor();
        await page.locator('#play', { hasText: 'Pause' }).waitFor();
        await page.locator('.notice.then').waitFor({ state: 'detached' });
        await page.locator('#play', { hasText: 'Play' }).waitFor();
        const most = Number(await page.evaluate('window.most'));
        if (most > 0 !== (reducedMotion === 'no-preference')) throw new Error(`${reducedMotion}: ${most} glide`);
      });
    }
  });

  await test('the trends lead to the risk landscape of a commit', () =>
    on({}, 'view=trends', async page => {
      await page.locator('svg [role=button][tabindex="0"]').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.locator('.details .kind', { hasText: shownDays[1] ?? '' }).waitFor();
      expect(await page.locator('svg .rule').count(), await page.locator('svg .strong').count());
      await page.locator('#show-at').click();
      await page.locator('.notice.then', { hasText: shownDays[1] ?? '' }).waitFor();
    }));

  await test('a page without history says so, and offers none', async () => {
    const plain = join(work, 'plain');
    execFileSync(process.execPath, [join(root, 'dist/cli/isms.cjs'), 'export', 'site', folder, '-o', plain]);
    const context = await browser.newContext({ locale: 'en-US' });
    try {
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(plain, 'index.html')).href);
      await page.locator('svg').first().waitFor();
      expect(await page.locator('#past').count(), 0);
      await show(page, 'trends');
      await page.locator('.note', { hasText: 'isms export site --history' }).waitFor();
    } finally {
      await context.close();
    }
  });

  for (const [theme, options] of Object.entries(themes)) {
    await test(`axe finds nothing in the past, ${theme}`, () =>
      on(options, 'past=yes', async page => {
        await page.locator('#moment').focus();
        await page.keyboard.press('Home');
        await page.keyboard.press('ArrowRight');
        await page.locator('.notice.then').waitFor();
        await page.screenshot({ path: join(shots, `pictures-past-${theme.replace(' ', '-')}.png`), fullPage: true });
        await audit(page);
        await show(page, 'trends');
        await page.screenshot({ path: join(shots, `pictures-trends-${theme.replace(' ', '-')}.png`), fullPage: true });
      }));
  }

  const axeFinds = (page: Page): Promise<unknown> =>
    page.evaluate(
      `${axe};axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    );

  await test('a meeting goes through the risks by keys, on the whole screen, and ends with Esc', () =>
    on({}, '', async page => {
      await page.locator('#owner').selectOption('Cto');
      await page.locator('#meeting').click();
      await page.waitForFunction('document.fullscreenElement !== null');
      const position = page.locator('.position span');
      const [, count = 0] = /^1 of (\d+)$/.exec((await position.textContent()) ?? '') ?? [];
      const named = async (): Promise<string> => (await page.locator('.meeting').getAttribute('data-item')) ?? '';
      const first = await named();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('PageDown');
      expect(await position.textContent(), `3 of ${count}`);
      await page.keyboard.press('PageUp');
      await page.locator('#previous-item').click();
      expect([await position.textContent(), await named()], [`1 of ${count}`, first]);
      // Who hears the page is told where it is.
      await page
        .locator('[role=status].announcement', { hasText: `1 of ${count}: ${first}` })
        .waitFor({ state: 'attached' });
      await page.locator('#next-item').click();
      const second = await named();
      await page.reload();
      expect([await position.textContent(), await named()], [`2 of ${count}`, second]);
      // A key that belongs to a field goes nowhere.
      await page.locator('#gaps').focus();
      await page.keyboard.press('ArrowRight');
      expect(await named(), second);
      await page.locator('#leave-meeting').focus();
      await page.keyboard.press('Escape');
      await page.locator('.details .kind', { hasText: second }).waitFor();
      expect(await page.locator('.meeting').count(), 0);
      expect(await page.evaluate('document.activeElement.id'), 'meeting');
      // On the whole screen a browser keeps Esc for itself, and only tells that the screen was given back.
      await page.locator('#meeting').click();
      await page.waitForFunction('document.fullscreenElement !== null');
      await page.evaluate('document.exitFullscreen()');
      await page.locator('.meeting').waitFor({ state: 'detached' });
      // The page's own button gives back the screen and goes on.
      await page.locator('#meeting').click();
      await page.waitForFunction('document.fullscreenElement !== null');
      await page.locator('#full-screen').click();
      await page.locator('#full-screen', { hasText: /^Full screen$/ }).waitFor();
      await page.locator('.meeting').waitFor();
    }));

  await test('what a meeting shows of a risk is what the text says, and where nothing can be written it says so', () =>
    on({}, 'meeting=risks&chosen=risk+R-013', async page => {
      const place = (await page.locator('.outcome code').textContent()) ?? '';
      const [path = '', line = ''] = place.split(':');
      const text = readFileSync(join(folder, path), 'utf8').split('\n')[Number(line) - 1] ?? '';
      if (!text.startsWith('risk R-013')) throw new Error(`${place}: ${text}`);
      expect(await page.locator('.outcome button').count(), 0);
      const accepted = await page.locator('.card dd', { hasText: 'Chief technology officer' }).allInnerTexts();
      if (!accepted.some(words => words.includes('2026-03-26') && words.includes('until 2027-03-25')))
        throw new Error(accepted.join(' | '));
      await page.locator('.matrix svg[aria-label*="after treatment"]').waitFor();
    }));

  await test('a text of the model is only ever a text in a meeting, too', () =>
    on({}, 'meeting=risks&chosen=risk+R-HOSTILE', async page => {
      expect(await page.locator('#meeting-title').textContent(), hostile);
      expect(await page.locator('img').count(), 0);
    }));

  await test('a meeting speaks the language of its reader', () =>
    on({ locale: 'de-DE' }, 'meeting=controls', async page => {
      await page.locator('#next-item', { hasText: 'Weiter' }).waitFor();
      await page.locator('.position', { hasText: /^1 von \d+/ }).waitFor();
    }));

  for (const [theme, options] of Object.entries(themes)) {
    for (const [size, [width, height]] of Object.entries(sizes)) {
      for (const agenda of ['risks', 'controls']) {
        await test(`axe finds nothing in a meeting about ${agenda}, ${theme}, ${size}`, () =>
          on({ ...options, viewport: { width, height } }, `meeting=${agenda}`, async page => {
            await page.locator('.meeting .card').first().waitFor();
            await page.screenshot({ path: join(shots, `meeting-${agenda}-${theme.replace(' ', '-')}-${size}.png`) });
            expect(await axeFinds(page), []);
            const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
            if (Number(over) > 0) throw new Error(`${over} pixels too wide`);
          }));
      }
    }
    for (const view of views) {
      await test(`axe finds nothing in ${view}, ${theme}`, () =>
        on(options, 'chosen=control+A.8.13', async page => {
          await show(page, view);
          const found = await page.evaluate(
            `${axe};axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
          );
          expect(found, []);
        }));
    }
  }

  for (const [size, [width, height]] of Object.entries(sizes)) {
    await test(`nothing is wider than the page, ${size}`, () =>
      on({ viewport: { width, height } }, 'chosen=risk+R-001', async page => {
        for (const view of views) {
          await show(page, view);
          await page.screenshot({ path: join(shots, `pictures-${view}-${size}.png`) });
          const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          if (Number(over) > 0) throw new Error(`${view} is ${over} pixels too wide`);
        }
        await show(page, 'landscape');
        await page.locator('#past').click();
        await page.locator('#moment').focus();
        await page.keyboard.press('Home');
        await page.locator('.notice.then').waitFor();
        await page.screenshot({ path: join(shots, `pictures-past-${size}.png`) });
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        if (Number(over) > 0) throw new Error(`the past is ${over} pixels too wide`);
      }));
  }
}

function expect(given: unknown, wanted: unknown): void {
  const [is, should] = [given, wanted].map(value => JSON.stringify(value));
  if (is !== should) throw new Error(`${is} instead of ${should}`);
}
