/** How a server ends: with code 0 after `shutdown`, else with 1; and with its client. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBundles } from '../cli/bundle.ts';

const message = (content: object): string => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

const initialize = message({ id: 1, method: 'initialize', params: { processId: null, capabilities: {} } });
const shutdown = message({ id: 2, method: 'shutdown' });
const exit = message({ method: 'exit' });

describe('the server', () => {
  let bundles: ReturnType<typeof buildBundles>;
  beforeAll(() => {
    bundles = buildBundles('server');
  });
  afterAll(() => bundles.remove());

  test.each([
    ['exit after shutdown', [initialize, shutdown, exit], 0],
    ['exit alone', [initialize, exit], 1],
    ['exit before all', [exit], 1],
    ['the end of its input', [initialize], 1],
    ['the end of its input after shutdown', [initialize, shutdown], 0],
  ])('ends after %s', async (_, messages, code) => {
    const child = spawn(process.execPath, [join(bundles.dist, 'server/node.cjs'), '--stdio']);
    const ended = once(child, 'exit');
    child.stdin.write(messages.join(''));
    // The end of the input counts once all before it is answered.
    const answers = messages.filter(text => text.includes('"id"')).length;
    let said = '';
    child.stdout.on('data', data => {
      said += data;
      if (said.split('"id"').length > answers) child.stdin.end();
    });
    expect(await ended).toEqual([code, null]);
  });
});
