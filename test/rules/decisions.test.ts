/**
 * No fix writes a decision unless it is applied by itself and its title says all that it writes; none writes a day on which something happened; and
 * no template for an ISMS of one's own does either.
 */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offeredFixes } from '../../src/ide/fixes.ts';
import { bodyOf } from '../../src/incremental/block.ts';
import { kindKeywords, nodeTypes } from '../../src/language/schema.ts';
import type { Key } from '../../src/model/declaration.ts';
import { openDate, openText } from '../../src/model/placeholder.ts';
import { decisionKeys } from '../../src/rules/decisions.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { readDeclaration } from '../../src/syntax/read.ts';
import { ChunkedText } from '../../src/syntax/text/chunked-text.ts';
import { regionsOf } from '../../src/syntax/text/regions.ts';
import { starter } from '../../src/templates/starter/index.ts';
import { applyEdits } from '../../src/workspace/fixes.ts';
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

/** Words of titles for words of the language. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  yes: ['Applicable', 'is relevant'],
  no: ['Exclude', 'not relevant'],
  modify: ['Mitigate'],
};

/** What is said by the properties that are decisions, as `key: value`. Placeholders (`""`) say nothing. */
function decisionsIn(text: string): string[] {
  return new ChunkedText(text, kindKeywords).chunks.flatMap(chunk => {
    const body = bodyOf(chunk);
    const said: string[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { $keys = [], $end = body.length } = value as { $keys?: readonly Key[]; $end?: number };
      $keys.forEach(({ key, end }, index) => {
        if (!decisionKeys.has(key)) return;
        const value = valueIn(body, end, $keys[index + 1]?.start ?? $end)
          .replace(openDate, '')
          .replace(`"${openText}"`, '');
        said.push(`${key}: ${value.trim()}`);
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

/** The words of the decisions in a text; keys and the words that lead to a part of a value are none. */
const wordsIn = (text: string): string[] =>
  decisionsIn(text)
    .flatMap(decision => decision.slice(decision.indexOf(':') + 1).match(/[\p{L}\d-]+(?:\.[\p{L}\d]+)*/gu) ?? [])
    .filter(word => !grammatical.has(word));

const grammatical = new Set(
  Object.values(nodeTypes).flatMap(({ properties, parts }) => [
    ...properties.map(({ key }) => key),
    ...Object.values(parts).flatMap(({ lead }) => lead ?? []),
  ]),
);

/** The days that a text says something happened on, or was approved or accepted: by the schema. */
function happenedIn(text: string): string[] {
  return new ChunkedText(text, kindKeywords).chunks.flatMap(chunk => {
    const body = bodyOf(chunk);
    const said: string[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { $type = '' } = value as { $type?: string };
      const nodeType = nodeTypes[$type];
      for (const [field, inner] of Object.entries(value)) {
        if (field.startsWith('$')) continue;
        const isHappened =
          nodeType?.parts[field]?.happened ?? nodeType?.properties.find(p => p.feature === field)?.happened;
        const day = (inner as { value?: unknown } | undefined)?.value;
        if (isHappened && typeof day === 'string' && day !== openDate) said.push(day);
        visit(inner);
      }
    };
    visit(readDeclaration(body).declaration);
    return said;
  });
}

for (const rule of rules.filter(({ fix, asks }) => fix ?? asks)) {
  test(`the fixes of ${rule.code} decide nothing without a word`, () => {
    for (const { source } of casesOf(rule.code)) {
      const workspace = open(parseFixture(source), rules);
      for (const uri of workspace.files()) {
        for (const { title, diagnostic, edits, decides, safe, preferred } of offeredFixes(workspace, uri)) {
          if (diagnostic.code !== rule.code) continue;
          if (decides) expect([title, safe, preferred]).toEqual([title, false, false]);
          const changed = [...new Set(edits.map(edit => edit.uri))].map(file => {
            const before = workspace.file(file)?.text.getText() ?? '';
            return {
              before,
              after: applyEdits(
                before,
                edits.filter(edit => edit.uri === file),
              ),
            };
          });
          const written = changed.flatMap(({ before, after }) => lost(decisionsIn(after), decisionsIn(before)));
          if (spelling.has(rule.code)) continue;
          const happened = changed.flatMap(({ before, after }) => lost(happenedIn(after), happenedIn(before)));
          expect(happened, `${title} says when it happened`).toEqual([]);
          if (!written.length) continue;
          expect(decides, `${title} writes ${written.join('; ')}`).toBe(true);
          if (scales.has(rule.code)) continue;
          const words = changed.flatMap(({ before, after }) => lost(wordsIn(after), wordsIn(before)));
          const untold = words.filter(
            word =>
              ![word, word.replaceAll('-', ' '), ...(synonyms[word] ?? [])].some(told =>
                title.toLowerCase().includes(told.toLowerCase()),
              ),
          );
          expect(untold, `“${title}” tells ${written.join('; ')}`).toEqual([]);
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
