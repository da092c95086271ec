/** What the language makes of what an import wrote. */
import type { OutputFile } from '../../src/exchange/write/files.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { defaultLineWidth, formatText } from '../../src/syntax/format/format.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

export function workspaceOf(files: readonly OutputFile[]): Workspace {
  const workspace = new Workspace({ rules, today: '2026-06-01', fileExists: () => true });
  workspace.setFiles(new Map(files.map(({ path, text }) => [`file:///isms/${path}`, text])));
  workspace.update();
  return workspace;
}

/** What is no ISMS language, names what is not there, or does not stand in the form. */
export function faultsOf(files: readonly OutputFile[]): string[] {
  const workspace = workspaceOf(files);
  const misshapen = files.filter(({ text }) => formatText(text, { lineWidth: defaultLineWidth }) !== text);
  const found = [...workspace.sources()].flatMap(uri =>
    workspace
      .diagnostics(uri)
      .filter(({ code }) => /^(?:syntax\/(?!odd-character)|name\/(?:unresolved|duplicate))/.test(code))
      .map(({ code, message, range }) => `${uri.slice(13)}:${range.start.line + 1} ${code} ${inEnglish(message)}`),
  );
  return [...found, ...misshapen.map(({ path }) => `${path} is not as isms fmt writes it`)];
}

/** All files in one text, each behind a line with its name. */
export const joined = (files: readonly OutputFile[]): string =>
  files.map(({ path, text }) => `//- ${path}\n${text}`).join('\n');
