/** The change history as a part of the Statement of Applicability: what was decided otherwise, from what to what. (7.5.2, 7.5.3) */
import { day, say, word } from '../../wording/wording.ts';
import { type Block, type Cell, type Column, flatTable, paragraph, type Row, within } from '../blocks.ts';
import type { DecisionChange, HistoryEntry, StatementHistory } from '../data/_statement-history.ts';
import { column } from './_headings.ts';

/** What is decided otherwise since the approval, then commit by commit, newest first. */
export function historyPart(history: StatementHistory): readonly Block[] {
  const { sinceApproval, entries } = history;
  return [
    { type: 'heading', text: say('Change history') },
    ...notes(history),
    ...within([
      ...(sinceApproval?.decisions.length
        ? [
            flatTable(
              'since-approval',
              say('Decided otherwise since the approval of {0}', day(sinceApproval.approved)),
              decisionColumns(),
              sinceApproval.decisions.map(decisionCells),
            ),
          ]
        : []),
      ...(entries.length
        ? [flatTable('history', say('Changes by commit'), historyColumns(), entries.flatMap(rowsOf))]
        : []),
    ]),
  ];
}

function notes({
  since,
  isCut,
  isShallow,
  commits,
  unread,
  sinceApproval,
  entries,
}: StatementHistory): readonly Block[] {
  const sentences = [
    say('Decisions, reasons, justifications and status as git has them, newest first.'),
    since !== null && say('It begins after {0}.', since),
    isCut && say('It is cut: only the last {0} commits were looked at.', String(commits)),
    isShallow && say('Older commits may be missing: the repository is a shallow clone.'),
    unread > 0 && say('Commits that could not be read: {0}.', String(unread)),
    sinceApproval && !sinceApproval.decisions.length && nothingSince(sinceApproval.approved),
    !entries.length && say('No commit has changed a decision.'),
  ];
  return [paragraph(sentences.filter(sentence => typeof sentence === 'string').join(' '))];
}

const nothingSince = (approved: string): string =>
  say('Nothing is decided otherwise since the approval of {0}.', day(approved));

const decisionColumns = (): readonly Column[] => [
  column('control', 'Control', 'name'),
  column('title', 'Title', 'title'),
  column('part', 'What', 'name'),
  column('before', 'Before', 'prose'),
  column('after', 'After', 'prose'),
];

const historyColumns = (): readonly Column[] => [
  column('on', 'Date', 'date'),
  column('commit', 'Commit', 'name'),
  column('subject', 'Message', 'prose'),
  column('event', 'Event', 'prose'),
  ...decisionColumns(),
];

/** So much of an id tells it from the others of a repository. */
const idLength = 10;

/** A row for each decision; one at least, for the first commit and for what was approved. */
function rowsOf(entry: HistoryEntry): Row[] {
  const { commit, on, subject, decisions } = entry;
  const head: Row = [
    on ?? undefined,
    commit === null ? say('not committed') : commit.slice(0, idLength),
    subject ?? undefined,
    eventText(entry),
  ];
  if (!decisions.length) return [[...head, undefined, undefined, undefined, undefined, undefined]];
  return decisions.map(decision => [...head, ...decisionCells(decision)]);
}

function eventText({ isFirst, version, approved }: HistoryEntry): string | undefined {
  const parts = [
    isFirst && say('first known state'),
    version !== null && say('version {0}', version),
    approved !== null && say('approved {0}', day(approved)),
  ];
  return parts.filter(part => typeof part === 'string').join(', ') || undefined;
}

const decisionCells = ({ control, title, part, before, after }: DecisionChange): Row => [
  control,
  title ?? undefined,
  word(part),
  valueCell(part, before),
  valueCell(part, after),
];

function valueCell(part: DecisionChange['part'], values: readonly string[] | null): Cell {
  if (values === null) return '–';
  const shown = part === 'decision' || part === 'status' ? values.map(value => word(value)) : values;
  return shown.length === 1 ? shown[0] : shown;
}
