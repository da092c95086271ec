/** `isms serve`: who gets what, and that the page follows the files. Real requests; each wait ends with what it waits for. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type RequestOptions, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { News } from '../../../src/pictures/data.ts';
import { folderWith, isms, type Run } from '../isms.ts';
import { commitInto, repositoryWith } from '../repository.ts';

const files = {
  'a.isms': 'isms Small "Small & <Co>" { organization: "Small Ltd." }\n',
  'risks.isms': 'risk R-1 "Fire" {}\n',
};

interface Running {
  readonly folder: string;
  readonly url: URL;
  readonly end: () => Promise<Run>;
}

const running: Running[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.end();
});

/** Begins to serve, and resolves once the address is printed. */
async function served(
  given: Readonly<Record<string, string>> | string = files,
  ...options: readonly string[]
): Promise<Running> {
  const folder = typeof given === 'string' ? given : folderWith(given);
  let end = (): void => {};
  const interrupted = new Promise<void>(resolve => {
    end = resolve;
  });
  let run: Promise<Run> | undefined;
  const printed = new Promise<string>((resolve, reject) => {
    const write = (content: string | Uint8Array) => void resolve(String(content));
    run = isms(['serve', '.', ...options], { cwd: folder, interrupted, write });
    run.then(({ stderr }) => reject(new Error(stderr)));
  });
  const [url = ''] = /http:\S+/.exec(await printed) ?? [];
  const one: Running = {
    folder,
    url: new URL(url),
    end: () => {
      end();
      return run as Promise<Run>;
    },
  };
  running.push(one);
  return one;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks with a path as it stands, which `fetch` would tidy. */
const ask = ({ url }: Running, path: string, options: RequestOptions = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: url.hostname, port: url.port, path, agent: false, ...options }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on('error', reject).end();
  });

/** The news of the page, one after the other. */
async function* newsOf({ url }: Running): AsyncGenerator<News> {
  const response = await fetch(new URL('news', url));
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) yield JSON.parse(event.replace(/^data: /, ''));
  }
}

/** The next piece of news that satisfies a test. */
async function until(news: AsyncGenerator<News>, isIt: (news: News) => boolean): Promise<News> {
  for (;;) {
    const { value } = await news.next();
    if (!value) throw new Error('the news ended');
    if (isIt(value)) return value;
  }
}

const risksOf = (news: News): string[] =>
  news.kind === 'pictures' ? news.pictures.landscape.risks.map(({ id }) => id) : [];

describe('who gets the page', () => {
  test('whoever has the address: script and style by a nonce that is another one each time, and nothing from elsewhere', async () => {
    const one = await served();
    const [first, second] = [await ask(one, one.url.pathname), await ask(one, one.url.pathname)];
    expect(first.status).toBe(200);
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(String(first.headers['content-security-policy'])) ?? [];
    expect(first.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; img-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(first.text.match(/^<(?:script|style)[^>]*>/gm)).toEqual([
      `<style nonce="${nonce}">`,
      `<script nonce="${nonce}">`,
    ]);
    expect(second.text).not.toContain(nonce);
    expect(first.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    // The page is the same for every ISMS: what it shows it asks for.
    expect(first.text).not.toContain('Small');
  });

  test('as `localhost` too, and HEAD without the page', async () => {
    const one = await served();
    expect((await ask(one, one.url.pathname, { headers: { Host: `localhost:${one.url.port}` } })).status).toBe(200);
    for (const path of [one.url.pathname, `${one.url.pathname}news`, `${one.url.pathname}history`]) {
      const { status, text } = await ask(one, path, { method: 'HEAD' });
      expect([status, text]).toEqual([200, '']);
    }
  });

  test.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example:PORT'])(
    'nobody under the name “%s”',
    async name => {
      const one = await served();
      const host = name.replace('PORT', one.url.port);
      const { status, text } = await ask(one, one.url.pathname, { headers: { Host: host } });
      expect(status).toBe(421);
      expect(text).toContain('isms serve');
    },
  );

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('nobody by %s', async method => {
    const one = await served();
    const { status, headers } = await ask(one, one.url.pathname, { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test.each([
    '/',
    '/news',
    '/TOKEN',
    '/TOKENx/',
    '/SHORT/',
    '//TOKEN/',
    '/TOKEN//',
    '/TOKEN/a.isms',
    '/TOKEN/news/',
    '/history',
    '/TOKEN/history/',
    '/TOKEN/history/HEAD',
    '/TOKENx/history',
    '/TOKEN/../TOKEN/../../etc/passwd',
    '/TOKEN/..%2f..%2fetc%2fpasswd',
    '/TOKEN/%2e%2e/risks.isms',
    '/TOKEN\\..\\risks.isms',
    '/?TOKEN/',
    'http://127.0.0.1/TOKEN/',
    '/undefined/',
  ])('nobody at %s', async path => {
    const one = await served();
    const token = one.url.pathname.slice(1, -1);
    expect(token.length).toBeGreaterThan(30);
    const answer = await ask(one, path.replaceAll('TOKEN', token).replace('SHORT', token.slice(0, -1)));
    expect(answer.status).toBe(404);
    expect(answer.text).not.toMatch(/R-1|root:|Small/);
  });

  test('only this machine: it listens nowhere else', async () => {
    const one = await served();
    expect(one.url.hostname).toBe('127.0.0.1');
    const other = await served();
    expect(other.url.pathname).not.toBe(one.url.pathname);
  });
});

describe('the history', () => {
  const historyOf = async (one: Running) => {
    const { status, headers, text } = await ask(one, `${one.url.pathname}history`);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'application/json; charset=utf-8',
      'no-store',
    ]);
    return JSON.parse(text);
  };

  test('is read when it is asked for, with the commits that there are then', async () => {
    const folder = repositoryWith([{ day: '2025-01-01', subject: 'Begin', files }]);
    const one = await served(folder);
    const subjects = async (): Promise<string[]> =>
      (await historyOf(one)).history.moments.map(({ subject }: { subject: string }) => subject);
    expect(await subjects()).toEqual(['Begin']);
    commitInto(folder, { day: '2025-02-01', subject: 'Go on', files: { 'risks.isms': '' } });
    expect(await subjects()).toEqual(['Begin', 'Go on']);
  });

  test('is told not to be there where there is no repository', async () => {
    expect(await historyOf(await served())).toEqual({ kind: 'no-history', why: 'no-repository' });
  });
});

describe('the page follows the files', () => {
  test('a risk that was written is there, and damage is told with what can be shown', async () => {
    const one = await served();
    const news = newsOf(one);
    const first = await until(news, () => true);
    expect(risksOf(first)).toEqual(['R-1']);
    expect(first).toMatchObject({ pictures: { isms: 'Small & <Co>', damage: [] } });
    writeFileSync(join(one.folder, 'more.isms'), 'risk R-2 "Flood" {}\n');
    await until(news, told => risksOf(told).includes('R-2'));
    writeFileSync(join(one.folder, 'more.isms'), 'risk R-2 "Flood" { oops\n');
    const damaged = await until(news, told => told.kind === 'pictures' && told.pictures.damage.length > 0);
    expect(risksOf(damaged)).toEqual(['R-1', 'R-2']);
    expect(damaged).toMatchObject({ pictures: { damage: [{ place: { path: 'more.isms', line: 1 } }] } });
    await news.return(undefined);
  });

  const method =
    'method "m" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n}\n';
  const hasMatrix = (told: News): boolean => told.kind === 'pictures' && told.pictures.landscape.matrix !== null;

  test('and those of an ISMS that it uses, which may be named or come later', async () => {
    const group = folderWith({ 'isms.isms': 'isms Group "Group" {\n}\n' });
    const uses = (path: string): string => `isms Small "Small" {\n  uses: "../${path}"\n}\n`;
    const one = await served({ ...files, 'a.isms': uses(basename(group)) });
    const news = newsOf(one);
    await until(news, () => true);
    writeFileSync(join(group, 'method.isms'), method);
    await until(news, hasMatrix);
    const later = `${basename(group)}-later`;
    writeFileSync(join(one.folder, 'a.isms'), uses(later));
    await until(news, told => !hasMatrix(told));
    renameSync(group, join(dirname(group), later));
    await until(news, hasMatrix);
    rmSync(join(dirname(group), later), { recursive: true });
    await until(news, told => !hasMatrix(told));
    await news.return(undefined);
  });

  test('what cannot be shown is told, and the last pictures stay for who comes then', async () => {
    const one = await served();
    const news = newsOf(one);
    await until(news, () => true);
    rmSync(join(one.folder, 'a.isms'));
    const problem = await until(news, ({ kind }) => kind === 'problem');
    expect(problem).toMatchObject({ message: expect.stringContaining('isms block') });
    const late = newsOf(one);
    expect(risksOf(await until(late, () => true))).toEqual(['R-1']);
    expect(await until(late, () => true)).toEqual(problem);
    writeFileSync(join(one.folder, 'a.isms'), files['a.isms'].replace('Small &', 'Large &'));
    await until(news, told => told.kind === 'pictures' && told.pictures.isms.startsWith('Large'));
    await Promise.all([news.return(undefined), late.return(undefined)]);
  });
});

describe('the command', () => {
  test('ends with 0 when it is interrupted, though pages are open', async () => {
    const one = await served();
    const news = newsOf(one);
    await until(news, () => true);
    const { code, stderr } = await one.end();
    expect([code, stderr]).toEqual([0, '']);
    await expect(fetch(one.url)).rejects.toThrow();
  });

  test('refuses a port that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(served(files, '--port', String(port))).rejects.toThrow(
      `Port ${port} is in use by another program. Choose another with --port`,
    );
    other.close();
  });

  test.each(['0x50', '-1', '65536', 'http', '', '1e3'])('refuses the port “%s”', async port => {
    const { code, stderr } = await isms(['serve', '.', `--port=${port}`], { cwd: folderWith(files) });
    expect(code).toBe(2);
    expect(stderr).toContain('number from 1 to 65535');
  });

  test('refuses where there is no ISMS, and where there are several', async () => {
    await expect(served({ 'b.isms': 'risk R-1 {}\n' })).rejects.toThrow('isms block');
    const two = { 'a/a.isms': 'isms A "A" {}\n', 'b/b.isms': 'isms B "B" {}\n' };
    await expect(served(two)).rejects.toThrow('several ISMSs');
  });
});
