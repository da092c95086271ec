import fc from 'fast-check';

/** The kinds that the tests of the text layer know. */
export const kinds: ReadonlySet<string> = new Set(
  'isms scope role person party asset threat vulnerability risk control evidence document objective'.split(' '),
);

const name = fc.constantFrom('A', 'R-001', 'CustomerDb', 'A.8.13', 'PR.AA-01', 'Zürich', 'risk', '_x', 'B2');
const title = fc.constantFrom(
  'T',
  'Restore test',
  '5×5 {',
  'a \\" quote',
  '// none',
  '/* none',
  '} risk B \\"x',
  'café',
);

const line = fc.constantFrom(
  'owner: Ciso',
  'threat: Ransomware',
  'controls: A.8.7, A.8.8',
  'treatment: modify // or share }',
  'top-management',
  'due: 2026-06-30  status: done',
  'action "Backups" { owner: Ciso  due: 2026-06-30 }',
  'residual {\n    likelihood: unlikely\n  }',
  '/* a comment with { and " */',
  '// a comment with } and """',
  'title: "a } in a \\"string\\""',
  'implementation: """\n    Prose with } and "quotes",\n\n    risk of fire\n  """',
  'notes: """\nrisk of fire: at column 0\nthreat: here\n"""',
);

/** A declaration with a body, formatted as usual, so that damage to it can be told apart from damage to its neighbours. */
export const bodied = fc
  .record({
    kind: fc.constantFrom('risk', 'control', 'asset', 'scope', 'document'),
    names: fc.array(name, { maxLength: 2 }),
    title: fc.option(title, { nil: undefined }),
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
    rest: fc.constantFrom('', '', ' // closes it', ' /* closes it */'),
  })
  .map(d => {
    const head = [d.kind, d.names.join(', '), d.title === undefined ? '' : `"${d.title}"`, '{']
      .filter(Boolean)
      .join(' ');
    return `${head}\n${d.lines.map(text => `  ${text}\n`).join('')}}${d.rest}\n`;
  });

/** A declaration on one line, without a body. */
export const bodiless = fc
  .tuple(fc.constantFrom('role', 'threat'), name, title)
  .map(([k, n, t]) => `${k} ${n} "${t}"\n`);

/** What may stand above a declaration. */
export const trivia = fc.constantFrom(
  '',
  '',
  '\n',
  '\n// about it\n',
  '// one\n// two\n',
  '\n/* about it */\n',
  '\n/*\nrisk Old "given up" {\n}\n*/\n',
);
