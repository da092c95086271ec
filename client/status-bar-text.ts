import type { IsmsStatus } from '../server/protocol/protocol.ts';
import type { Translate } from './translate.ts';

/** What the status bar says of one ISMS, e.g. `SoA 87/93`. */
export const coverageText = (status: IsmsStatus, t: Translate): string =>
  t('SoA {0}/{1}', status.decided, status.total);

/** The same for a screen reader. */
export const coverageLabel = (status: IsmsStatus, t: Translate): string =>
  t('Statement of Applicability of {0}: {1} of {2} controls decided', status.title, status.decided, status.total);

/** The tooltip, in Markdown: a table of a few rows under the ISMS's title, and what a click does. */
export function coverageTooltip(status: IsmsStatus, unread: number, t: Translate): string {
  const rows = [
    [t('Controls decided'), t('{0} of {1}', status.decided, status.total)],
    [t('Errors'), `${status.errors}`],
    [t('Warnings'), `${status.warnings}`],
    [t('As of'), status.asOf],
    ...(unread ? [[t('Files and folders that could not be read'), `${unread}`]] : []),
  ];
  return [
    `**${escapeMarkdown(status.title)}**`,
    '',
    `| ${t('Statement of Applicability')} | |`,
    '|:--|--:|',
    ...rows.map(([what, value]) => `| ${what} | ${escapeMarkdown(value ?? '')} |`),
    '',
    status.firstGap ? t('Click to go to the first gap.') : t('No control is left open.'),
  ].join('\n');
}

/** Text as text: titles come from documents that anybody may have written. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>&~$]/g, '\\$&');
