/** The user's settings: what of them the server knows, and how it hears of them. */
import type { Connection } from 'vscode-languageserver';
import { isDate } from '../../src/model/dates.ts';
import { isPreset, presets } from '../../src/rules/presets.ts';
import { severities } from '../../src/rules/rule.ts';
import type { SeveritySetting } from '../../src/workspace/config.ts';
import type { WorkspaceSettings } from '../../src/workspace/workspace.ts';
import { isObject, valueAt } from '../protocol/client-capabilities.ts';

/** The section of the client's settings that is the server's. */
export const settingsSection = 'isms';

/** What the editor shows beside the text. */
export interface EditorSettings {
  readonly inlayHints: { readonly titles: boolean; readonly levels: boolean; readonly dates: boolean };
  readonly codeLens: boolean;
}

export const usualEditorSettings: EditorSettings = {
  inlayHints: { titles: true, levels: true, dates: true },
  codeLens: true,
};

export interface ReadSettings {
  readonly settings: WorkspaceSettings;
  readonly editor: EditorSettings;
  /** What is wrong with what was left out, a sentence each. */
  readonly problems: readonly string[];
}

const levels: readonly SeveritySetting[] = [...severities, 'off'];

/** The settings that the server knows. What is malformed is left out by itself, and told. An empty text counts as not set. */
export function readSettings(given: unknown): ReadSettings {
  const problems: string[] = [];
  const take = <T>(name: string, want: string, is: (value: unknown) => value is T): T | undefined => {
    const value = valueAt(given, name.split('.'));
    if (value === undefined || value === '') return undefined;
    if (is(value)) return value;
    problems.push(`The setting isms.${name} is ${shown(value)}, which counts as not set: it has to be ${want}.`);
    return undefined;
  };
  const asOf = take('asOf', 'a date, such as 2026-03-31', (value): value is string => isText(value) && isDate(value));
  const preset = take('preset', `one of ${presets.join(', ')}`, isPreset);
  const rules = take('rules', 'an object of rule codes and severities', isObject) ?? {};
  const known = Object.entries(rules).filter((entry): entry is [string, SeveritySetting] => {
    const isKnown = levels.some(level => level === entry[1]);
    if (!isKnown)
      problems.push(
        `The setting isms.rules gives ${entry[0]} the severity ${shown(entry[1])}: use ${levels.join(', ')}.`,
      );
    return isKnown;
  });
  const isSwitchedOn = (name: string): boolean => take(name, 'true or false', isBoolean) ?? true;
  const editor: EditorSettings = {
    inlayHints: {
      titles: isSwitchedOn('inlayHints.titles'),
      levels: isSwitchedOn('inlayHints.levels'),
      dates: isSwitchedOn('inlayHints.dates'),
    },
    codeLens: isSwitchedOn('codeLens'),
  };
  return { settings: { asOf, preset, rules: known.length ? Object.fromEntries(known) : undefined }, editor, problems };
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

const isText = (value: unknown): value is string => typeof value === 'string';

/** A value as it was written, cut where it is long. */
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

export interface SettingsOptions {
  readonly connection: Connection;
  /** Whether the client answers when it is asked for them. */
  readonly canAsk: () => boolean;
  /** Takes settings that differ from those before. */
  readonly use: (settings: WorkspaceSettings) => void;
  /** Takes what the editor is to show, where that differs from before. */
  readonly show: (editor: EditorSettings) => void;
}

export interface SettingsKeeper {
  /** Takes what came with `initialize`, without calling `use`. */
  start(given: unknown): WorkspaceSettings;
  /** Asks the client. */
  ask(): void;
  /** Takes the settings of `workspace/didChangeConfiguration`. Where those have no section of ours there is no news in them. */
  changed(settings: unknown): void;
}

/** Keeps the settings that were heard of last. What is malformed is told in the client's log, once. */
export function settingsKeeper({ connection, canAsk, use, show }: SettingsOptions): SettingsKeeper {
  const told = new Set<string>();
  let current = '';
  let shownNow = JSON.stringify(usualEditorSettings);
  /** How often settings were heard of: an answer that comes after later news counts no more. */
  let news = 0;
  const read = (given: unknown): WorkspaceSettings => {
    news++;
    const { settings, editor, problems } = readSettings(given);
    const toShow = JSON.stringify(editor);
    if (toShow !== shownNow) {
      shownNow = toShow;
      show(editor);
    }
    for (const problem of problems) {
      if (told.has(problem)) continue;
      told.add(problem);
      connection.console.warn(problem);
    }
    return settings;
  };
  const take = (given: unknown): void => {
    const settings = read(given);
    const text = JSON.stringify(settings);
    if (text === current) return;
    current = text;
    use(settings);
  };
  const ask = (): void => {
    if (!canAsk()) return;
    const before = news;
    connection.sendRequest('workspace/configuration', { items: [{ section: settingsSection }] }).then(
      answer => {
        const [given] = Array.isArray(answer) ? answer : [];
        if (news === before && isObject(given)) take(given);
      },
      (error: unknown) => connection.console.warn(`The settings could not be asked for: ${String(error)}`),
    );
  };
  return {
    start: given => {
      const settings = read(given);
      current = JSON.stringify(settings);
      return settings;
    },
    ask,
    changed: settings => {
      const given = valueAt(settings, [settingsSection]);
      if (isObject(given)) take(given);
      else ask();
    },
  };
}
