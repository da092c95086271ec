/** All fixes that an editor offers: those of the rules, and those for what a finding asks the author for. */
import type { Ref } from '../model/declaration.ts';
import unresolved from '../rules/name/unresolved.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';
import { diagnosticOf } from '../workspace/diagnostic.ts';
import { compareRanges, type FixSuggestion, fixesFor, suggestion, touches } from '../workspace/fixes.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { declareInUsualFile } from './declare-missing.ts';
import { askedFixes } from './fixes-asked.ts';

/**
 * The fixes for the diagnostics of a file, or of those that touch a range of it, as of the last update: of each finding those of its rule
 * first. Those for what is asked for are only ever applied by themselves.
 */
export function offeredFixes(workspace: Workspace, uri: string, range?: TextRange): FixSuggestion[] {
  const fixes = fixesFor(workspace, uri, range);
  const known = new Set(fixes.map(keyOf));
  for (const { unit, block, finding } of workspace.findings(uri)) {
    const { declaration } = block;
    const { asks = [], code } = finding.rule;
    const isUnresolved = code === unresolved.code;
    if (!declaration || (!asks.length && !isUnresolved)) continue;
    const diagnostic = diagnosticOf(block, finding, workspace.severity(unit, finding.rule));
    if (!diagnostic || (range && !touches(diagnostic.range, range))) continue;
    const at = { start: finding.start, end: finding.end };
    try {
      const asked = askedFixes({ unit, block, declaration, at, asks }).map(fix => suggestion(unit, diagnostic, fix));
      const declared = isUnresolved
        ? declareInUsualFile({ unit, block, diagnostic, ...(finding.data as Pick<Ref, 'name' | 'type'>) })
        : [];
      for (const offered of [...asked, ...declared]) {
        if (!offered || known.has(keyOf(offered))) continue;
        known.add(keyOf(offered));
        fixes.push(offered);
      }
    } catch (error) {
      workspace.fixFailed(code, uri, error);
    }
  }
  return fixes.sort((a, b) => compareRanges(a.diagnostic.range, b.diagnostic.range));
}

/** What a fix comes down to, wherever in the declaration it writes it: a rule may offer with other words what is asked for. */
const keyOf = ({ edits, diagnostic: { code, range } }: FixSuggestion): string =>
  JSON.stringify([code, range, edits.map(({ uri, newText }) => [uri, newText.trim()])]);
