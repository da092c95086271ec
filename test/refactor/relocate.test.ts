/** What holds of moving, splitting and merging, whatever the texts: the ISMS says the same, and no comment is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeFiles } from '../../src/refactor/merge.ts';
import { moveBlocks } from '../../src/refactor/move.ts';
import { isRefusal, type Outcome } from '../../src/refactor/refactoring.ts';
import { statementsOf } from '../../src/refactor/same-model.ts';
import { splitFiles } from '../../src/refactor/split.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { tokensOf } from '../../src/syntax/lexer.ts';
import { isRegionMarker } from '../../src/syntax/text/region-markers.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { exampleFiles, exampleNames } from '../examples/files.ts';
import { anyText } from '../syntax/format/kept.ts';
import { after, allTexts, type Loaded, load } from './unit.ts';

/** What is chosen by number, whatever there is to choose from. */
interface Choice {
  readonly what: 'move' | 'split' | 'merge';
  readonly picked: readonly number[];
  readonly target: number;
}

const anyChoice: fc.Arbitrary<Choice> = fc.record({
  what: fc.constantFrom('move', 'split', 'merge'),
  picked: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  target: fc.nat(),
});

function outcomeOf({ workspace, unit }: Loaded, { what, picked, target: chosen }: Choice): Outcome {
  const uris = [...unit.isms.files.keys()].sort();
  const targets = [...uris, `${unit.root}/new.isms`, `${unit.root}/new/folder/new.isms`];
  const target = targets[chosen % targets.length] as string;
  const some = <T>(all: readonly T[]): T[] => [...new Set(picked.map(number => all[number % all.length] as T))];
  if (what === 'split') return splitFiles(workspace, unit, chosen % 2 ? undefined : some(uris));
  if (what === 'merge') return mergeFiles(workspace, unit, some(uris), target);
  return moveBlocks(workspace, unit, some(unit.isms.allBlocks().filter(({ kind }) => kind)), target);
}

const commentsIn = (text: string): string[] =>
  tokensOf(text).flatMap(({ kind, start, end }) =>
    kind === 'comment' ? [text.slice(start, end).replace(/\s+/g, ' ').trim()] : [],
  );

const commentsOf = (loaded: Loaded): string[] => Object.values(allTexts(loaded)).flatMap(commentsIn).sort();

const markersOf = (loaded: Loaded): Record<string, number> =>
  Object.fromEntries(
    Object.entries(allTexts(loaded)).flatMap(([uri, text]) => {
      const count = commentsIn(text).filter(isRegionMarker).length;
      return count ? [[uri, count]] : [];
    }),
  );

/** What a check finds, wherever. */
function findingsOf(loaded: Loaded): string[] {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles(Object.entries(allTexts(loaded)));
  workspace.update();
  return workspace
    .files()
    .flatMap(uri => workspace.diagnostics(uri).map(({ code, message }) => `${code}: ${inEnglish(message)}`))
    .sort();
}

const lineEndsIn = (text: string): Set<string> => new Set(text.match(/\r\n|\r|\n/g));

/** Tries it; says whether it was done. Fails where something was lost. */
function tried(loaded: Loaded, choice: Choice): boolean {
  const outcome = outcomeOf(loaded, choice);
  if (isRefusal(outcome)) return false;
  const [old, now] = [loaded, after(loaded, outcome)];
  expect(statementsOf(Object.entries(allTexts(now)))).toEqual(statementsOf(Object.entries(allTexts(old))));
  expect(commentsOf(now)).toEqual(commentsOf(old));
  if (choice.what !== 'merge') expect(markersOf(now)).toEqual(markersOf(old));
  for (const [uri, text] of Object.entries(allTexts(now))) {
    const before = old.workspace.text(uri);
    if (before === undefined) continue;
    if (text !== '') expect(text.startsWith('\uFEFF')).toBe(before.startsWith('\uFEFF'));
    if (text !== '' && lineEndsIn(before).size === 1)
      expect([...lineEndsIn(before)]).toEqual(expect.arrayContaining([...lineEndsIn(text)]));
  }
  const again = outcomeOf(now, choice);
  if (choice.what === 'split' && choice.target % 2) expect(isRefusal(again) ? again : again.edits).toEqual([]);
  return true;
}

describe('the ISMS says the same and no comment is lost', () => {
  test.each(exampleNames())('of the example %s; a check finds the same', name => {
    const files = exampleFiles(name).filter(([uri]) => !uri.endsWith('.json'));
    const loaded = load(files);
    const findings = findingsOf(loaded);
    let done = 0;
    fc.assert(
      fc.property(anyChoice, choice => {
        const outcome = outcomeOf(loaded, choice);
        if (isRefusal(outcome)) {
          expect(outcome.refusal).not.toMatch(/something else/);
          return;
        }
        tried(loaded, choice);
        done++;
        // Which of two that are at odds is told, and what a folder is for, follows from where they stand.
        if (name !== 'broken') expect(findingsOf(after(loaded, outcome))).toEqual(findings);
      }),
      { numRuns: 5 },
    );
    expect(done).toBeGreaterThan(0);
  });

  const texts = fc.tuple(anyText, anyText, fc.constantFrom('\n', '\r\n'));
  const filesOf = (first: string, second: string, end: string): [string, string][] => [
    ['file:///w/isms.isms', 'isms I "i" {}\n\n// the head\n\nrisk R "r" {}\n'.replaceAll('\n', end)],
    ['file:///w/one.isms', first.replace(/\r\n|\r|\n/g, end)],
    ['file:///w/sub/two.isms', `\uFEFF//#region Two\n${second}\n//#endregion\n`.replace(/\r\n|\r|\n/g, end)],
  ];

  test('of whatever the grammar allows', () => {
    let done = 0;
    fc.assert(
      fc.property(texts, anyChoice, ([first, second, end], choice) => {
        if (/^isms\b/m.test(first + second)) return;
        if (tried(load(filesOf(first, second, end)), choice)) done++;
      }),
      { numRuns: 100 },
    );
    expect(done).toBeGreaterThan(30);
  });

  test('of damaged texts', () => {
    fc.assert(
      fc.property(
        texts,
        anyChoice,
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        ([first, second, end], choice, places) => {
          const damaged = places.reduce((text, place) => {
            const at = place % (text.length + 1);
            return (
              text.slice(0, at) + ['', '}', '"', '/*', '{', '\n', '"""', '//'][place % 8] + text.slice(at + (place % 3))
            );
          }, first);
          if (/^isms\b/m.test(damaged + second)) return;
          const loaded = load(filesOf(damaged, second, end));
          tried(loaded, choice);
        },
      ),
      { numRuns: 120 },
    );
  });
});
