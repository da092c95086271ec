/** How decisions of the Statement of Applicability changed from one state of an ISMS to the next. */
import type {
  DecisionChange,
  HistoryEntry,
  SinceApproval,
  StatementHistory,
} from '../documents/data/_statement-history.ts';
import type { IsmsView } from '../model/view.ts';
import { statementChanges } from './difference.ts';

/** An ISMS as a commit has it. */
export interface CommittedState {
  readonly commit: { readonly id: string; readonly on: string; readonly subject: string };
  /** Undefined where there was none that could be read. */
  readonly view: IsmsView | undefined;
}

export interface HistoryAsked {
  /** Newest first, each built on the one after it. */
  readonly states: readonly CommittedState[];
  /** What the oldest of them is compared with; nothing if it is the first. */
  readonly base: IsmsView | undefined;
  /** As it is now, committed or not. */
  readonly now: IsmsView;
  /** Whether something may lie before the oldest state that is not among these. */
  readonly isPartial: boolean;
}

/** The history, and since which approval what is decided otherwise. */
export function historyOf({
  states,
  base,
  now,
  isPartial,
}: HistoryAsked): Pick<StatementHistory, 'entries' | 'sinceApproval' | 'unread'> {
  const entries: HistoryEntry[] = [];
  let before = base;
  let approval: { readonly on: string; readonly commit: string; readonly view: IsmsView } | undefined;
  for (const { commit, view } of [...states].reverse()) {
    if (!view) continue;
    // Nothing is known of what came before the oldest state: what it says may be older than its commit.
    const isUnknown = before === undefined && isPartial;
    const entry = entryOf(before, view, { commit: commit.id, on: commit.on, subject: commit.subject });
    entries.push(isUnknown ? { ...entry, version: null, approved: null } : entry);
    const stated = approvedOn(view);
    if (stated === undefined) approval = undefined;
    else if (stated !== approval?.on)
      approval = isUnknown || stated !== entry.approved ? undefined : { on: stated, commit: commit.id, view };
    before = view;
  }
  entries.push(entryOf(before, now, { commit: null, on: null, subject: null }));
  return {
    unread: states.filter(({ view }) => !view).length,
    sinceApproval: approval && approval.on === approvedOn(now) ? sinceApprovalOf(approval, now) : null,
    entries: entries.filter(isTelling).reverse(),
  };
}

const sinceApprovalOf = (
  { on, commit, view }: { readonly on: string; readonly commit: string; readonly view: IsmsView },
  now: IsmsView,
): SinceApproval => ({ approved: on, commit, decisions: decisions(view, now) });

const approvedOn = ({ isms }: IsmsView): string | undefined => isms?.approved?.on?.value;

const versionOf = ({ isms }: IsmsView): string | undefined => isms?.version?.value;

function entryOf(
  before: IsmsView | undefined,
  after: IsmsView,
  commit: Pick<HistoryEntry, 'commit' | 'on' | 'subject'>,
): HistoryEntry {
  const news = (of: (view: IsmsView) => string | undefined): string | null => {
    const value = of(after);
    return value === undefined || (before && of(before) === value) ? null : value;
  };
  return {
    ...commit,
    isFirst: before === undefined && commit.commit !== null,
    version: news(versionOf),
    approved: news(approvedOn),
    decisions: before ? decisions(before, after) : [],
  };
}

const isTelling = ({ isFirst, version, approved, decisions: all }: HistoryEntry): boolean =>
  isFirst || version !== null || approved !== null || all.length > 0;

/** What is approved with a statement, by the keys of its entries. */
const parts: Readonly<Record<string, DecisionChange['part']>> = {
  applicable: 'decision',
  status: 'status',
  reasons: 'reasons',
  justification: 'justification',
};

const decisions = (before: IsmsView, after: IsmsView): DecisionChange[] =>
  statementChanges(before, after).flatMap(({ id, title, facts }) =>
    facts.flatMap((fact): DecisionChange[] => {
      const part = parts[fact.key];
      return part ? [{ control: id, title, part, before: fact.before, after: fact.after }] : [];
    }),
  );
