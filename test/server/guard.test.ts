import { describe, expect, test } from 'vitest';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Guard } from '../../server/guard.ts';

function guarded() {
  const logged: string[] = [];
  return { logged, guard: new Guard(connectionWith(message => void logged.push(message))) };
}

/** As much of a connection as a guard needs. */
const connectionWith = (error: (message: string) => void): ConstructorParameters<typeof Guard>[0] =>
  ({ console: { error, warn: error }, sendNotification: async () => {} }) as never;

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
    expect(logged[0]).toMatch(/^ISMS: textDocument\/hover failed: TypeError: of undefined\n +at /);
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

describe('what nobody waits for', () => {
  test('is logged by name if it fails, and ends nothing', async () => {
    const { guard, logged } = guarded();
    guard.run('beginning a day', fails);
    guard.promise('closing a document', Promise.reject(new Error('no disk')));
    await Promise.resolve();
    expect(logged.map(text => text.split('\n')[0])).toEqual([
      'ISMS: beginning a day failed: TypeError: of undefined',
      'ISMS: closing a document failed: Error: no disk',
    ]);
  });

  test('is logged once where it fails in the same way again and again', () => {
    const { guard, logged } = guarded();
    const error = new Error('the same');
    for (let i = 0; i < 100; i++) guard.log({ name: 'checking', error });
    expect(logged).toHaveLength(1);
  });

  test('fills no log where it fails in another way each time', () => {
    const { guard, logged } = guarded();
    for (let i = 0; i < 5000; i++) guard.log({ name: 'checking', error: `${i}` });
    expect(logged).toHaveLength(1000);
  });

  test('survives a log that fails', () => {
    const guard = new Guard(connectionWith(fails));
    expect(() => guard.run('checking', fails)).not.toThrow();
  });
});
