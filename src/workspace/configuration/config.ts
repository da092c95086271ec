/**
 * The configuration of an ISMS: the file `isms.config.json` beside its `isms` block, which editor and command line both read. What
 * settings there are stands in the folder settings, a file each.
 */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Saying, type SayingValue, saying } from '../../wording/wording.ts';
import { settings } from './generated/settings.ts';
import { bracketTooDeep, meant, properties, shortened } from './json.ts';
import { deepest, type Reading, type RuleNames, type Setting, type Tell, type ValueOf, wanted } from './setting.ts';

export const configFileName = 'isms.config.json';
export const lockFileName = 'isms.lock.json';

/** The file with words that documents use in a language, beside the configuration. */
export const wordsFileName = (language: string): string => `isms.words.${language}.json`;

/** The language that a file with words is for, by its name. */
export const languageOfWordsFile = (name: string): string => name.slice('isms.words.'.length, -'.json'.length);

/** Whether a file is one of an ISMS beside its sources, by its name. */
export const isSideFile = (name: string): boolean =>
  name === configFileName || name === lockFileName || isWordsFile(name);

export const isWordsFile = (name: string): boolean => /^isms\.words\.[A-Za-z0-9-]+\.json$/.test(name);

type Settings = typeof settings;

/** What is set; what is not set is missing. */
export type Config = {
  readonly [Name in keyof Settings as Settings[Name] extends { editorOnly: true } ? never : Name]?: ValueOf<
    Settings[Name]
  >;
};

/** What is set for all ISMSs at once, in an editor or by options of a command; it wins over their configuration. */
export type WorkspaceSettings = {
  readonly [Name in keyof Config as Settings[Name] extends { editor: object } ? Name : never]?:
    | ValueOf<Settings[Name]>
    | undefined;
};

/** What counts of a setting: the value of the first that has one. */
export const settled = <Name extends keyof WorkspaceSettings>(
  name: Name,
  choices: readonly WorkspaceSettings[],
): WorkspaceSettings[Name] => choices.find(choice => choice[name] !== undefined)?.[name];

export interface ConfigProblem {
  readonly message: Saying;
  /** UTF-16 offset in the file's text. */
  readonly offset: number;
  /** In UTF-16 code units. */
  readonly length: number;
  /** The setting counts, but its rule has another code today. */
  readonly isRenamed?: boolean;
  /** The key that it is about; undefined where the whole file is concerned. */
  readonly about?: string;
}

export interface ParsedConfig {
  readonly config: Config;
  /** Where its object begins, as a UTF-16 offset. */
  readonly start: number;
  readonly problems: readonly ConfigProblem[];
}

/** Whether a problem may be why the settings under a key, such as `format`, do not count. */
export const concerns = ({ about }: ConfigProblem, key: string): boolean =>
  about === undefined || about === key || about.startsWith(`${key}.`);

/** Reads the text of a configuration file (JSON, comments allowed). What is wrong is left out and told. */
export function parseConfig(text: string, names: RuleNames): ParsedConfig {
  const problems: ConfigProblem[] = [];
  const tellAbout =
    (about?: string): Tell =>
    ({ offset, length }, message, more) =>
      void problems.push({ message, offset, length, ...more, ...(about !== undefined && { about }) });
  const root = readRoot(text, tellAbout());
  const config = root ? readObject(root, '', names, tellAbout) : {};
  return { config, start: root?.offset ?? 0, problems };
}

function readRoot(text: string, tell: Tell): Node | undefined {
  const tooDeep = bracketTooDeep(text, deepest);
  if (tooDeep !== undefined) {
    const message = saying('Brackets are nested more than {0} levels deep here; a setting needs two.', deepest);
    tell({ offset: tooDeep, length: 1 }, message);
    return undefined;
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors) {
    const message = saying('{0} is not valid JSON here ({1}); correct it.', configFileName, printParseErrorCode(error));
    tell({ offset, length: Math.max(1, length) }, message);
  }
  if (root?.type === 'object') return root;
  const message = saying('{0} has to hold an object, as in { "asOf": "2026-06-15" }.', configFileName);
  if (!errors.length) tell({ offset: 0, length: 1 }, message);
  return undefined;
}

const all = Object.entries<Setting>(settings).filter(([, { editorOnly }]) => !editorOnly);

/** Reads the settings of an object: those of the file, or those under a key such as `format`, with its dot. */
function readObject(
  object: Node,
  prefix: string,
  names: RuleNames,
  tellAbout: (about?: string) => Tell,
): Record<string, unknown> {
  const config: Record<string, unknown> = {};
  const below = all.filter(([, { key }]) => key.startsWith(prefix));
  for (const { key, name, value } of properties(object, tellAbout(prefix.slice(0, -1) || undefined))) {
    const path = `${prefix}${name}`;
    const reading: Reading = { names, tell: tellAbout(path) };
    const found = below.find(([, one]) => one.key === path);
    const inside = below.filter(([, one]) => one.key.startsWith(`${path}.`));
    if (found) {
      const read = found[1].read(value, reading);
      if (read === undefined)
        reading.tell(key, saying('"{0}" {1}.', name, found[1].faultOf?.(value.value) ?? wanted(found[1])));
      else config[found[0]] = read;
    } else if (inside.length && value.type === 'object') {
      Object.assign(config, readObject(value, `${path}.`, names, tellAbout));
    } else if (inside.length) {
      reading.tell(key, saying('"{0}" has to be an object, as in {1}.', name, exampleOf(inside[0]?.[1], path)));
    } else if (path !== '$schema') {
      const known = [...new Set(below.map(([, one]) => one.key.slice(prefix.length).split('.')[0] as string))];
      reading.tell(key, unknownSetting(shortened(name), prefix.slice(0, -1), known, meant(name, known)));
    }
  }
  return config;
}

/** What is said of a setting that there is not: in the file, or under a key. */
function unknownSetting(name: string, under: string, known: readonly string[], best: string | undefined): Saying {
  const where = under ? saying('"{0}"', under) : configFileName;
  if (best !== undefined) return saying('"{0}" is not a setting of {1}; did you mean "{2}"?', name, where, best);
  if (!under) return saying('"{0}" is not a setting of {1}; correct its name or delete it.', name, where);
  const there: SayingValue = { items: known.map(one => saying('"{0}"', one)), conjunction: 'none' };
  return saying('"{0}" is not a setting of {1}; there is {2}.', name, where, there);
}

const exampleOf = (one: Setting | undefined, path: string): string =>
  one ? `{ "${one.key.slice(path.length + 1)}": ${JSON.stringify(one.example)} }` : '{}';
