/**
 * Fixtures of the rules: `.isms` files in test/rules/<area>/<what>/ that say themselves what the rule has to find.
 *
 *     // as-of: 2026-06-01                       the date (2026-06-01 if left out)
 *     //- risks.isms                             begins another file, seen from the folder of the first: also isms.lock.json, or one that only exists
 *     control A.7.4 {
 *     //      ^^^^^ error soa/x: message         the rule's diagnostic on the line above, under its range (its first line)
 *     //      ^^^^^ related risks.isms R-1: …    its related information: the file if it is another one, the text there, what it says
 *
 * Where a range begins in the first two columns, its mark has no `//` before it. Marks are no part of the text that is checked.
 */

import type { Fault } from '../../src/model/fault.ts';
import { type Rule, rule } from '../../src/rules/rule.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import type { Diagnostic } from '../../src/workspace/diagnostic.ts';
import { applyFixes, type FixSuggestion, fixesFor } from '../../src/workspace/fixes.ts';
import { normalUri } from '../../src/workspace/uri.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const folder = 'file:///fixture';
const defaultDate = '2026-06-01';

export interface Fixture {
  /** The first line, if it gives the date. */
  readonly dateLine: string | undefined;
  readonly asOf: string;
  readonly files: readonly FixtureFile[];
}

export interface FixtureFile {
  /** Undefined for the text before the first separator. */
  readonly name: string | undefined;
  /** Without marks. */
  readonly text: string;
}

const dateLine = /^\/\/ as-of: (\d{4}-\d{2}-\d{2})\s*$/;
const separator = /^\/\/- (\S+)\s*$/;
const mark = /^(?:\/\/)?[ ]*\^+ (?:error|warning|info|hint|related) .*$/;

/** Reads a fixture; its marks are left out. */
export function parseFixture(source: string): Fixture {
  const lines = source.split(/(?<=\n)/);
  const date = dateLine.exec(lines[0] ?? '');
  if (date) lines.shift();
  const files: { name: string | undefined; text: string }[] = [{ name: undefined, text: '' }];
  for (const line of lines) {
    const next = separator.exec(line);
    if (next) files.push({ name: next[1], text: '' });
    else if (!mark.test(line.trimEnd())) files.at(-1)!.text += line;
  }
  if (files.length > 1 && files[0]?.text.trim() === '') files.shift();
  return { dateLine: date?.[0], asOf: date?.[1] ?? defaultDate, files };
}

const uriOf = ({ name }: FixtureFile): string => normalUri(`${folder}/${name ?? 'main.isms'}`);

const isRead = (uri: string): boolean => /\.isms$|\/isms\.(?:config|lock)\.json$/.test(uri);

/** A rule with a fault: it throws on what has this title. */
export const failingRule = rule({
  code: 'test/failing',
  severity: 'warning',
  clause: 'none',
  summary: 'Fails.',
  why: 'To see what comes of it.',
  remedy: 'Give it another title.',
  example: { bad: '', good: '' },
  on: ['any'],
  check(declaration) {
    if (declaration.title?.value === 'A rule fails here') throw new TypeError('of undefined (reading "value")');
  },
});

/** The rules with which a rule is tried: alone, unless it is about the settings, findings or faults of others. */
export function rulesFor({ code }: Rule, all: readonly Rule[]): readonly Rule[] {
  if (code.startsWith('internal/')) return [...all, failingRule];
  return /^(?:config|suppression)\//.test(code) ? all : all.filter(rule => rule.code === code);
}

/** The workspace that a fixture describes, with these rules alone. Its other files exist. */
export function open(fixture: Fixture, rules: readonly Rule[]): Workspace {
  const uris = new Set(fixture.files.map(uriOf));
  const onFault = ({ name, error }: Fault): void => {
    if (name !== failingRule.code) throw error;
  };
  const workspace = new Workspace({ rules, today: fixture.asOf, fileExists: uri => uris.has(uri), onFault });
  workspace.setFiles(fixture.files.filter(file => isRead(uriOf(file))).map(file => [uriOf(file), file.text] as const));
  workspace.update();
  return workspace;
}

/** All diagnostics of a rule in the workspace. */
export const diagnosticsOf = (workspace: Workspace, { code }: Rule): Diagnostic[] =>
  workspace.files().flatMap(uri => workspace.diagnostics(uri).filter(diagnostic => diagnostic.code === code));

/** A fixture as text, with marks for the diagnostics of a code. */
export function render(fixture: Fixture, diagnostics: readonly Diagnostic[] = []): string {
  const parts = fixture.files.map(file => {
    const lines = file.text.split(/(?<=\n)/);
    const marked = lines.map((line, number) => {
      const here = diagnostics.filter(({ uri, range }) => uri === uriOf(file) && range.start.line === number);
      if (!here.length) return line;
      const shown = line.endsWith('\n') ? line : `${line}\n`;
      return shown + here.map(diagnostic => marks(fixture, diagnostic, shown)).join('');
    });
    return (file.name === undefined ? '' : `//- ${file.name}\n`) + marked.join('');
  });
  return (fixture.dateLine ?? '') + parts.join('');
}

function marks(fixture: Fixture, { uri, range, severity, code, message, related }: Diagnostic, line: string): string {
  const start = range.start.character;
  const end = range.end.line > range.start.line ? line.trimEnd().length : range.end.character;
  const under = (start < 2 ? '' : `//${' '.repeat(start - 2)}`) + '^'.repeat(Math.max(1, end - start));
  const more = related.map(place => {
    const file = fixture.files.find(candidate => uriOf(candidate) === place.uri);
    const lineThere = file?.text.split('\n')[place.range.start.line] ?? '';
    const there = lineThere.slice(place.range.start.character, place.range.end.character);
    return `${under} related ${place.uri === uri ? '' : `${file?.name ?? 'main.isms'} `}${there}: ${inEnglish(place.message)}\n`;
  });
  return `${under} ${severity} ${code}: ${inEnglish(message)}\n${more.join('')}`;
}

/** The fix that is applied to a diagnostic unless somebody chooses: the preferred one, else the first. */
export function naturalFixes(workspace: Workspace, rule: Rule): FixSuggestion[] {
  const byDiagnostic = new Map<string, FixSuggestion>();
  for (const uri of workspace.files()) {
    for (const fix of fixesFor(workspace, uri)) {
      const { code, range, message } = fix.diagnostic;
      if (code !== rule.code) continue;
      const key = JSON.stringify([uri, code, range, message]);
      const known = byDiagnostic.get(key);
      if (!known || (fix.preferred && !known.preferred)) byDiagnostic.set(key, fix);
    }
  }
  return [...byDiagnostic.values()];
}

/** A fixture after fixes. */
export function applied(fixture: Fixture, workspace: Workspace, fixes: readonly FixSuggestion[]): Fixture {
  const texts = applyFixes(workspace, fixes);
  return { ...fixture, files: fixture.files.map(file => ({ ...file, text: texts.get(uriOf(file)) ?? file.text })) };
}

/** How many syntax problems the files of a workspace have; a day that a fix leaves to be filled in is none. */
export const problemCount = (workspace: Workspace): number =>
  workspace
    .allUnits()
    .flatMap(unit => [...unit.isms.files.values()])
    .flatMap(file => file.blocks)
    .flatMap(block => block.problems)
    .filter(({ message }) => !inEnglish(message).startsWith('The date is still to be filled in')).length;
