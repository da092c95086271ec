import { describe, expect, it } from 'vitest';
import { hover } from '../../src/ide/hover.ts';
import { nodeTypes } from '../../src/language/schema.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { acme, atCursor, uri } from './workspace-with-cursor.ts';

/** What is shown at `<|>`, with the words that it is about. */
function hoverAt(
  marked: string,
  others?: Readonly<Record<string, string>>,
): { contents: string; word: string } | undefined {
  const { workspace, position, text } = atCursor(marked, others);
  const card = hover(workspace, uri, position, rules);
  if (!card) return undefined;
  const lines = text.split('\n');
  expect(card.range.start.line).toBe(card.range.end.line);
  const word = lines[card.range.start.line]?.slice(card.range.start.character, card.range.end.character) ?? '';
  return { contents: card.contents, word };
}

describe('hover on controls', () => {
  it('tells title, theme, attributes, standing, what it treats and what it was', () => {
    const card = hoverAt('risk R-2 { controls: A.8<|>.13 }');
    expect(card?.word).toBe('A.8.13');
    for (const fact of [
      '**A.8.13 Information backup**',
      'Technological controls · corrective',
      'Statement of Applicability: **applicable**, implemented, owner `Ciso`.',
      'Treats `R-001`, `R-2`.',
      'Required by `Gdpr28` (LR).',
      '“Restores service”',
      'Before 2022: A.12.3.1 Information backup.',
    ]) {
      expect(card?.contents).toContain(fact);
    }
  });

  it.each([
    ['risk R-2 { controls: A.8.7<|> }', 'Statement of Applicability: undecided. Named by `R-001`, `R-2`.'],
    ['risk R-2 { controls: A.5.2<|>3 }', 'New in 2022.'],
    ['control <|>A.7.4 { applicable: no because: no-such-asset }', '**excluded**.  \nGround: no-such-asset.'],
    ['control A.7.1, A.<|>7.2 { applicable: inherited from Hoster }', '**A.7.2 Physical entry**'],
    ['control A.7.1, A.<|>7.2 { applicable: inherited from Hoster }', '**inherited from `Hoster`**'],
    ['risk R-2 { controls: A.9<|>.4.2 }', 'Since 2022: `A.8.5` Secure authentication.'],
    ['control A.9<|>.4.2 { }', 'Since 2022: `A.8.5` Secure authentication.'],
    ['audit A { covers: 9.<|>2 }', 'Internal audit'],
    ['mapping M { to: Annex<|>A }', '*built-in catalogue* `AnnexA`'],
    ['mapping M { to: AnnexA PR.AA-0<|>3 -> A.8.5 }', '- ISO/IEC 27001:2022, Annex A: `A.8.5`, `A.5.15`, `A.5.16`'],
    ['mapping M { to: Iso27001 PR.AA-03 -> 9<|>.2 }', '**9.2 Internal audit** (ISO/IEC 27001:2022, clauses 4 to 10)'],
  ])('%s', (marked, expected) => {
    expect(hoverAt(marked)?.contents).toContain(expected);
  });
});

describe('hover on risks', () => {
  const card = (properties: string, others?: Readonly<Record<string, string>>): string =>
    hoverAt(`risk R<|>-2 "Fire" {\n  ${properties}\n}`, others)?.contents ?? '';

  it('computes the levels by the method, with numbers', () => {
    const text = card(
      'likelihood: likely impact: severe current { impact: major } residual { likelihood: rare } owner: Ceo treatment: modify, share controls: A.8.7',
    );
    expect(text).toContain('*risk* `R-2` **Fire**');
    expect(text).toContain('Inherent: likely (4) × severe (5) = 20, **critical**, above the appetite (medium)');
    expect(text).toContain('Current: likely (4) × major (4) = 16, **high**, above the appetite (medium)');
    expect(text).toContain('Residual: rare (1) × major (4) = 4, **low**, within the appetite (medium)');
    for (const fact of ['Owner: `Ceo`', 'Treatment: modify, share', 'Controls: `A.8.7`']) expect(text).toContain(fact);
  });

  it('says which impact counts where several are stated', () => {
    expect(card('likelihood: likely impact: confidentiality minor, availability major')).toContain(
      'likely (4) × the gravest of minor confidentiality (1), major availability (4) = 16, **high**',
    );
  });

  it.each([
    ['likelihood: often impact: severe', 'Inherent: not computable by the method'],
    ['owner: Ceo', 'Not analysed yet'],
    ['accepted: 2026-01-01 by Ceo until 2027-01-01', 'Accepted: 2026-01-01 by `Ceo` until 2027-01-01'],
    ['owner: Ceo', 'Referred to by nothing.'],
  ])('%s', (properties, expected) => {
    expect(card(properties)).toContain(expected);
  });

  it('follows a sum and a matrix', () => {
    const sum = { 'acme.isms': acme.replace('appetite: medium', 'appetite: medium formula: sum') };
    expect(card('likelihood: likely impact: severe', sum)).toContain('likely (4) + severe (5) = 9, **medium**');
    const matrix = {
      'acme.isms':
        'isms A {}\nmethod "m" {\n likelihood { 1: rare 2: often }\n impact { 1: minor 2: major }\n levels { low high }\n' +
        ' matrix { rare: low, low often: low, high }\n appetite: low\n}\n',
    };
    expect(card('likelihood: often impact: major', matrix)).toContain(
      'Inherent: often (2), major (2): **high**, above the appetite (low)',
    );
  });
});

describe('hover on other declarations', () => {
  it.each([
    [
      'risk R { assets: Customer<|>Db }',
      ['*asset* `CustomerDb` **Customer database**', 'Owner: `Ceo`', 'Depends on `Postgres`', 'Risks: `R-001`, `R`'],
    ],
    [
      'risk R { assets: Post<|>gres }',
      ['Values: confidentiality high', 'Needed by `CustomerDb`', '2 references in 2 declarations.'],
    ],
    ['risk R { owner: Ci<|>so }', ['*role* `Ciso`', 'Held by `Jane`']],
    ['asset X { owner: Ce<|>o }', ['top-management']],
    ['asset X { owner: Ja<|>ne }', ['*person* `Jane` **Jane Doe**', 'roles: `Ciso`']],
    ['control A.5.1 { because: Gdp<|>r28 }', ['*requirement* `Gdpr28`', 'Of party Customers', 'kind: legal']],
    ['control A.5.1 { evidence: Restore<|>Test }', ['collected: 2026-02-11']],
    [
      'document Pol<|>icy "P" { approved: 2026-01-01 by Ceo review: every 12 months }',
      ['approved: 2026-01-01 by `Ceo`', 'review: 12 months'],
    ],
    ['risk R { threat: Ransom<|>ware }', ['*built-in threat* `Ransomware`', 'Usually treated by']],
    ['control ACME-<|>1 "Own" { applicable: yes }', ['*control* `ACME-1` **Own**', '**applicable**']],
  ])('%s', (marked, facts) => {
    const contents = hoverAt(marked)?.contents;
    for (const fact of facts) expect(contents).toContain(fact);
  });

  it('tells text from the model as text', () => {
    const contents = hoverAt(
      'asset <|>X "<img src=x> **bold** [a](command:b) `c`" { description: "<script>| # ~~x~~" }',
    )?.contents;
    expect(contents).toContain('**\\<img src=x\\> \\*\\*bold\\*\\* \\[a\\](command:b) \\`c\\`**');
  });
});

describe('hover on the language', () => {
  it.each([
    ['ris<|>k R { }', 'risk', '*declaration* `risk`'],
    ['risk R { ow<|>ner: Ceo }', 'owner', 'Who is accountable for the risk'],
    ['risk R {\n  resi<|>dual { }\n}', 'residual', 'What remains when the treatment is complete'],
    ['risk R { residual { like<|>lihood: rare } }', 'likelihood', 'How likely it remains'],
    ['role R { top-<|>management }', 'top-management', 'belongs to top management'],
    ['role R "x" { top-management ext<|>ernal }', 'external', 'held outside the organisation'],
    ['control A.5.1 { status: par<|>tial }', 'partial', 'Works in part'],
    ['control A.5.1 { applicable: inher<|>ited from Hoster }', 'inherited', 'A supplier performs the control'],
    ['control A.5.1 { because: no-such-<|>asset }', 'no-such-asset', 'There is no asset'],
    ['risk R { likelihood: cer<|>tain }', 'certain', '`certain`: 5 of 5, more than once a year'],
    ['risk R { impact: ma<|>jor }', 'major', '`major`: 4 of 5'],
    ['risk R { impact: avail<|>ability major }', 'availability', 'loss of availability'],
    ['method "m" { appetite: me<|>dium }', 'medium', 'scores 5 to 9'],
    ['asset X { integrity: hi<|>gh }', 'high', '`high`: 3 of 3'],
    ['objective O { due: 2026-03-<|>13 }', '2026-03-13', 'Friday, in 12 days (as of 2026-03-01)'],
    ['objective O { due: 2026-02-<|>28 }', '2026-02-28', 'Saturday, 1 day ago'],
    ['objective O { due: <|>2026-03-01 }', '2026-03-01', 'Sunday, today'],
    ['risk R { review: every 12 mon<|>ths }', 'months', 'How often it is assessed again'],
    ['// isms-ignore soa/missing-<|>justification: later\ncontrol A.5.1 { }', 'soa/missing-justification', 'why'],
  ])('%s', (marked, word, expected) => {
    const card = hoverAt(marked);
    expect(card?.contents).toContain(expected);
    expect(card?.word).toBe(word);
  });

  it.each([
    'risk R "ti<|>tle" { }',
    'risk R { scenario: "own<|>er" }',
    '// own<|>er\nrisk R { }',
    '<|>',
    'risk R {  <|>  }',
  ])('%s: nothing', marked => {
    expect(hoverAt(marked)).toBeUndefined();
  });

  it('has nothing to tell of a date that there is not but what its finding means', () => {
    expect(hoverAt('objective O { due: 2026-02-3<|>1 }')?.contents).toMatch(/^\*\*syntax\/invalid-date\*\*/);
  });

  it('has something to say about every key', () => {
    for (const nodeType of Object.values(nodeTypes).filter(candidate => candidate.top)) {
      for (const { key, form } of nodeType.properties.filter(property => property.key)) {
        const body = form === 'value' ? `<|>${key}: ` : `<|>${key} `;
        expect(hoverAt(`${nodeType.keyword} X "x" { ${body}}`, {})?.contents, `${nodeType.name} ${key}`).toContain(
          `\`${key}\``,
        );
      }
    }
  });
});
