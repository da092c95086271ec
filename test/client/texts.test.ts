import { describe, expect, it } from 'vitest';
import { checkSummary } from '../../client/check-summary.ts';
import { innermost, isWithin } from '../../client/places.ts';
import { coverageLabel, coverageText, coverageTooltip, escapeMarkdown } from '../../client/status-bar-text.ts';
import type { Translate } from '../../client/translate.ts';
import { decodeBase64 } from '../../server/protocol/base64.ts';
import type { IsmsStatus } from '../../server/protocol/protocol.ts';

/** As VS Code says a text in English. */
const t: Translate = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));

const status: IsmsStatus = {
  root: 'file:///a',
  title: 'Acme',
  decided: 87,
  total: 93,
  errors: 2,
  warnings: 1,
  asOf: '2026-03-01',
};

describe('coverage in the status bar', () => {
  it('says decided of all controls', () => {
    expect(coverageText(status, t)).toBe('SoA 87/93');
    expect(coverageLabel(status, t)).toBe('Statement of Applicability of Acme: 87 of 93 controls decided');
  });

  it('has a table of what matters in its tooltip', () => {
    const tooltip = coverageTooltip(status, 0, t);
    expect(tooltip).toContain('| Controls decided | 87 of 93 |');
    expect(tooltip).toContain('| Errors | 2 |');
    expect(tooltip).toContain('| As of | 2026\\-03\\-01 |');
    expect(tooltip).toContain('No control is left open.');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    expect(coverageTooltip({ ...status, firstGap: { uri: 'file:///a/b', range } }, 0, t)).toContain('first gap');
    expect(coverageTooltip(status, 2, t)).toContain('could not be read | 2 |');
  });

  it('shows a title as text, whatever is in it', () => {
    expect(escapeMarkdown('a|b\n[x](command:y) <img> **z**')).toBe(
      'a\\|b \\[x\\]\\(command:y\\) \\<img\\> \\*\\*z\\*\\*',
    );
  });
});

describe('which ISMS a document belongs to', () => {
  const at = (path: string, scheme = 'file') => ({ scheme, authority: '', path });
  const group = { at: at('/clients'), name: 'group' };
  const client = { at: at('/clients/client/'), name: 'client' };

  it('is the innermost one around it', () => {
    expect(innermost([group, client], at('/clients/client/soa.isms'))).toBe(client);
    expect(innermost([client, group], at('/clients/other/soa.isms'))).toBe(group);
    expect(innermost([group, client], at('/elsewhere/soa.isms'))).toBeUndefined();
  });

  it('tells folders apart that begin alike, and file systems', () => {
    expect(isWithin(at('/clients/client-2/x'), client.at)).toBe(false);
    expect(isWithin(at('/clients/client'), client.at)).toBe(true);
    expect(isWithin(at('/clients/client/x', 'vscode-vfs'), client.at)).toBe(false);
    expect(isWithin(at('/any/x'), at('/'))).toBe(true);
  });
});

describe('the summary of a check', () => {
  const none = { files: 9, errors: 0, warnings: 0, infos: 0, hints: 0, unread: [], asOf: ['2026-03-01'] };
  const one = { uri: 'file:///w/a.isms', reason: 'you may not' };
  it.each([
    [none, 'No findings in 9 files, as of 2026-03-01.'],
    [{ ...none, errors: 2, warnings: 1 }, '2 errors and 1 warning in 9 files, as of 2026-03-01.'],
    [
      { ...none, files: 1, errors: 1, infos: 1, hints: 3 },
      '1 error, 1 information and 3 hints in 1 file, as of 2026-03-01.',
    ],
    [{ ...none, asOf: ['2026-03-01', '2026-06-15'] }, 'No findings in 9 files, as of 2026-03-01 and 2026-06-15.'],
    [{ ...none, files: 0 }, 'There are no .isms files in this workspace.'],
    [{ ...none, unread: [one] }, 'No findings in 9 files, as of 2026-03-01. 1 file or folder could not be read.'],
    [
      { ...none, files: 0, unread: [one, one] },
      'There are no .isms files in this workspace. 2 files or folders could not be read.',
    ],
  ])('of %j', (result, text) => expect(checkSummary(result, t)).toBe(text));
});

describe('decoding a file from the server', () => {
  it('gives back every byte', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
    expect(decodeBase64('')).toEqual(new Uint8Array());
  });
});
