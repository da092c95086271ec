/** What may happen to a language server, as data. Numbers are made to fit what is there only when a step is taken. */
import * as fc from 'fast-check';
import { attachments, configs, files, folders, locks, places, settings } from '../../workspace/equality/corpus.ts';
import { type Change, changes } from '../../workspace/equality/steps.ts';

export type Step =
  /** A document is opened with the text on disk after some changes, which are none where nothing was left unsaved. */
  | { readonly do: 'open' | 'change'; readonly file: number; readonly changes: readonly Change[] }
  | { readonly do: 'save' | 'close' | 'delete'; readonly file: number }
  /** Another program writes a file, or writes it where there was none. */
  | { readonly do: 'write'; readonly file: number; readonly changes: readonly Change[] }
  | { readonly do: 'move'; readonly file: number; readonly to: number }
  /** A folder is deleted; only the folder is named to the server. */
  | { readonly do: 'delete folder' | 'open or close folder'; readonly n: number }
  | { readonly do: 'config' | 'lock'; readonly folder: number; readonly n: number }
  | { readonly do: 'settings' | 'attachment'; readonly n: number }
  /** A file or a folder cannot be read from now on: it is answered so, or the question fails. */
  | { readonly do: 'fault'; readonly file: number; readonly how: Fault }
  | { readonly do: 'folder fault'; readonly n: number; readonly how: Fault }
  /** Everything can be read again. */
  | { readonly do: 'heal' }
  /** The client tells of changes in files whose URIs cannot be decoded, together with one that can. */
  | { readonly do: 'odd batch'; readonly file: number }
  /** One of the server's questions to its host is answered; any one of those that wait. */
  | { readonly do: 'answer'; readonly n: number }
  /** The server gets all the time and all the answers that it waits for. */
  | { readonly do: 'wait' };

/** How the host of a server tells that something cannot be read. */
export type Fault = 'told' | 'thrown';

export interface Sequence {
  /** Which of the files are there at first. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Whether the server has read everything before the first step. */
  readonly started: boolean;
  readonly steps: readonly Step[];
  /** How the client spells the URIs of documents that it opens; as the disk does if left out. */
  readonly spelling?: Spelling;
}

/** Ways to spell the same URI. */
export const spellings = {
  plain: uri => uri,
  escaped: uri => uri.replace(/\/w\//, '/%77/'),
  dotted: uri => uri.replace(/\/w\//, '/w/./'),
  local: uri => uri.replace('file:///', 'file://localhost/'),
  short: uri => uri.replace('file:///', 'file:/'),
} as const satisfies Record<string, (uri: string) => string>;

export type Spelling = keyof typeof spellings;

/** What a client may have open as folders of the workspace; some lie in others. */
export const workspaceFolders: readonly string[] = ['file:///w/a', 'file:///w/b', 'file:///w', 'file:///w/a/sub'];

const file = fc.nat(places.length - 1);
const upTo = (list: readonly unknown[]) => fc.nat(list.length - 1);
const does = <D extends Step['do']>(name: D) => fc.constant(name);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: does('open'), file, changes: fc.oneof(fc.constant([]), changes) }) },
  { weight: 8, arbitrary: fc.record({ do: does('change'), file, changes }) },
  { weight: 2, arbitrary: fc.record({ do: does('save'), file }) },
  { weight: 3, arbitrary: fc.record({ do: does('close'), file }) },
  { weight: 4, arbitrary: fc.record({ do: does('write'), file, changes }) },
  { weight: 2, arbitrary: fc.record({ do: does('delete'), file }) },
  { weight: 2, arbitrary: fc.record({ do: does('move'), file, to: file }) },
  { weight: 1, arbitrary: fc.record({ do: does('delete folder'), n: upTo(workspaceFolders) }) },
  { weight: 2, arbitrary: fc.record({ do: does('open or close folder'), n: upTo(workspaceFolders) }) },
  { weight: 1, arbitrary: fc.record({ do: does('config'), folder: upTo(folders), n: upTo(configs) }) },
  { weight: 1, arbitrary: fc.record({ do: does('lock'), folder: upTo(folders), n: upTo(locks) }) },
  { weight: 1, arbitrary: fc.record({ do: does('settings'), n: upTo(settings) }) },
  { weight: 1, arbitrary: fc.record({ do: does('attachment'), n: upTo(attachments) }) },
  { weight: 4, arbitrary: fc.record({ do: does('answer'), n: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: does('wait') }) },
);

/** Random work in an editor and beside it. */
export const sequence: fc.Arbitrary<Sequence> = fc.record({
  files: fc.subarray(Object.keys(files), { minLength: 1 }),
  folders: fc.constantFrom(['file:///w'], ['file:///w/a', 'file:///w/b'], ['file:///w/a']),
  started: fc.boolean(),
  steps: fc.array(step, { minLength: 1, maxLength: 14, size: 'max' }),
});

const how = fc.constantFrom<Fault>('told', 'thrown');

/** Random work among faults: what cannot be read, odd URIs, and the rules that fail. */
export const faultySequence: fc.Arbitrary<Sequence> = fc.record({
  files: fc.subarray(Object.keys(files), { minLength: 1 }),
  folders: fc.constantFrom(['file:///w'], ['file:///w/a', 'file:///w/b'], ['file:///w/a']),
  started: fc.boolean(),
  spelling: fc.constantFrom(...(Object.keys(spellings) as Spelling[])),
  steps: fc.array(
    fc.oneof(
      { weight: 30, arbitrary: step },
      { weight: 4, arbitrary: fc.record({ do: does('fault'), file, how }) },
      { weight: 2, arbitrary: fc.record({ do: does('folder fault'), n: upTo(workspaceFolders), how }) },
      { weight: 2, arbitrary: fc.record({ do: does('heal') }) },
      { weight: 2, arbitrary: fc.record({ do: does('odd batch'), file }) },
    ),
    { minLength: 1, maxLength: 30, size: 'max' },
  ),
});
