/** The user's settings: what of them the server knows, and how it hears of them. */

import type { Connection } from 'vscode-languageserver';
import { isRecord } from '../../src/model/record.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import type { WorkspaceSettings } from '../../src/workspace/configuration/config.ts';
import { type EditorSettings, readSettings, usualEditorSettings } from '../../src/workspace/configuration/editor.ts';
import { ruleNames } from '../../src/workspace/configuration/setting.ts';
import { valueAt } from '../protocol/client-capabilities.ts';

/** The section of the client's settings that is the server's. */
export const settingsSection = 'isms';

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
  const names = ruleNames(rules);
  const told = new Set<string>();
  let current = '';
  let shownNow = JSON.stringify(usualEditorSettings);
  /** How often settings were heard of: an answer that comes after later news counts no more. */
  let news = 0;
  const read = (given: unknown): WorkspaceSettings => {
    news++;
    const { settings, editor, problems } = readSettings(given, names);
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
        if (news === before && isRecord(given)) take(given);
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
      if (isRecord(given)) take(given);
      else ask();
    },
  };
}
