/** No fix writes a decision unless it is applied by itself and its title says what it writes; and no template for an ISMS of one's own does. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../src/incremental/block.ts';
import { kindKeywords } from '../../src/language/schema.ts';
import type { Key } from '../../src/model/declaration.ts';
import { decisionKeys } from '../../src/rules/decisions.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { readDeclaration } from '../../src/syntax/read.ts';
import { ChunkedText } from '../../src/syntax/text/chunked-text.ts';
import { regionsOf } from '../../src/syntax/text/regions.ts';
import { starter } from '../../src/templates/starter/index.ts';
import { applyEdits, fixesFor } from '../../src/workspace/fixes.ts';
import { anyAnswers } from '../templates/any-answers.ts';
import { lost } from '../workspace/fix-harm.ts';
import { open, parseFixture } from './fixture.ts';
import { casesOf } from './fixture-files.ts';

/** They write what is there already in another spelling: an id, a name, a date, another word, a key without the character that nobody sees. */
const spelling = new Set([
  'control/superseded-id',
  'control/misspelt-id',
  'syntax/invalid-date',
  'syntax/odd-character',
  'syntax/synonym',
  'risk/step-number',
  'name/unresolved',
]);

/** Their titles name the scales that they write, not each word of them. */
const scales = new Set(['method/missing', 'method/incomplete']);

/** What is said by the properties that are decisions, as `key: value`. Placeholders (`""`) say nothing. */
function decisionsIn(text: string): string[] {
  return new ChunkedText(text, kindKeywords).chunks.flatMap(chunk => {
    const body = bodyOf(chunk);
    const said: string[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { $keys = [], $end = body.length } = value as { $keys?: readonly Key[]; $end?: number };
      $keys.forEach(({ key, end }, index) => {
        if (decisionKeys.has(key)) said.push(`${key}: ${valueIn(body, end, $keys[index + 1]?.start ?? $end)}`);
      });
      for (const [field, inner] of Object.entries(value)) if (!field.startsWith('$')) visit(inner);
    };
    visit(readDeclaration(body).declaration);
    return said.filter(decision => !/: (?:"")?$/.test(decision));
  });
}

function valueIn(body: string, from: number, to: number): string {
  let value = '';
  let at = from;
  for (const { kind, start, end } of regionsOf(body, from, to)) {
    value += body.slice(at, start) + (kind === 'comment' ? ' ' : body.slice(start, end));
    at = end;
  }
  return `${value}${body.slice(at, to)}`.replace(/[\s{}:]+/g, ' ').trim();
}

for (const rule of rules.filter(({ fix }) => fix)) {
  test(`the fixes of ${rule.code} decide nothing without a word`, () => {
    for (const { source } of casesOf(rule.code)) {
      const workspace = open(parseFixture(source), rules);
      for (const uri of workspace.files()) {
        for (const { title, diagnostic, edits, decides, safe, preferred } of fixesFor(workspace, uri)) {
          if (diagnostic.code !== rule.code) continue;
          if (decides) expect([title, safe, preferred]).toEqual([title, false, false]);
          const written = [...new Set(edits.map(edit => edit.uri))].flatMap(file => {
            const before = workspace.file(file)?.text.getText() ?? '';
            const after = applyEdits(
              before,
              edits.filter(edit => edit.uri === file),
            );
            return lost(decisionsIn(after), decisionsIn(before));
          });
          if (!written.length || spelling.has(rule.code)) continue;
          expect(decides, `${title} writes ${written.join('; ')}`).toBe(true);
          if (scales.has(rule.code)) continue;
          const words = written.flatMap(
            decision => decision.slice(decision.indexOf(':') + 1).match(/[\p{L}\d-]+/gu) ?? [],
          );
          expect(
            words.some(word => title.includes(word)),
            `“${title}” tells ${written.join('; ')}`,
          ).toBe(true);
        }
      }
    }
  });
}

describe('the template for an ISMS of one’s own', () => {
  const decided = ['applicable', 'status', 'treatment', 'accepted', 'approved', 'addressed', 'climate', 'appetite'];
  const open = [...decided, 'affects', 'likelihood', 'impact', 'residual', 'because', 'score', 'level'];

  test('decides about nothing, and records nothing as done, accepted or approved, whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const said = starter
          .files(answers)
          .flatMap(({ path, text }) => (path.endsWith('.isms') ? decisionsIn(text) : []));
        const keys = said.map(decision => decision.slice(0, decision.indexOf(':')));
        expect(keys.filter(key => open.includes(key))).toEqual([
          // The words of the scales.
          'likelihood',
          'impact',
        ]);
        expect(starter.files(answers).filter(({ text }) => /^[^/]*\b\d{4}-\d\d-\d\d/m.test(text))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
