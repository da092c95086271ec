/** ISMSs to try refactorings on, and what becomes of them. */

import { isRefusal, type Outcome, type Refactoring, textsAfter } from '../../src/refactor/refactoring.ts';
import { type IsmsUnit, Workspace } from '../../src/workspace/workspace.ts';
import { exampleFiles } from '../examples/files.ts';

export interface Loaded {
  readonly workspace: Workspace;
  readonly unit: IsmsUnit;
}

/** A workspace of one ISMS with these files. */
export function load(files: Iterable<readonly [uri: string, text: string]>): Loaded {
  const workspace = new Workspace({ rules: [], today: '2026-06-01' });
  workspace.setFiles(files);
  workspace.update();
  const [unit] = workspace.ismss();
  if (!unit) throw new Error('there is no ISMS');
  return { workspace, unit };
}

/** One of one file, behind an `isms` block. */
export const loadText = (text: string): Loaded => load([['file:///w/a.isms', `isms I "i" {}\n${text}`]]);

export const loadExample = (name: string): Loaded => load(exampleFiles(name));

/** The refactoring; fails with the refusal if it is one. */
export function done(outcome: Outcome): Refactoring {
  if (isRefusal(outcome)) throw new Error(outcome.refusal);
  return outcome;
}

export const refusalOf = (outcome: Outcome): string | undefined => (isRefusal(outcome) ? outcome.refusal : undefined);

/** The text of the one file afterwards, without the `isms` block. */
export const textAfter = ({ workspace }: Loaded, outcome: Outcome): string =>
  (textsAfter(workspace, done(outcome)).get('file:///w/a.isms') ?? workspace.text('file:///w/a.isms') ?? '').replace(
    'isms I "i" {}\n',
    '',
  );

/** The same ISMS after a refactoring. */
export function after({ workspace, unit }: Loaded, outcome: Outcome): Loaded {
  const texts = textsAfter(workspace, done(outcome));
  const gone = new Set(done(outcome).deletes);
  const uris = [...new Set([...unit.isms.files.keys(), ...done(outcome).creates])].filter(uri => !gone.has(uri)).sort();
  return load(uris.map(uri => [uri, texts.get(uri) ?? workspace.text(uri) ?? '']));
}

/** All texts of an ISMS, by URI. */
export const allTexts = ({ workspace, unit }: Loaded): Record<string, string> =>
  Object.fromEntries([...unit.isms.files.keys()].sort().map(uri => [uri, workspace.text(uri) ?? '']));
