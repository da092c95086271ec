import type { IsmsStatus } from '../server/protocol/protocol.ts';

/** What the status bar says of one ISMS, e.g. `SoA 87/93`. */
export const coverageText = (status: IsmsStatus): string => `SoA ${status.decided}/${status.total}`;

/** The same for a screen reader. */
export const coverageLabel = (status: IsmsStatus): string =>
  `Statement of Applicability of ${status.title}: ${status.decided} of ${status.total} controls decided`;

/** The tooltip, in Markdown: a table of a few rows under the ISMS's title, and what a click does. */
export function coverageTooltip(status: IsmsStatus, unread: number): string {
  const rows = [
    ['Controls decided', `${status.decided} of ${status.total}`],
    ['Errors', `${status.errors}`],
    ['Warnings', `${status.warnings}`],
    ['As of', status.asOf],
    ...(unread ? [['Files and folders that could not be read', `${unread}`]] : []),
  ];
  return [
    `**${escapeMarkdown(status.title)}**`,
    '',
    '| Statement of Applicability | |',
    '|:--|--:|',
    ...rows.map(([what, value]) => `| ${what} | ${escapeMarkdown(value ?? '')} |`),
    '',
    status.firstGap ? 'Click to go to the first gap.' : 'No control is left open.',
  ].join('\n');
}

/** Text as text: titles come from documents that anybody may have written. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>&~$]/g, '\\$&');
