/** The settings that an editor has for all ISMSs: what its user set, and what VS Code is told of them. */
import type { RuleDocumentation } from '../../rules/rule.ts';
import { inEnglish } from '../../wording/wording.ts';
import type { WorkspaceSettings } from './config.ts';
import { settings } from './generated/settings.ts';
import { type EditorSetting, type RuleNames, readValue, type Setting, type ValueOf, wanted } from './setting.ts';

type Settings = typeof settings;

/** What the editor shows beside the text. */
export type EditorSettings = {
  readonly [Name in keyof Settings as Settings[Name] extends { editorOnly: true } ? Name : never]: ValueOf<
    Settings[Name]
  >;
};

export interface ReadSettings {
  readonly settings: WorkspaceSettings;
  readonly editor: EditorSettings;
  /** What is wrong with what was left out, a sentence each, in English for the log. */
  readonly problems: readonly string[];
}

type Offered = Setting & { readonly editor: EditorSetting };

const offered = Object.entries<Setting>(settings).filter((entry): entry is [string, Offered] => !!entry[1].editor);

/** Where nobody says otherwise. */
export const usualEditorSettings = Object.fromEntries(
  offered.flatMap(([name, { editorOnly, schema }]) => (editorOnly ? [[name, schema([]).default]] : [])),
) as EditorSettings;

/** The settings that somebody set. What is malformed is left out by itself, and told. An empty text counts as not set. */
export function readSettings(given: unknown, names: RuleNames): ReadSettings {
  const read: Record<string, unknown> = {};
  const editor: Record<string, unknown> = { ...usualEditorSettings };
  const problems: string[] = [];
  for (const [name, setting] of offered) {
    const value = givenAt(given, setting.key);
    if (value === undefined || value === null || value === '') continue;
    const { value: found, problems: told } = readValue(setting, value, names);
    const what = `The setting isms.${setting.key}`;
    if (found === undefined)
      problems.push(`${what} is ${shown(value)}, which counts as not set: it ${inEnglish(wanted(setting))}.`);
    else (setting.editorOnly ? editor : read)[name] = found;
    problems.push(...told.map(message => `${what}: ${inEnglish(message)}`));
  }
  return { settings: read, editor: editor as EditorSettings, problems };
}

/** The value of a key; what is before a dot is an object. */
const givenAt = (given: unknown, key: string): unknown =>
  key.split('.').reduce((value: unknown, step) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, step);
    return isObject ? (value as Readonly<Record<string, unknown>>)[step] : undefined;
  }, given);

/** A value as it was written, cut where it is long. */
function shown(value: unknown): string {
  let text: string;
  try {
    text = JSON.stringify(value) ?? String(value);
  } catch {
    return 'nested too deep';
  }
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The settings as VS Code wants them declared in package.json, by name. */
export const editorProperties = (rules: readonly RuleDocumentation[]): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    offered
      .map(([, setting]) => setting)
      .sort((a, b) => a.editor.order - b.editor.order)
      .map(setting => [`isms.${setting.key}`, editorProperty(setting, rules)]),
  );

function editorProperty({ editor, schema, want }: Offered, rules: readonly RuleDocumentation[]) {
  const { order, description: markdownDescription, empty } = editor;
  const common = { scope: 'window', order, markdownDescription };
  const own = schema(rules);
  if (own.type === 'object') return { ...own, default: {}, ...common };
  if ('default' in own) return { ...own, ...common };
  // A text field in the settings cannot be emptied but to an empty text.
  if (typeof own.pattern === 'string') {
    const pattern = own.pattern.replace(/^\^(.*)\$$/, '^($1)?$');
    return {
      ...own,
      default: '',
      pattern,
      patternErrorMessage: `It ${inEnglish(wanted({ want }))}, or be empty.`,
      ...common,
    };
  }
  const { enum: words = [], enumDescriptions = [] } = own as { enum?: string[]; enumDescriptions?: string[] };
  return {
    type: 'string',
    enum: ['', ...words],
    enumItemLabels: ['(not set)', ...words],
    enumDescriptions: [empty, ...enumDescriptions],
    default: '',
    ...common,
  };
}
