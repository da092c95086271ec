import { documentOf, type Parameters, type Subject } from '../../src/documents/artefact.ts';
import type { Document } from '../../src/documents/blocks.ts';
import { artefacts } from '../../src/documents/generated/registry.ts';
import { readProse } from '../../src/documents/prose.ts';
import { exportArtefact, joined, subjectOf } from '../../src/export/index.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { type IsmsUnit, Workspace } from '../../src/workspace/workspace.ts';

/** An ISMS and what its documents are made from. */
export interface Opened {
  readonly workspace: Workspace;
  readonly unit: IsmsUnit;
  readonly subject: Subject;
}

/** The ISMS of these files: texts, or names or URIs with their texts, read in the order given. */
export function open(files: readonly string[] | readonly (readonly [name: string, text: string])[]): Opened {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles(
    files.map((file, index): [string, string] => {
      const [name, text] = typeof file === 'string' ? [`${index}.isms`, file] : file;
      return [name.includes('://') ? name : `file:///isms/${name}`, text];
    }),
  );
  workspace.update();
  const [unit] = workspace.ismss();
  if (!unit) throw new Error('the texts hold no isms block');
  return { workspace, unit, subject: subjectOf(workspace, unit, readProse) };
}

/** The document of an artefact. */
export function built({ subject }: Opened, artefact: string, parameters: Parameters = {}): Document {
  const found = artefacts.find(({ id }) => id === artefact);
  if (!found) throw new Error(`There is no artefact ${artefact}.`);
  return documentOf(found, subject, parameters);
}

/** The file of an artefact. */
export async function bytesOf({ workspace, unit }: Opened, artefact: string, format: string): Promise<Uint8Array> {
  return joined((await exportArtefact(workspace, unit, { artefact, format })).pieces);
}

export const textOf = async (opened: Opened, artefact: string, format: string): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(opened, artefact, format));
