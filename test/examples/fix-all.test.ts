import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { applyFixes, chosenFixes, type FixChoice } from '../../src/workspace/fixes.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { exampleFiles } from './files.ts';

// Fixing all of a kind at once, on the example that shows everything there is to find.

const files = exampleFiles('broken');

function open(texts: Iterable<[string, string]>): Workspace {
  const workspace = new Workspace({ rules, today: '2026-06-15', fileExists: () => true });
  workspace.setFiles(texts);
  workspace.update();
  return workspace;
}

const commentsOf = (text: string): string[] => text.match(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g) ?? [];

const syntaxErrors = (workspace: Workspace): number =>
  workspace.files().flatMap(uri => workspace.diagnostics(uri).filter(({ code }) => code === 'syntax/error')).length;

function fixAll(workspace: Workspace, choice: FixChoice): Map<string, string> {
  const changed = applyFixes(workspace, chosenFixes(workspace, workspace.files(), choice));
  workspace.setFiles(changed);
  workspace.update();
  return changed;
}

describe.each([
  ['all that is safe', 'safe' as FixChoice],
  ...rules.filter(({ fix }) => fix).map(({ code }): [string, FixChoice] => [code, { code }]),
])('fixing %s', (_name, choice) => {
  test('breaks no syntax and loses no comment', () => {
    const before = open(files);
    const errors = syntaxErrors(before);
    const changed = fixAll(before, choice);
    expect(syntaxErrors(before)).toBeLessThanOrEqual(errors);
    for (const [uri, text] of changed) {
      const kept = commentsOf(text);
      const removable = choice === 'safe' || choice.code.startsWith('suppression/');
      for (const comment of commentsOf(files.find(([file]) => file === uri)?.[1] ?? '')) {
        if (removable && comment.includes('isms-ignore')) continue;
        expect(kept, `${uri}: ${comment}`).toContain(comment);
      }
    }
  });

  test('twice changes nothing more than once', () => {
    const workspace = open(files);
    // What one fix makes room for may be fixed in a second round; after a few there is nothing left to do.
    let rounds = 0;
    while (fixAll(workspace, choice).size) expect(++rounds).toBeLessThan(6);
    expect(fixAll(workspace, choice).size).toBe(0);
  });
});
