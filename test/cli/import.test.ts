/** `isms import` on the command line: what it writes, says and refuses. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, isms } from './isms.ts';

const register = 'Risk ID,Risk title,Risk owner,Treatment option\nR-1,Fire,CEO,Mitigate\n';
const strange = 'Risk ID,Risk title,Colour\nR-1,Fire,red\n';

describe('an import', () => {
  test('writes files, says what it made of them, and what the check finds', async () => {
    const cwd = folderWith({ 'risks.csv': register });
    const { code, stdout, stderr } = await isms(['import', 'risks.csv', '-o', 'my isms'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(readdirSync(join(cwd, 'my isms')).sort()).toEqual(['isms.isms', 'people.isms', 'risks.isms']);
    expect(stdout).toContain('Wrote my isms/risks.isms\n');
    expect(stdout).toContain('Declared: 1 isms, 1 role, 1 risk.');
    expect(stdout).toContain('risks.csv: risk register, 1 row, headings in row 1');
    expect(stdout).toMatch(/The check of my isms has \d+ findings: .*risk \d+.*\nNext: isms check my isms\n$/);
    const checked = await isms(['check', 'my isms', '--format', 'json'], { cwd });
    expect(stdout).toContain(`has ${JSON.parse(checked.stdout).length} findings`);
  });

  test('ends with 1 where something needs a look', async () => {
    const cwd = folderWith({ 'risks.csv': strange });
    expect((await isms(['import', 'risks.csv', '-o', 'out'], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, 'out/risks.isms'), 'utf8')).toContain('notes: "Colour: red"');
  });

  test.each(['report.json', 'report.html'])('writes the account to %s', async name => {
    const cwd = folderWith({ 'risks.csv': strange });
    const { stdout } = await isms(['import', 'risks.csv', '-o', 'out', '--report', name], { cwd });
    expect(stdout).toContain(`Wrote ${name}\n`);
    const text = readFileSync(join(cwd, name), 'utf8');
    expect(text).toContain('Colour');
    if (name.endsWith('.json'))
      expect(JSON.parse(text)).toMatchObject({
        $schema: 'urn:isms-as-code:schema:import-report:1',
        declarations: { risk: 1 },
        tables: [{ file: 'risks.csv', kind: 'risk', records: 1 }],
      });
  });

  test('gives the account in the language asked for, else in that of the ISMS around, and to programs in English', async () => {
    const cwd = folderWith({
      'risks.csv': strange,
      'ours/isms.isms': 'isms Ours {}\n',
      'ours/isms.config.json': '{ "documents": { "language": "de" } }',
    });
    const run = (...argv: string[]) => isms(['import', 'risks.csv', ...argv], { cwd });
    const german = await run('-o', 'out', '--language', 'de', '--report', 'report.html');
    expect(german.stdout).toContain('„Colour“ ist keine Überschrift');
    expect(german.stdout).toContain('risks.csv: Risikoregister, 1 Zeile, Überschriften in Zeile 1\n');
    expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toContain('Bericht über den Import');
    expect((await run('-o', 'ours/one')).stdout).toContain('„Colour“ ist keine Überschrift');
    const english = await run('-o', 'ours/two', '--language', 'en', '--force');
    expect(english.stdout).toContain('“Colour” is no heading');
    await run('-o', 'more', '--language', 'de', '--report', 'report.json');
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toContain('“Colour” is no heading');
    expect(readFileSync(join(cwd, 'more/risks.isms'), 'utf8')).toBe(readFileSync(join(cwd, 'out/risks.isms'), 'utf8'));
  });

  test('writes no hostile text as markup or control', async () => {
    const cwd = folderWith({
      'a.csv': 'Risk ID,Risk title,X\nR-1,"<script>alert(1)</script>\u001b[31m","<img src=x>"\n',
    });
    const { stdout } = await isms(['import', 'a.csv', '-o', 'out', '--report', 'r.html'], { cwd });
    expect(stdout).not.toContain('\u001b');
    const page = readFileSync(join(cwd, 'r.html'), 'utf8');
    expect(page).not.toMatch(/<script|<img/);
  });

  test('takes what tables are from a mapping', async () => {
    const mapping = JSON.stringify({ tables: [{ kind: 'risk', columns: { Colour: 'ignore' } }] });
    const cwd = folderWith({ 'risks.csv': strange, 'map.json': mapping });
    await isms(['import', 'risks.csv', '-o', 'out', '--map', 'map.json'], { cwd });
    expect(readFileSync(join(cwd, 'out/risks.isms'), 'utf8')).not.toContain('Colour');
  });

  test('reads a library, which the check then finds no fault of language in', async () => {
    const library = readFileSync(new URL('../exchange/libraries/framework/library.yaml', import.meta.url), 'utf8');
    const cwd = folderWith({ 'rules.yaml': library });
    const { code, stdout } = await isms(['import', 'rules.yaml', '-o', 'out'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('Declared: 1 isms, 1 method, 2 threats, 2 catalogs, 1 mapping.');
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
      'frameworks.isms',
      'isms.isms',
      'method.isms',
      'threats.isms',
    ]);
    const checked = await isms(['check', 'out', '--format', 'json'], { cwd });
    const codes = (JSON.parse(checked.stdout) as { code: string }[]).map(each => each.code);
    expect(codes.filter(each => /^(?:syntax|name)\//.test(each))).toEqual([]);
    expect((await isms(['coverage', 'Harbour-Rules', 'out'], { cwd })).stdout).toMatch(/A\.8\.15 undecided/);
  });

  test('into a folder of an ISMS adds no isms block', async () => {
    const cwd = folderWith({ 'risks.csv': register, 'out/main.isms': 'isms Ours {}\n' });
    await isms(['import', 'risks.csv', '-o', 'out/imported'], { cwd });
    expect(existsSync(join(cwd, 'out/imported/risks.isms'))).toBe(true);
    expect(existsSync(join(cwd, 'out/imported/isms.isms'))).toBe(false);
  });

  test('overwrites only where it is told to', async () => {
    const cwd = folderWith({ 'risks.csv': register, 'out/risks.isms': '// mine\n' });
    const refused = await isms(['import', 'risks.csv', '-o', 'out'], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/Nothing was written, as it would overwrite out\/risks\.isms\. .* --force/);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['risks.isms']);
    const forced = await isms(['import', 'risks.csv', '-o', 'out', '--force'], { cwd });
    expect(forced.code).toBe(0);
    expect(readFileSync(join(cwd, 'out/risks.isms'), 'utf8')).toContain('risk R-1 "Fire"');
  });
});

describe('nothing is written', () => {
  const files = {
    'risks.csv': register,
    'empty.csv': '',
    'letter.txt': 'Dear all,\nsee you tomorrow.\n',
    'old.xls': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'compose.yaml': 'services: {}\n',
    'bad.json': '{ "tables": [{ "kind": "risks" }] }',
  };
  test.each<[string[], RegExp]>([
    [['risks.csv'], /required option '-o, --output <folder>'/],
    [['risks.csv', '-o', ''], /-o is empty/],
    [['none.csv', '-o', 'out'], /none\.csv cannot be read: /],
    [['.', '-o', 'out'], /\. cannot be read: /],
    [['risks.csv', 'risks.csv', '-o', 'out'], /risks\.csv is given twice/],
    [
      ['risks.csv', 'empty.csv', 'old.xls', '-o', 'out'],
      /Nothing was imported[\s\S]*empty\.csv: it is empty[\s\S]*old\.xls: it is a workbook of the old binary format/,
    ],
    [['compose.yaml', '-o', 'out'], /compose\.yaml: it is YAML, of which only libraries of CISO Assistant/],
    [['letter.txt', '-o', 'out'], /No register was recognised, so nothing was written/],
    [
      ['risks.csv', '-o', 'out', '--map', 'bad.json'],
      /bad\.json: “risks” at tables\[0\]\.kind is not known; did you mean “risk”/,
    ],
    [['risks.csv', '-o', 'out', '--map', 'none.json'], /none\.json cannot be read/],
    [['risks.csv', '-o', 'out', '--report', 'r.txt'], /r\.txt is neither \.html nor \.json/],
    [['risks.csv', '-o', 'out', '--language', 'fr'], /There are no words for documents in “fr”/],
  ])('by import %j', async (argv, message) => {
    const cwd = folderWith(files);
    const { code, stderr } = await isms(['import', ...argv], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});
