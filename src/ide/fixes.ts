/** All fixes that an editor offers: those of the rules, and those for what a finding asks the author for. */
import type { Ref } from '../model/declaration.ts';
import unresolved from '../rules/name/unresolved.ts';
import undecidedControl from '../rules/soa/undecided-control.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';
import { diagnosticOf } from '../workspace/diagnostic.ts';
import {
  compareRanges,
  type FixSuggestion,
  fixesFor,
  suggestion,
  touches,
  writingContext,
} from '../workspace/fixes.ts';
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
  if (range) fixes.push(...openDecisions(workspace, uri, range));
  return fixes.sort((a, b) => compareRanges(a.diagnostic.range, b.diagnostic.range));
}

/**
 * The decisions about an open control where nothing tells of it, as while drafting: the coverage and the views lead there all the same, and it
 * is decided there or nowhere. Nothing of it is marked.
 */
function openDecisions(workspace: Workspace, uri: string, range: TextRange): FixSuggestion[] {
  const decisions: FixSuggestion[] = [];
  for (const { unit, block, finding } of workspace.findings(uri)) {
    const { declaration } = block;
    if (finding.rule.code !== undecidedControl.code || !declaration) continue;
    if (workspace.severity(unit, finding.rule) !== 'off') continue;
    const diagnostic = diagnosticOf(block, finding, 'hint');
    if (!diagnostic || !touches(diagnostic.range, range)) continue;
    const target = { declaration, at: { start: finding.start, end: finding.end }, data: finding.data };
    try {
      for (const fix of undecidedControl.fix?.(target, writingContext(unit)) ?? []) {
        const tried = suggestion(unit, diagnostic, fix);
        if (tried) decisions.push({ ...tried, untold: true });
      }
    } catch (error) {
      workspace.fixFailed(finding.rule.code, uri, error);
    }
  }
  return decisions;
}

/** What a fix comes down to, wherever in the declaration it writes it: a rule may offer with other words what is asked for. */
const keyOf = ({ edits, diagnostic: { code, range } }: FixSuggestion): string =>
  JSON.stringify([code, range, edits.map(({ uri, newText }) => [uri, newText.trim()])]);
