import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import type { Setting } from '../main.ts';
import { taskIn } from '../task.ts';

/** Bounds each wait, ms. */
const patience = 60_000;

/** What the page has beside the document. */
interface Scope {
  view: {
    state: { doc: { toString(): string; line(number: number): { from: number; to: number } } };
    dispatch(spec: object): void;
    focus(): void;
    coordsAtPos(offset: number): { left: number; top: number; bottom: number } | null;
  };
}

/** CodeMirror's client in Chromium, with the server in a worker. */
export async function runCodeMirror({ root, program, folder, shots, report }: Setting): Promise<void> {
  const { reference, former, completed } = taskIn(folder);
  // All of them: the server also asks whether the evidence that an ISMS names is there.
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .sort()
    .map((path): [string, string] => [pathToFileURL(path).href, readFileSync(path, 'utf8')]);
  const given = { rootUri: pathToFileURL(folder).href, uri: pathToFileURL(reference.path).href, files };
  const server = await serve(root, given);
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 620 }, locale: 'en-US' });
    page.setDefaultTimeout(patience);
    const faults: string[] = [];
    page.on('pageerror', error => faults.push(error.message));
    const shot = (name: string) => () =>
      page.screenshot({ path: join(shots, `codemirror-${name}.png`) }).then(() => undefined);
    const test = (title: string, run: () => Promise<void>): Promise<void> =>
      report.test(`CodeMirror ${title}`, run, shot('failed'));
    const written = readFileSync(reference.path, 'utf8').split(/\r?\n/)[reference.line] ?? '';

    await test('marks what is wrong in a line, and no longer when it is mended', async () => {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.waitForFunction('globalThis.view');
      await setLine(page, reference.line, written.slice(0, reference.start) + former.old);
      const mark = page.locator('.cm-lintRange', { hasText: former.old });
      await mark.waitFor();
      await mark.hover();
      await page.locator('.cm-tooltip-lint', { hasText: former.old }).first().waitFor();
      await shot('finding')();
      await setLine(page, reference.line, written);
      await mark.waitFor({ state: 'detached' });
    });

    await test('completes a control by its number', async () => {
      await setLine(page, reference.line, written.slice(0, reference.start));
      await page.keyboard.type(completed.slice(0, -1));
      await page.keyboard.press('Control+Space');
      await page.locator('.cm-tooltip-autocomplete li', { hasText: completed }).first().waitFor();
      await shot('completion')();
      await page.keyboard.press('Escape');
      await setLine(page, reference.line, written);
    });

    await test('shows a control on hover', async () => {
      const place = await page.evaluate(
        ([line, column]) => {
          const { view } = globalThis as unknown as Scope;
          return view.coordsAtPos(view.state.doc.line(line + 1).from + column + 1);
        },
        [reference.line, reference.start] as const,
      );
      if (!place) throw new Error('the control is out of sight');
      await page.mouse.move(5, 5);
      await page.mouse.move(place.left + 2, (place.top + place.bottom) / 2, { steps: 3 });
      await page.locator('.cm-tooltip-hover', { hasText: reference.title }).first().waitFor();
      await shot('hover')();
    });

    await test('formats', async () => {
      const text = (): Promise<string> =>
        page.evaluate(() => (globalThis as unknown as Scope).view.state.doc.toString());
      const before = await text();
      await setLine(page, reference.line, `       ${written}`);
      await page.keyboard.press('Shift+Alt+F');
      await page.waitForFunction(
        expected => (globalThis as unknown as Scope).view.state.doc.toString() === expected,
        before,
      );
      if (faults.length > 0) throw new Error(faults.join('\n'));
    });
  } finally {
    await browser.close();
    server.close();
  }
}

/** Makes a text that of a line, counted from 0, with the cursor at its end. */
const setLine = (page: Page, line: number, text: string): Promise<void> =>
  page.evaluate(
    ([number, insert]) => {
      const { view } = globalThis as unknown as Scope;
      const { from, to } = view.state.doc.line(number + 1);
      view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length } });
      view.focus();
    },
    [line, text] as const,
  );

/** The page, its script, the server's script and what the page is given, on this machine only. */
async function serve(root: string, given: object): Promise<Server> {
  const built = await build({
    absWorkingDir: root,
    entryPoints: ['test/editors/codemirror/page.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
  });
  const html =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>ISMS</title><link rel="icon" href="data:,">' +
    '<style>body{margin:8px}.cm-editor{height:600px;font-size:14px}</style><body><script type="module" src="/page.js"></script>';
  const served: Record<string, [string, string]> = {
    '/': ['text/html', html],
    '/page.js': ['text/javascript', built.outputFiles[0]?.text ?? ''],
    '/server.js': ['text/javascript', readFileSync(join(root, 'dist/server/web.js'), 'utf8')],
    '/given.json': ['application/json', JSON.stringify(given)],
  };
  const server = createServer(({ url = '' }, response) => {
    const [type, body] = served[url] ?? [];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type ?? 'text/plain'}; charset=utf-8` });
    response.end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return server;
}
