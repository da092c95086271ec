/** What can be seen of a workspace, in a form to compare: diagnostics, names, the Statement of Applicability, readiness. */

import { soaCoverage } from '../../../src/analysis/coverage.ts';
import { statementOfApplicability } from '../../../src/analysis/soa.ts';
import { soaData } from '../../../src/documents/data/soa.ts';
import { label } from '../../../src/model/declaration.ts';
import { readiness } from '../../../src/readiness/readiness.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { occurrencesOf } from '../occurrences.ts';

/** Types of nodes whose names are listed for completion and suggestions. */
const named = ['Isms', 'Role', 'Person', 'Asset', 'Risk', 'Control', 'Requirement', 'Evidence', 'Supplier', 'Audit'];

/** Kinds whose order counts where the first of several is meant, or in lists. */
const ordered = ['Role', 'Person', 'Asset', 'Risk', 'Control', 'Method', 'Scope', 'Evidence'] as const;

/** The diagnostics of a file as they are listed, with the files that they mention, but not where in these: that moves with their text. */
export const summary = (workspace: Workspace, uri: string): unknown =>
  workspace
    .diagnostics(uri)
    .map(({ range, code, message, severity, related }) => [
      [range, code, message, severity],
      related.map(({ uri: file, message: text }) => [file, text]),
    ]);

/**
 * Everything that can be seen, under headings.
 * @param chosen decides on the ISMS whose Statement of Applicability and readiness are looked at, or none: they take long
 */
export function observe(workspace: Workspace, chosen: number): Map<string, unknown> {
  const seen = new Map<string, unknown>([['files', workspace.files()]]);
  for (const uri of workspace.files()) {
    const text = workspace.file(uri)?.text;
    seen.set(`text of ${uri}`, text?.getText());
    seen.set(
      `pieces of ${uri}`,
      text?.chunks.map((chunk, index) => [
        [text.startLine(index), text.startColumn(index), text.indexOf(chunk)],
        [chunk.text.length, chunk.bodyStart, chunk.bodyEnd, chunk.unclosedComment],
      ]),
    );
    seen.set(`diagnostics of ${uri}`, workspace.diagnostics(uri));
  }
  seen.set('definitions and references', occurrencesOf(workspace));
  for (const unit of workspace.allUnits()) {
    const view = unit.view();
    seen.set(
      `names of ${unit.root}`,
      named.map(name => [name, view.names(name)]),
    );
    seen.set(
      `known in ${unit.root}`,
      ordered.map(kind => view.known(kind).map(one => [label(one), view.origin(one)])),
    );
    seen.set(
      `order in ${unit.root}`,
      ordered.map(kind => view.all(kind).map(label)),
    );
  }
  const ismss = workspace.ismss();
  const unit = ismss[chosen % (ismss.length + 1)];
  if (unit) {
    const view = unit.view();
    const coverage = view.get(soaCoverage);
    seen.set(
      `statement of applicability of ${unit.root}`,
      soaData(statementOfApplicability(view), coverage, coverage.total, 'internal'),
    );
    seen.set(
      `readiness of ${unit.root}`,
      outcomeOf(() => readiness(workspace, unit)),
    );
  }
  return seen;
}

/** A value, or the words of the error in its place. */
function outcomeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return `fails: ${error instanceof Error ? error.message : error}`;
  }
}

/** What differs between what is seen and what should be, in words; undefined if nothing does. */
export function difference(
  seen: ReadonlyMap<string, unknown>,
  wanted: ReadonlyMap<string, unknown>,
): string | undefined {
  for (const heading of new Set([...wanted.keys(), ...seen.keys()])) {
    const a = JSON.stringify(seen.get(heading));
    const b = JSON.stringify(wanted.get(heading));
    if (a !== b) return `${heading}\n${lines(seen.get(heading), wanted.get(heading))}`;
  }
  return undefined;
}

/** The lines that only one of two values has, marked like those of a patch. */
function lines(seen: unknown, wanted: unknown): string {
  const split = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.map(one => JSON.stringify(one));
    return (JSON.stringify(value, null, 1) ?? 'nothing').split('\n');
  };
  const a = split(seen);
  const b = split(wanted);
  const only = [
    ...a.filter(line => !b.includes(line)).map(line => `- ${line}`),
    ...b.filter(line => !a.includes(line)).map(line => `+ ${line}`),
  ];
  return (only.length ? only : ['the order of', ...a.map(line => `- ${line}`), ...b.map(line => `+ ${line}`)])
    .slice(0, 12)
    .join('\n');
}
