import { describe, expect, test } from 'vitest';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { makeGuard } from '../../server/guard.ts';

function guarded() {
  const logged: string[] = [];
  return { logged, guard: makeGuard({ error: message => logged.push(message) }) };
}

const fails = (): never => {
  throw new TypeError('of undefined');
};

/** What a call throws or rejects with. */
async function thrownBy(call: () => unknown): Promise<unknown> {
  try {
    return void (await call());
  } catch (error) {
    return error;
  }
}

describe('a request', () => {
  test('that works is answered, at once or later', async () => {
    const { guard, logged } = guarded();
    expect(guard.request('hover', (a: number, b: number) => a + b)(1, 2)).toBe(3);
    expect(await guard.request('hover', async (a: number) => a)(1)).toBe(1);
    expect(logged).toEqual([]);
  });

  test.each([
    ['throws', fails],
    ['rejects', async () => fails()],
  ])('that %s is answered with an error that names it, and its stack is logged', async (_, handle) => {
    const { guard, logged } = guarded();
    const error = await thrownBy(guard.request('textDocument/hover', handle));
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: 'textDocument/hover failed: of undefined. Please report it.',
    });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(/^textDocument\/hover failed: TypeError: of undefined\n +at /);
  });

  test('that is refused says so itself, and nothing is logged', async () => {
    const { guard, logged } = guarded();
    const refusal = new ResponseError(LSPErrorCodes.RequestFailed, 'This cannot be renamed.');
    const refuse = () => {
      throw refusal;
    };
    expect(await thrownBy(guard.request('rename', refuse))).toBe(refusal);
    expect(await thrownBy(guard.request('rename', async () => refuse()))).toBe(refusal);
    expect(logged).toEqual([]);
  });

  test.each([[undefined], [null], ['a text'], [Object.create(null)], [{ toString: fails }]])(
    'may throw anything: %#',
    async thrown => {
      const { guard } = guarded();
      const error = await thrownBy(
        guard.request('hover', () => {
          throw thrown;
        }),
      );
      expect(error).toBeInstanceOf(ResponseError);
    },
  );
});

describe('a notification and work in the background', () => {
  test('that fail are logged by name, and end nothing', async () => {
    const { guard, logged } = guarded();
    guard.notification('didOpen', fails)();
    guard.notification('didClose', async () => fails())();
    guard.background('keeping', fails);
    await Promise.resolve();
    await Promise.resolve();
    expect(logged.map(text => text.split(':')[0])).toEqual(['didOpen failed', 'keeping failed', 'didClose failed']);
  });

  test('that fail in the same way again and again are logged once', () => {
    const { guard, logged } = guarded();
    const error = new Error('the same');
    const handle = guard.notification('didChange', () => {
      throw error;
    });
    for (let i = 0; i < 100; i++) handle();
    expect(logged).toHaveLength(1);
  });

  test('survive a log that fails', () => {
    const guard = makeGuard({ error: fails });
    expect(() => guard.notification('didOpen', fails)()).not.toThrow();
  });
});
