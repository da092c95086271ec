/** What may happen to a workspace, as data: random numbers that are made to fit what is there only when the step is taken. */
import * as fc from 'fast-check';
import {
  attachments,
  comments,
  configs,
  days,
  examples,
  files,
  folders,
  fragments,
  locks,
  names,
  places,
  settings,
  words,
} from './corpus.ts';

/** Where a change begins. Numbers choose among the places there are. */
export type Place =
  | { readonly at: 'start' | 'end' | 'beyond' }
  | { readonly at: 'offset' | 'line' | 'word' | 'name' | 'declaration'; readonly n: number }
  | { readonly at: 'mark'; readonly n: number; readonly mark: string; readonly behind: boolean }
  | { readonly at: 'position'; readonly line: number; readonly character: number };

/** How far it reaches: over nothing, a word, the rest of a line, a declaration, some characters, or to the end of the file. */
export type Reach =
  | { readonly to: 'nothing' | 'word' | 'line' | 'declaration' | 'end' | 'beyond' }
  | { readonly to: 'characters'; readonly n: number };

export interface Change {
  readonly place: Place;
  readonly reach: Reach;
  readonly text: string;
  /** Whether the client sends the whole text for it. */
  readonly whole: boolean;
}

export type Step =
  /** One notification of changes, each of them to the text that the one before left. */
  | { readonly do: 'edit'; readonly file: number; readonly changes: readonly Change[] }
  /** A declaration is cut out and put somewhere else. */
  | {
      readonly do: 'carry';
      readonly file: number;
      readonly n: number;
      /** -1 for the same file. */
      readonly toFile: number;
      readonly toN: number;
      /** If it stays in its file: whether the client sends two changes, or the whole text, in which other things may be changed too. */
      readonly sent: 'changes' | 'whole' | 'whole and changed';
    }
  | { readonly do: 'remove' | 'restore' | 'empty'; readonly file: number }
  | { readonly do: 'move'; readonly file: number; readonly to: number }
  /** An `isms` block is taken out of a file, or put into it: files regroup. */
  | { readonly do: 'isms'; readonly file: number; readonly behind: boolean }
  | { readonly do: 'config' | 'lock'; readonly folder: number; readonly n: number }
  | { readonly do: 'settings' | 'day' | 'attachment'; readonly n: number }
  /** Somebody asks for a Statement of Applicability; what is found for that may be kept. */
  | { readonly do: 'export' }
  /** What has changed is checked; or begun to be checked, with whatever comes next in between. */
  | { readonly do: 'update' }
  | { readonly do: 'begin'; readonly turns: number }
  /** What was begun is given up, as if it had thrown. */
  | { readonly do: 'abandon' }
  /** What depends on the switch throws from now on, or no longer; see faults.ts. */
  | { readonly do: 'fault'; readonly on: boolean };

export interface Sequence {
  /** Which of the files are there at first. */
  readonly files: readonly string[];
  readonly steps: readonly Step[];
}

const n = fc.nat(99);
const marks = ['{', '}', '"', '/*', '*/', '//', '\n', ':', ',', 'isms', 'risk', 'role'];

const place: fc.Arbitrary<Place> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ at: fc.constantFrom('start', 'end', 'beyond') }) },
  { weight: 8, arbitrary: fc.record({ at: fc.constantFrom('line', 'word', 'declaration'), n }) },
  { weight: 2, arbitrary: fc.record({ at: fc.constant('offset'), n: fc.nat(2000) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      at: fc.constant('mark'),
      n: fc.nat(30),
      mark: fc.constantFrom(...marks),
      behind: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      at: fc.constant('position'),
      line: fc.integer({ min: -1, max: 40 }),
      character: fc.integer({ min: -1, max: 60 }),
    }),
  },
) as fc.Arbitrary<Place>;

const reach: fc.Arbitrary<Reach> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ to: 'nothing' }) },
  { weight: 5, arbitrary: fc.constant({ to: 'word' }) },
  { weight: 4, arbitrary: fc.record({ to: fc.constantFrom('line', 'declaration') }) },
  { weight: 1, arbitrary: fc.record({ to: fc.constantFrom('end', 'beyond') }) },
  { weight: 3, arbitrary: fc.record({ to: fc.constant('characters'), n: fc.nat(12) }) },
) as fc.Arbitrary<Reach>;

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 4, arbitrary: fc.constantFrom(...fragments) },
  { weight: 2, arbitrary: fc.constantFrom(...examples) },
);

/** Any change. */
const anyChange: fc.Arbitrary<Change> = fc.record({ place, reach, text, whole: fc.nat(15).map(one => one === 15) });

/** A name for another one, which keeps the text in order: most of what is far apart hangs on names. */
const otherWord: fc.Arbitrary<Change> = fc.record({
  place: fc.record({ at: fc.constantFrom('name' as const, 'name' as const, 'word' as const), n }),
  reach: fc.constant({ to: 'word' as const }),
  text: fc.oneof(fc.constantFrom(...names), fc.constantFrom(...words)),
  whole: fc.constant(false),
});

/** Lines and declarations that come and go as a whole. */
const wholeLines: fc.Arbitrary<Change> = fc.record({
  place: fc.record({ at: fc.constantFrom('declaration' as const, 'line' as const), n: fc.nat(20) }),
  reach: fc.constantFrom({ to: 'nothing' as const }, { to: 'declaration' as const }, { to: 'line' as const }),
  text: fc.oneof(fc.constant(''), fc.constantFrom(...examples), fc.constantFrom(...comments)),
  whole: fc.constant(false),
});

const file = fc.nat(places.length - 1);
const upTo = (list: readonly unknown[]) => fc.nat(list.length - 1);
const does = <D extends Step['do']>(name: D) => fc.constant(name);
const edits = (change: fc.Arbitrary<Change>, maxLength = 3): fc.Arbitrary<Step> =>
  fc.record({ do: does('edit'), file, changes: fc.array(change, { minLength: 1, maxLength }) });

/** The changes of one notification, of any kind. */
export const changes: fc.Arbitrary<Change[]> = fc.array(fc.oneof(anyChange, otherWord, wholeLines), {
  minLength: 1,
  maxLength: 3,
});

const carry: fc.Arbitrary<Step> = fc.record({
  do: does('carry'),
  file,
  n: fc.nat(12),
  toFile: fc.oneof(fc.constant(-1), file),
  toN: fc.nat(12),
  sent: fc.constantFrom('changes', 'whole', 'whole and changed'),
});

const filesComeAndGo: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: does('remove'), file }) },
  { weight: 3, arbitrary: fc.record({ do: does('restore'), file }) },
  { weight: 1, arbitrary: fc.record({ do: does('empty'), file }) },
  { weight: 3, arbitrary: fc.record({ do: does('move'), file, to: file }) },
  { weight: 3, arbitrary: fc.record({ do: does('isms'), file, behind: fc.boolean() }) },
);

const circumstances: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: does('config'), folder: upTo(folders), n: upTo(configs) }) },
  { weight: 2, arbitrary: fc.record({ do: does('lock'), folder: upTo(folders), n: upTo(locks) }) },
  fc.record({ do: does('settings'), n: upTo(settings) }),
  fc.record({ do: does('day'), n: upTo(days) }),
  fc.record({ do: does('attachment'), n: upTo(attachments) }),
);

const checks: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: does('update') }) },
  fc.record({ do: does('begin'), turns: fc.nat(3) }),
  fc.record({ do: does('export') }),
);

const sequenceOf = (step: fc.Arbitrary<Step>, maxLength = 12): fc.Arbitrary<Sequence> =>
  fc.record({
    files: fc.subarray(Object.keys(files), { minLength: 1 }),
    steps: fc.array(step, { minLength: 1, maxLength, size: 'max' }),
  });

const [often, seldom] = [8, 2];

/** Random work on random files: on the text of a few, on names, on files and what is around them, or on all of it. */
export const sequence: fc.Arbitrary<Sequence> = fc.oneof(
  sequenceOf(
    fc.oneof(
      { weight: often, arbitrary: edits(anyChange) },
      { weight: seldom, arbitrary: checks },
      { weight: 1, arbitrary: carry },
    ),
  ),
  sequenceOf(
    fc.oneof(
      { weight: often, arbitrary: edits(fc.oneof(otherWord, wholeLines), 2) },
      { weight: 4, arbitrary: checks },
      { weight: 4, arbitrary: carry },
    ),
  ),
  sequenceOf(
    fc.oneof(
      { weight: 5, arbitrary: filesComeAndGo },
      { weight: 5, arbitrary: circumstances },
      { weight: seldom, arbitrary: edits(otherWord, 1) },
      { weight: 3, arbitrary: checks },
    ),
  ),
  sequenceOf(
    fc.oneof(
      { weight: often, arbitrary: edits(fc.oneof(anyChange, otherWord, wholeLines)) },
      { weight: seldom, arbitrary: filesComeAndGo },
      { weight: seldom, arbitrary: circumstances },
      { weight: 1, arbitrary: carry },
      { weight: 3, arbitrary: checks },
    ),
    16,
  ),
);

/** A letter in a quoted text, put in or taken out: one at which a rule fails. */
const letter: fc.Arbitrary<Change> = fc.record({
  place: fc.record({
    at: fc.constant('mark' as const),
    n: fc.nat(30),
    mark: fc.constant('"'),
    behind: fc.constant(true),
  }),
  reach: fc.constantFrom({ to: 'nothing' as const }, { to: 'characters' as const, n: 1 }),
  text: fc.constantFrom('x', 'x', ''),
  whole: fc.constant(false),
});

/** Work during which rules throw. */
export const sequenceWithFaults: fc.Arbitrary<Sequence> = sequenceOf(
  fc.oneof(
    { weight: 4, arbitrary: edits(letter) },
    { weight: 4, arbitrary: edits(fc.oneof(anyChange, otherWord, otherWord, wholeLines)) },
    { weight: seldom, arbitrary: filesComeAndGo },
    { weight: 1, arbitrary: circumstances },
    { weight: 3, arbitrary: carry },
    { weight: 4, arbitrary: checks },
    { weight: 3, arbitrary: fc.record({ do: does('fault'), on: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: does('abandon') }) },
  ),
  14,
);
