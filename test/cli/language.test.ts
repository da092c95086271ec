/** The language of documents on the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, isms } from './isms.ts';

const source = `isms Acme "Acme ISMS" { organization: "Acme" version: "1" }
role Ceo "Chief executive" { top-management }
risk R-1 "Loss of secrets" { owner: Ceo treatment: modify controls: A.8.13 action "Copy" { owner: Ceo due: 2026-05-01 } }
`;
const german = '{ "documents": { "language": "de" } }';

const exported = async (files: Record<string, string>, ...argv: string[]) =>
  isms(['export', 'risk-treatment-plan', '.', '--format', 'md', '-o', '-', ...argv], {
    cwd: folderWith({ 'main.isms': source, ...files }),
  });

describe('isms export', () => {
  test('speaks English where nobody says otherwise', async () => {
    expect((await exported({})).stdout).toContain('# Risk treatment plan\n');
  });

  test('speaks the language of the configuration, and that of the option before it', async () => {
    const files = { 'isms.config.json': german };
    expect((await exported(files)).stdout).toMatch(/^# Risikobehandlungsplan\n.*01\.05\.2026/s);
    expect((await exported(files, '--language', 'en')).stdout).toContain('# Risk treatment plan\n');
    expect((await exported({}, '--language', 'de')).stdout).toContain('# Risikobehandlungsplan\n');
  });

  test('writes days as the configuration says', async () => {
    const config = '{ "documents": { "language": "de", "dateFormat": "dd/MM/yyyy" } }';
    expect((await exported({ 'isms.config.json': config })).stdout).toContain('01/05/2026');
  });

  test('tells what the document leaves open in English', async () => {
    const { stderr, stdout } = await exported({}, '--language', 'de');
    expect(stderr).toContain('Risk treatment plan is incomplete: 1 risk is without a level.');
    expect(stdout).toContain('1 Risiko ist ohne Stufe');
  });

  test('takes a language of one’s own from its file, and counts what stays English', async () => {
    const files = { 'isms.words.fr.json': '{ "Risk treatment plan": "Plan de traitement des risques" }' };
    const { code, stdout, stderr } = await exported(files, '--language', 'fr');
    expect(code).toBe(0);
    expect(stdout).toContain('# Plan de traitement des risques\n');
    expect(stderr).toMatch(/isms: \d+ texts of this language have no translation and are English\./);
  });

  test.each([
    ['a language without words', {}, ['--language', 'fr'], 'There are no words for documents in “fr”'],
    ['what is no language', {}, ['--language', '../fr'], 'has to be a language such as de'],
    ['a faulty file', { 'isms.words.fr.json': '{ "Ownr": "x" }' }, ['--language', 'fr'], 'No document says "Ownr"'],
  ])('refuses %s, and writes nothing', async (_, files, argv, message) => {
    const { code, stdout, stderr } = await exported(files, ...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('prints every text to begin a file of words with, which is taken as it is', async () => {
    const { stdout } = await isms(['export', '--words'], { cwd: folderWith({}) });
    const { code, stderr } = await exported({ 'isms.words.fr.json': stdout }, '--language', 'fr');
    expect(code).toBe(0);
    expect(stderr).not.toContain('translation');
  });
});

test('a pack in German can be verified without saying so again', async () => {
  const cwd = folderWith({ 'isms/main.isms': source });
  const all = ['export', 'all', 'isms', '-o', 'pack', '--format', 'csv', '--language', 'de', '--as-of', '2026-03-01'];
  expect((await isms(all, { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, 'pack/index.html'), 'utf8')).toContain('lang="de"');
  expect(await isms(['verify', 'pack', 'isms'], { cwd })).toMatchObject({ code: 0 });
});
