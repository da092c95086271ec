/** The refactorings of a whole ISMS that a place in a file gives rise to, and what each of them does. */
import type { Block } from '../incremental/block.ts';
import { nodeTypes, pluralOf } from '../language/schema.ts';
import { isRecord } from '../model/record.ts';
import { dutiesOf, handOver, ownersOf } from '../refactor/hand-over.ts';
import { mergeFiles } from '../refactor/merge.ts';
import { calledIn, fileOfKind, moveBlocks } from '../refactor/move.ts';
import { isRefusal, type Outcome } from '../refactor/refactoring.ts';
import { renumber } from '../refactor/renumber.ts';
import { isMixed, splitFiles } from '../refactor/split.ts';
import type { TextPosition } from '../syntax/text/chunked-text.ts';
import { say } from '../wording/wording.ts';
import { baseName, normalUri, relativePath } from '../workspace/uri.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';

const whats = ['move', 'split', 'merge', 'hand-over', 'renumber'] as const;

/** A refactoring that was chosen; plain data, as it goes to the client and back. */
export interface RefactoringRequest {
  readonly what: (typeof whats)[number];
  readonly uri: string;
  /** Where the declaration begins that it is about. */
  readonly position: TextPosition;
  /** Where it goes: the URI of a file, or the name of a successor. */
  readonly to?: string;
}

/** A refactoring to be offered. */
export interface Offer {
  /** If something is left to choose it ends in `…`. */
  readonly title: string;
  /** What code actions call it. */
  readonly kind: 'refactor.move' | 'refactor.rewrite' | 'refactor.rewrite.splitByKind' | 'refactor.move.mergeInto';
  readonly request: RefactoringRequest;
  /** What it may go to; undefined where nothing is left to choose. */
  readonly choices?: readonly { readonly label: string; readonly to: string }[];
  /** The title once one of them is chosen, by its label. */
  readonly chosen?: (label: string) => string;
  /** The folder in which a new file may be chosen, too. */
  readonly newFileIn?: string;
}

/** What may be done with the declaration on whose first line a place is, and with the file. What would be refused is left out if that is quickly told. */
export function offersAt(workspace: Workspace, uri: string, { line }: TextPosition): Offer[] {
  const unit = workspace.unitOf(uri);
  const file = unit?.isms.files.get(uri);
  if (!unit?.root || !file) return [];
  const block = file.blocks.find(each => each.kind && each.range({ start: 0, end: 0 }).start.line === line);
  const others = [...unit.isms.files.keys()].filter(other => other !== uri).sort();
  const choices = others.map(to => ({ label: relativePath(to, unit.root), to }));
  const start = { line: 0, character: 0 };
  const offers: Offer[] = block ? offersFor(workspace, unit, block, choices) : [];
  if (isMixed(file)) {
    const request = { what: 'split', uri, position: start } as const;
    offers.push({ title: say('Split this file by kind'), kind: 'refactor.rewrite.splitByKind', request });
  }
  if (choices.length) {
    const request = { what: 'merge', uri, position: start } as const;
    const chosen = (label: string): string => say('Merge this file into {0}', label);
    offers.push({ title: say('Merge this file into…'), kind: 'refactor.move.mergeInto', request, choices, chosen });
  }
  return offers;
}

function offersFor(
  workspace: Workspace,
  unit: IsmsUnit,
  block: Block,
  files: readonly { readonly label: string; readonly to: string }[],
): Offer[] {
  const { uri } = block.file;
  const position = block.range({ start: 0, end: 0 }).start;
  const name = calledIn(block);
  const offers: Offer[] = [];
  const usual = fileOfKind(unit, block);
  if (usual !== undefined) {
    const title = say('Move {0} to {1}', name, relativePath(usual, unit.root));
    offers.push({ title, kind: 'refactor.move', request: { what: 'move', uri, position, to: usual } });
  }
  if (block.kind !== 'Isms') {
    const request = { what: 'move', uri, position } as const;
    offers.push({
      title: say('Move {0} to file…', name),
      kind: 'refactor.move',
      request,
      choices: files,
      chosen: label => say('Move {0} to {1}', name, label),
      newFileIn: unit.root,
    });
  }
  if (dutiesOf(unit.isms.symbols.get(name)).some(({ isOpen }) => isOpen)) {
    const choices = ownersOf(unit)
      .filter(other => other !== name)
      .map(to => ({ label: to, to }));
    const request = { what: 'hand-over', uri, position } as const;
    if (choices.length)
      offers.push({
        title: say('Hand over what {0} owns to…', name),
        kind: 'refactor.rewrite',
        request,
        choices,
        chosen: label => say('Hand over what {0} owns to {1}', name, label),
      });
  }
  const request = { what: 'renumber', uri, position } as const;
  const numbered = refactored(workspace, request);
  if (!isRefusal(numbered) && numbered.edits.length)
    offers.push({
      title: say('Number all {0} anew', say(pluralOf(block.kind ?? ''))),
      kind: 'refactor.rewrite',
      request,
    });
  return offers;
}

/** Does what was chosen. Refuses what it is not about any more, as when the text has changed. */
export function refactored(workspace: Workspace, { what, uri, position, to }: RefactoringRequest): Outcome {
  const unit = workspace.unitOf(uri);
  const file = unit?.isms.files.get(uri);
  if (!unit?.root || !file) return { refusal: say('{0} is no file of an ISMS. Open one that is.', baseName(uri)) };
  if (what === 'split') return splitFiles(workspace, unit, [uri]);
  if (what === 'merge') return to === undefined ? unchosen() : mergeFiles(workspace, unit, [uri], normalUri(to));
  const block = blockAt(file.blocks, position);
  if (!block)
    return { refusal: say('There is no declaration here any more. Put the cursor on its first line and try again.') };
  const users = workspace.usersOf(unit);
  if (what === 'renumber') return renumber(unit, nodeTypes[block.kind ?? '']?.name ?? '', {}, users);
  if (to === undefined) return unchosen();
  if (what === 'move') return moveBlocks(workspace, unit, [block], normalUri(to));
  return handOver(unit, calledIn(block), to, users);
}

const unchosen = (): Outcome => ({ refusal: say('Nothing was chosen.') });

const blockAt = (blocks: readonly Block[], position: TextPosition): Block | undefined =>
  blocks.find(block => {
    if (!block.kind) return false;
    const { start } = block.range({ start: 0, end: 0 });
    return start.line === position.line && start.character === position.character;
  });

/** What came back from a client may be of any shape. */
export const isRefactoringRequest = (value: unknown): value is RefactoringRequest =>
  isRecord(value) &&
  whats.some(what => what === value.what) &&
  typeof value.uri === 'string' &&
  isRecord(value.position) &&
  typeof value.position.line === 'number' &&
  typeof value.position.character === 'number' &&
  (value.to === undefined || typeof value.to === 'string');
