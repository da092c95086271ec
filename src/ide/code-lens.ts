/** A line over declarations that says how they stand: of what it says nothing is computed before it is looked at. */

import { decisionOf, isIncluded, risksOf } from '../analysis/control.ts';
import { soaCoverage } from '../analysis/coverage.ts';
import { dateOf } from '../analysis/deadline.ts';
import { controlOf } from '../analysis/document-control.ts';
import { type Evaluation, isGraver, riskMethod } from '../analysis/method.ts';
import { evaluateRisk, remaining } from '../analysis/risk.ts';
import type { Block } from '../incremental/block.ts';
import type { Control, Declaration, Declarations, Kind, Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { progressOf, readiness } from '../readiness/readiness.ts';
import type { TextPosition, TextRange } from '../syntax/text/chunked-text.ts';
import { say, sayCounted } from '../wording/wording.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { type Location, referencesAt } from './navigation.ts';

const kinds: ReadonlySet<Kind | undefined> = new Set<Kind>(['Isms', 'Control', 'Risk', 'Asset', 'PolicyDocument']);

/** What a lens says, and where its click leads. */
export interface Lens {
  /** Plain text on one line. */
  readonly title: string;
  /** Where the thing is named; empty where nothing names it. */
  readonly references: readonly Location[];
  /** The root of the ISMS whose readiness it is about. */
  readonly readinessOf?: string;
  /** What the title follows from, where that is quicker to find than the title. */
  readonly fingerprint: string;
}

/** Where lenses are in a file: on the keyword of each declaration that has one. Nothing is read for it. */
export function lensRanges(workspace: Workspace, uri: string): TextRange[] {
  return (workspace.file(uri)?.blocks ?? [])
    .filter(block => kinds.has(block.kind))
    .map(block => block.range({ start: 0, end: 1 }));
}

/** What the lens at the beginning of a declaration says; undefined where there is none any more. */
export function lensAt(workspace: Workspace, uri: string, position: TextPosition): Lens | undefined {
  const found = blockAt(workspace, uri, position);
  const declaration = found?.block.declaration;
  if (!found || !declaration) return undefined;
  const { unit, block } = found;
  const view = unit.view();
  if (declaration.$type === 'Isms') {
    const fingerprint = fingerprintOf(workspace, uri, position) ?? '';
    return { title: ismsText(workspace, unit), references: [], readinessOf: unit.root, fingerprint };
  }
  const title = textOf(view, declaration);
  if (title === undefined) return undefined;
  const [name] = declaration.names;
  const at = name && block.range(name).start;
  return { title, references: at ? referencesAt(workspace, uri, at, false) : [], fingerprint: title };
}

/** What a lens follows from, in short: it differs when the lens would say something else. */
export function fingerprintOf(workspace: Workspace, uri: string, position: TextPosition): string | undefined {
  const found = blockAt(workspace, uri, position);
  const declaration = found?.block.declaration;
  if (!found || !declaration) return undefined;
  const { unit } = found;
  const view = unit.view();
  if (declaration.$type !== 'Isms') return textOf(view, declaration);
  // The readiness follows from the findings, of which only the numbers are looked at.
  const { decided, total } = view.get(soaCoverage).total;
  const counts = [...unit.isms.files.keys()].sort().map(file => workspace.diagnostics(file).length);
  return JSON.stringify([decided, total, view.asOf, counts]);
}

function blockAt(
  workspace: Workspace,
  uri: string,
  position: TextPosition,
): { readonly unit: IsmsUnit; readonly block: Block } | undefined {
  const file = workspace.file(uri);
  const unit = workspace.unitOf(uri);
  if (!file || !unit) return undefined;
  const { chunkIndex } = file.text.locate(position);
  const block = file.blocks[chunkIndex];
  const start = block?.range({ start: 0, end: 0 }).start;
  const isThere = start && start.line === position.line && kinds.has(block.kind);
  return isThere ? { unit, block } : undefined;
}

function textOf(view: IsmsView, declaration: Declaration): string | undefined {
  switch (declaration.$type) {
    case 'Control':
      return controlText(view, declaration);
    case 'Risk':
      return riskText(view, declaration);
    case 'Asset':
      return assetText(view, declaration);
    case 'PolicyDocument':
      return documentText(view, declaration);
    default:
      return undefined;
  }
}

const joined = (parts: readonly (string | undefined | false)[]): string => parts.filter(Boolean).join(' · ');

function ismsText(workspace: Workspace, unit: IsmsUnit): string {
  const { decided, total } = unit.view().get(soaCoverage).total;
  return joined([say('SoA {0}/{1}', decided, total), stage1Text(workspace, unit)]);
}

/** Nothing where a rule failed: then nobody knows. */
function stage1Text(workspace: Workspace, unit: IsmsUnit): string | undefined {
  if (workspace.failedRules([unit]).length) return undefined;
  const [stage] = readiness(workspace, unit, 1).stages;
  if (!stage) return undefined;
  const { met, total } = progressOf(stage.lines);
  return say('stage 1: {0} of {1}', met, total);
}

/** By whom an inherited control is provided, as far as that is said. */
export function inheritedText({ applicable }: Control): string {
  const provider = applicable?.provider?.name;
  return provider ? say('inherited from {0}', provider) : say('inherited');
}

function controlText(view: IsmsView, control: Control): string {
  const decision = decisionOf(control);
  const status = isIncluded(control) ? control.status?.value : undefined;
  const risks = new Set(control.names.flatMap(({ value }) => risksOf(view, control, value)));
  return joined([
    risks.size > 0 && sayCounted(risks.size, 'treats {0} risk', 'treats {0} risks'),
    control.evidence.length > 0 &&
      sayCounted(control.evidence.length, '{0} piece of evidence', '{0} pieces of evidence'),
    decision === undefined && say('undecided'),
    decision === 'no' && say('excluded'),
    decision === 'inherited' && inheritedText(control),
    decision === 'yes' && say(status ?? 'applicable'),
    decision === 'inherited' && status && say(status),
  ]);
}

/** Where a risk stands at each stage, and whether that is accepted. */
export function riskText(view: IsmsView, risk: Risk): string {
  const { inherent, current, residual } = evaluateRisk(view, risk);
  const steps = [inherent, current, residual].filter(step => step !== undefined);
  return joined([steps.length ? steps.map(stepText).join(' → ') : say('not analysed'), acceptanceText(view, risk)]);
}

/** The score, and the level where there is no score that says more. */
const stepText = ({ score, level }: Evaluation): string =>
  level ? say('{0} {1}', score, level.label) : say('{0}', score);

function acceptanceText(view: IsmsView, { accepted }: Risk): string | undefined {
  const on = dateOf(accepted?.on);
  const until = dateOf(accepted?.until);
  if (until && until < view.asOf) return say('acceptance ended {0}', until);
  if (until) return say('accepted until {0}', until);
  return on ? say('accepted {0}', on) : say('not accepted');
}

function assetText(view: IsmsView, asset: Declarations['Asset']): string {
  const name = asset.names[0]?.value ?? '';
  const method = view.get(riskMethod);
  const risks = view.users(name, 'Asset', 'Risk').filter(({ assets }) => assets.some(ref => ref.name === name));
  let highest: Evaluation | undefined;
  for (const risk of method ? risks : []) {
    const rest = remaining(view, risk);
    if (rest && method && (!highest || isGraver(method, rest, highest))) highest = rest;
  }
  const needing = view.users(name, 'Asset', 'Asset').length;
  return joined([
    risks.length > 0 ? sayCounted(risks.length, '{0} risk', '{0} risks') : say('no risk'),
    highest && say('highest {0}', stepText(highest)),
    needing > 0 && sayCounted(needing, 'needed by {0} asset', 'needed by {0} assets'),
  ]);
}

function documentText(view: IsmsView, document: Declarations['PolicyDocument']): string {
  const { version, nextReview } = controlOf(view, document, false);
  const on = dateOf(document.approved?.on);
  return joined([
    version !== undefined && say('version {0}', version),
    on ? say('approved {0}', on) : say('not approved'),
    nextReview && say('next review by {0}', nextReview),
  ]);
}
