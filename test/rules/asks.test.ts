/** A finding that asks for something offers to write it: whoever adds a rule that asks for an owner says so once, in `asks`. */

import { describe, expect, test } from 'vitest';
import { offeredFixes } from '../../src/ide/fixes.ts';
import { nodeTypes } from '../../src/language/schema.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { diagnosticsOf, open, parseFixture, rulesFor } from './fixture.ts';
import { casesOf } from './fixture-files.ts';

const properties = Object.values(nodeTypes).flatMap(({ properties }) => properties);
const keys = new Set(properties.map(({ key }) => key));

/** Keys that a message tells to write. */
const asked = (message: string): string[] =>
  /; (?:.*\b)?(?:add|name|set|say|write|describe|record)\b/.test(message)
    ? [...message.slice(message.indexOf(';')).matchAll(/`([\w-]+):`/g)].flatMap(([, key = '']) =>
        keys.has(key) ? [key] : [],
      )
    : [];

/** Messages that tell of a key, where no fix could write it. */
const argued: Readonly<Record<string, string>> = {
  'competence/expired': 'the date is there, and counts until the competence is renewed',
  'evidence/expired': 'the date is there, and counts until the evidence is collected again',
  'evidence/unused': 'of the control that it shows, which nothing tells',
  'field/wrong-value': 'the key is that of the declaration of the field',
  'risk/no-annex-a-control': 'of another declaration, and only its author knows which control it serves',
  'risk/review-overdue': 'the date is there, and counts until the risk is assessed again',
  'risk/share-without-agreement': 'of another declaration; told there where much depends on it',
  'role/reporting-circle': 'every role of the circle has one, and only their author knows which is wrong',
  'scope/dependency-outside-scope': 'of another declaration, in words',
};

describe.each(rules.map(rule => [rule.code, rule] as const))('%s', (code, rule) => {
  const { bad, asOf } = rule.example;
  const sources = [asOf ? `// as-of: ${asOf}\n${bad}` : bad, ...casesOf(code).map(({ source }) => source)];
  const workspaces = sources.map(source => open(parseFixture(source), rulesFor(rule, rules)));

  test('offers what its messages ask for, or it is argued why not', () => {
    const told = workspaces
      .flatMap(workspace => diagnosticsOf(workspace, rule))
      .flatMap(({ message }) => asked(inEnglish(message)));
    const isOffered = !!rule.asks || !!rule.fix || told.length === 0;
    expect([isOffered, told]).toEqual([!Object.hasOwn(argued, code), told]);
  });

  if (!rule.asks) return;
  test('asks for what there is in the language', () => {
    const leads = Object.values(nodeTypes).flatMap(({ parts }) => Object.values(parts).map(({ lead }) => lead));
    expect(rule.asks?.filter(key => !keys.has(key) && !leads.includes(key))).toEqual([]);
  });

  test('what it offers is only ever applied by itself', () => {
    for (const workspace of workspaces) {
      for (const uri of workspace.files()) {
        for (const { title, safe, preferred, decides, diagnostic } of offeredFixes(workspace, uri)) {
          if (diagnostic.code !== code) continue;
          expect([title, decides && (safe || preferred)]).toEqual([title, false]);
        }
      }
    }
  });
});
