import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { split } from '../../../src/syntax/text/splitter.ts';
import { type WorkCounter, workCounter } from '../../work.ts';
import { kinds } from './sample.ts';

/** The pieces of a text, each as what is before the body, the body, and what is behind it. */
function pieces(text: string, from = 0): [string, string, string][] {
  return [...split(text, kinds, from)].map(p => [
    text.slice(p.start, p.bodyStart),
    text.slice(p.bodyStart, p.bodyEnd),
    text.slice(p.bodyEnd, p.end),
  ]);
}

/** The bodies only. */
const bodies = (text: string) => pieces(text).map(([, body]) => body);

describe('what belongs to a declaration', () => {
  test('an empty text has no pieces', () => expect(pieces('')).toEqual([]));

  test('comments and space before it, and the rest of its last line', () =>
    expect(pieces('// a\n\nrisk A { } // of A\n /* b */ risk B {\n} /* of\nB */ // too\n\n// end\n')).toEqual([
      ['// a\n\n', 'risk A { }', ' // of A\n'],
      [' /* b */ ', 'risk B {\n}', ' /* of\nB */ // too\n'],
      ['\n// end\n', '', ''],
    ]));

  test('no body is needed, nor a brace on the line of the head', () =>
    expect(bodies('role Ceo "Chief"\nrole Ciso\nrisk A "x"\n// c\n{ owner: Ciso }\nscope "S" {}')).toEqual([
      'role Ceo "Chief"',
      'role Ciso',
      'risk A "x"\n// c\n{ owner: Ciso }',
      'scope "S" {}',
    ]));

  test('the layout does not matter', () =>
    expect(pieces('  role A   role B "x" risk risk { } control A.7.1,\n A.7.2 { }\n\tasset C {}')).toEqual([
      ['  ', 'role A', '   '],
      ['', 'role B "x"', ' '],
      ['', 'risk risk { }', ' '],
      ['', 'control A.7.1,\n A.7.2 { }', '\n'],
      ['\t', 'asset C {}', ''],
    ]));

  test('braces in strings, text blocks and comments do not count', () =>
    expect(bodies('risk A { a: "}" b: """ } " ""\n}""" /* } */ // }\n c: "\\"}" }\nrisk B {}')).toHaveLength(2));

  test('commented-out declarations between two declarations are trivia', () =>
    expect(pieces('risk A {}\n/*\nrisk Old "x" {\n}\n*/\nrisk B {}').map(([before]) => before)).toEqual([
      '',
      '/*\nrisk Old "x" {\n}\n*/\n',
    ]));

  test.each(['\n', '\r\n', '\r'])('line ends %j', end =>
    expect(pieces(['// a', 'risk A "x" {', '}// c', '', 'role B', 'role C', ''].join(end))).toEqual([
      [`// a${end}`, `risk A "x" {${end}}`, `// c${end}`],
      [end, 'role B', end],
      ['', 'role C', end],
    ]),
  );

  test('a byte order mark and other white space are trivia', () =>
    expect(pieces('\uFEFFrisk A {}\n\u00A0\u3000\n').map(([before]) => before)).toEqual(['\uFEFF', '\u00A0\u3000\n']));

  test('names may hold letters of other scripts, dots and hyphens', () =>
    expect(bodies('role risk-owner\nrole Łódź "x"\nrole 役割\nrisk-2\n')).toEqual([
      'role risk-owner',
      'role Łódź "x"',
      'role 役割',
      'risk-2',
    ]));
});

describe('where reading resumes', () => {
  test('outside braces: at a kind at column 0 that is no key', () =>
    expect(bodies('risk A "x"\nowner: B\nthreat: C\nthreat : C\n}\n risk\nrisk\nrisk B {}')).toEqual([
      'risk A "x"\nowner: B\nthreat: C\nthreat : C\n}',
      'risk',
      'risk',
      'risk B {}',
    ]));

  test('behind a complete declaration: at any word at column 0 that is no key', () =>
    expect(bodies('risk A {\n}\nris\nrisk B {\n}\nris A {\n}\nkey: x\n}\nrole C\nro')).toEqual([
      'risk A {\n}',
      'ris',
      'risk B {\n}',
      'ris A {\n}\nkey: x\n}',
      'role C',
      'ro',
    ]));

  test.each(['risk A {', 'risk A { a: """', 'risk A { /*', 'risk A /* b', 'risk A { } /* c'])(
    'inside %j: only at a full head on a line of its own',
    open => {
      const swallowed =
        'risk\nrisk B\n threat C "x" {\nrisk of fire: "x" {\nrisk C, "x" {\nrisk D "x {\nrisk A B {\nrole "x"';
      for (const head of [
        'risk A.1, 9.2 "x" {',
        'scope "x" {',
        'scope {',
        'risk risk{',
        'role Ciso "Chief"',
        'role A "B" // c',
      ]) {
        const found = bodies(`${open}\n${swallowed}\n${head}\n`);
        expect(found[0], head).toBe(`${open}\n${swallowed}`);
        expect(found[1], head).toMatch(head.replace(/ \/\/.*/, ''));
        expect(found, head).toHaveLength(2);
      }
    },
  );

  test('a string ends at its line', () =>
    expect(bodies('risk A "x {\nrisk B { a: "y\\\n}\nrisk C {}')).toEqual([
      'risk A "x {',
      'risk B { a: "y\\\n}',
      'risk C {}',
    ]));

  test('empty lines and comments at column 0 go with the head at which reading resumes', () =>
    expect(pieces('risk A {\n  b: c\n  // of A\n\n// one\n/* two */\n\n// three\nrisk B {}')).toEqual([
      ['', 'risk A {\n  b: c\n  // of A', '\n'],
      ['\n// one\n/* two */\n\n// three\n', 'risk B {}', ''],
    ]));

  test('a comment opened between declarations and never closed ends at the next full head', () => {
    const text = 'risk A {}\n/* a\nrisk b\n// c\nrisk B {}\n';
    expect(pieces(text)).toEqual([
      ['', 'risk A {}', '\n'],
      ['/* a\nrisk b\n// c\n', 'risk B {}', '\n'],
    ]);
    expect([...split(text, kinds)].map(p => p.unclosedComment)).toEqual([false, true]);
    expect([...split(`${text}/* b */`, kinds)].map(p => p.unclosedComment)).toEqual([false, false]);
    expect(pieces(`${text}/* b */`)).toHaveLength(2);
  });

  test('conflict markers outside braces stand for themselves', () =>
    expect(
      bodies(
        'risk A {}\n<<<<<<< HEAD /*\nrisk B "x" {\n}\n||||||| base\n=======\nrisk B "y" {\n}\n>>>>>>> """\nrisk C {}\n====\n',
      ),
    ).toEqual([
      'risk A {}',
      '<<<<<<< HEAD /*',
      'risk B "x" {\n}',
      '||||||| base',
      '=======',
      'risk B "y" {\n}',
      '>>>>>>> """',
      'risk C {}\n====',
    ]));

  test('conflict markers inside braces hide what follows on their line', () =>
    expect(bodies('risk A {\n<<<<<<< a/*b\n  x: y\n=======\n  x: z\n>>>>>>> """{\n}\nrisk B {}')).toHaveLength(2));
});

test('splitting again from any boundary gives the same', () => {
  const text =
    '// a\nrisk A {\nrisk B "x" {\n}\nrole C role D\n/* x */ } <\n/* open\nrisk E "y" { } asset F\n=======\n';
  const all = [...split(text, kinds)];
  expect(all.length).toBeGreaterThan(6);
  expect(all.map(p => p.start)).toEqual([0, ...all.slice(0, -1).map(p => p.end)]);
  for (const [index, piece] of all.entries()) expect([...split(text, kinds, piece.start)]).toEqual(all.slice(index));
});

describe('takes linear time', () => {
  let counter: WorkCounter;
  beforeAll(async () => {
    counter = await workCounter();
  });
  afterAll(() => counter.stop());

  /** Blocks run, and characters that the engine searches through by itself. */
  async function workOn(text: string): Promise<number> {
    let searched = 0;
    const original = String.prototype.indexOf;
    const spy = vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, sought, from = 0) {
      const found = original.call(this, sought, from);
      searched += (found < 0 ? this.length : found) - from;
      return found;
    });
    let end = 0;
    const ran = await counter.count(() => {
      for (const piece of split(text, kinds)) end = piece.end;
    });
    spy.mockRestore();
    expect(end).toBe(text.length);
    return ran + searched;
  }

  /** The engine loses counts while it optimizes, and never counts what did not run. */
  async function mostWorkOn(text: string): Promise<number> {
    let most = 0;
    for (let run = 0; run < 5; run++) most = Math.max(most, await workOn(text));
    return most;
  }

  test.each([
    '/*',
    '"""',
    '{',
    '/*\nrisk A "x" {\n',
    '/*\nrisk A "x" {}\n',
    'risk A ',
    '=======\n',
    '"',
    'risk A {}\n/**/',
    '\n{/*',
    '\n"""',
    'risk A\n/*\n',
  ])('%j, over and over', async part => {
    await workOn(part.repeat(500));
    await counter.reset();
    const once = await mostWorkOn(part.repeat(1_000));
    const fourTimes = await mostWorkOn(part.repeat(4_000));
    expect(fourTimes).toBeLessThan(4.4 * once + 1_000);
  });
});
