/** One form for all spellings of a file, on every platform: nothing here depends on the machine that runs it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameworkDocuments } from '../../src/frameworks/framework.ts';
import { fileSystemOf, Identities } from '../../src/workspace/identity.ts';
import { normalUri, pathOfUri, relativePath, resolvePath, uriOfPath } from '../../src/workspace/uri.ts';

describe('the normal form', () => {
  test.each([
    [
      'file:///w/ISMS%20%282026%29/a.isms',
      [
        'file:///w/ISMS (2026)/a.isms',
        'file:///w/ISMS%20(2026)/a.isms',
        'file:/w/ISMS%20%282026%29/a.isms',
        'file://localhost/w/ISMS%20(2026)/a.isms',
        '/w/ISMS (2026)/a.isms',
      ],
    ],
    [
      'file:///w/R%26D%2B%C3%BC',
      ['file:///w/R&D+ü', 'file:///w/R%26D%2b%c3%bc/', 'file:///w/./x/../R&D+%C3%BC', 'file:///%77/R&D+ü'],
    ],
    ['file:///w/a%23b/100%25', ['file:///w/a#b/100%', 'file:///w/a%23b/100%25', '/w/a#b/100%']],
    ['file:///w/what%3F.isms', ['file:///w/what?.isms', 'file:///w/what%3f.isms']],
    ['file:///w/c%3A/x', ['file:///w/c:/x', 'file:///w/c%3a/x']],
    [
      'file:///c%3A/w/a.isms',
      [
        'file:///C:/w/a.isms',
        'file:///c%3a/w/a.isms',
        'file:/c:/w/a.isms',
        'file://c:/w/a.isms',
        'file:///C|/w/a.isms',
        'C:\\w\\a.isms',
        'c:/w/a.isms',
        'file:///C:\\w\\a.isms',
        'file:///c:/w%5Ca.isms',
      ],
    ],
    ['file:///c%3A', ['file:///c:/', 'C:\\', 'file:///C%3A/']],
    [
      'file://server/share/a%20b.isms',
      [
        'file://SERVER/share/a b.isms',
        '\\\\server\\share\\a b.isms',
        'file:////server/share/a%20b.isms',
        'file://server/share\\a%20b.isms',
      ],
    ],
    ['file://wsl%24/Ubuntu/w', ['file://wsl$/Ubuntu/w', 'file://WSL%24/Ubuntu/w/', '\\\\wsl$\\Ubuntu\\w']],
    ['file:///w/%FF.isms', ['file:///w/%ff.isms']],
    ['file:///w/%25', ['file:///w/%']],
    ['file:///w/%25zz', ['file:///w/%zz']],
    ['file:///w/%EF%BF%BD', ['file:///w/\uD800', 'file:///w/\uFFFD']],
    ['file://', ['file:///', '/', 'file:///..']],
    ['untitled:Untitled-1', ['untitled:Untitled-1', 'UNTITLED:Untitled-1']],
    ['untitled:/w/new%20one.isms', ['untitled:/w/new one.isms']],
    [
      'vscode-vfs://github/acme/isms/a%20b.isms',
      ['vscode-vfs://github/acme/isms/a b.isms', 'vscode-vfs://GitHub/acme/./isms/a%20b.isms/'],
    ],
    [
      'vscode-remote://ssh-remote%2Bhost/w',
      ['vscode-remote://ssh-remote+host/w', 'vscode-remote://ssh-remote%2bhost/w/'],
    ],
    ['memfs:/w/a.isms?version=1#L2', ['memfs:/w/a.isms?version=1#L2']],
    ['http://[::1]:8080/w', ['http://[::1]:8080/w']],
  ])('is %s', (normal, spellings) => {
    expect(spellings.map(normalUri)).toEqual(spellings.map(() => normal));
    expect(normalUri(normal)).toBe(normal);
  });

  test.each([
    ['an escaped slash is no separator', 'file:///w/a%2Fb', 'file:///w/a/b'],
    ['an escape that is no text is not the text of it', 'file:///w/%FF', 'file:///w/%25FF'],
    ['another host', 'file://a/w', 'file://b/w'],
    ['another drive', 'file:///c:/w', 'file:///d:/w'],
    ['a backslash is a character of a name', 'file:///w/a%5Cb', 'file:///w/a/b'],
    ['case', 'file:///w/A', 'file:///w/a'],
    ['an accent as one character and as two', 'file:///w/%C3%BC', 'file:///w/u%CC%88'],
    ['another scheme', 'untitled:/w/a', 'file:///w/a'],
  ])('keeps files apart: %s', (_, a, b) => expect(normalUri(a)).not.toBe(normalUri(b)));

  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(
        fc.constantFrom('file:', 'file://', 'file:///', 'untitled:', 'memfs://h/', '\\\\', 'C:\\', '/'),
        fc.string({ unit: 'binary' }),
      )
      .map(parts => parts.join('')),
    fc
      .array(
        fc.constantFrom(
          'file:',
          '/',
          '\\',
          '%',
          '%5C',
          '%2F',
          '%ff',
          '..',
          '.',
          'c:',
          'a',
          '\uD800',
          'ü',
          '#',
          '?',
          '@',
          '[',
        ),
      )
      .map(parts => parts.join('')),
  );

  test('never throws, and is its own normal form', () => {
    fc.assert(
      fc.property(anything, uri => {
        const normal = normalUri(uri);
        expect(normalUri(normal)).toBe(normal);
      }),
    );
  });

  test('is that of the catalogues already', () => {
    for (const { uri } of frameworkDocuments) expect(normalUri(uri)).toBe(uri);
  });

  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter(text => !/[/\\:|\0]/.test(text) && text !== '.' && text !== '..' && text === text.trim());
  const names = fc.array(name, { minLength: 1, maxLength: 4 });

  test('of a path leads back to the path, on Windows and elsewhere', () => {
    fc.assert(
      fc.property(names, parts => {
        const posix = `/${parts.join('/')}`;
        expect(pathOfUri(uriOfPath(posix, false), false)).toBe(posix);
        const drive = `c:\\${parts.join('\\')}`;
        expect(pathOfUri(uriOfPath(drive, true), true)).toBe(drive);
        const share = `\\\\server\\share\\${parts.join('\\')}`;
        expect(pathOfUri(uriOfPath(share, true), true)).toBe(share);
      }),
    );
  });

  test('is the same however a name is escaped, and another one for another name', () => {
    const escapeAll = (text: string): string =>
      [...new TextEncoder().encode(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
    fc.assert(
      fc.property(names, name, (parts, other) => {
        const [last = '', ...above] = [...parts].reverse();
        const folder = above.reverse().map(encodeURIComponent).join('/');
        const uri = normalUri(`file:///w/${folder}/${encodeURIComponent(last)}`);
        expect(normalUri(`file:///w/${folder}/${escapeAll(last)}`)).toBe(uri);
        if (other !== last) expect(normalUri(`file:///w/${folder}/${encodeURIComponent(other)}`)).not.toBe(uri);
      }),
    );
  });
});

describe('the path of a URI', () => {
  test.each([
    ['file:///w/a%20b', false, '/w/a b'],
    ['file:///c%3A/w', true, 'c:\\w'],
    ['file:///c%3A', true, 'c:\\'],
    ['file://wsl%24/Ubuntu', true, '\\\\wsl$\\Ubuntu'],
    ['file://server/share', false, undefined],
    ['file:///w', true, undefined],
    ['file:///w/%FF', false, undefined],
    ['file:///w/a%2Fb', false, undefined],
    ['file:///w/a%00', false, undefined],
    ['untitled:/w/a', false, undefined],
  ])('%s, on Windows: %s', (uri, windows, path) => expect(pathOfUri(uri, windows)).toBe(path));
});

test('a path below a folder, also below the root', () => {
  expect(relativePath('file:///w/a%20b/c', 'file:///w')).toBe('a b/c');
  expect(relativePath('file:///w/c', 'file://')).toBe('w/c');
  expect(relativePath('file:///x/c', 'file:///w')).toBe('file:///x/c');
});

describe('one spelling for each file', () => {
  test.each([
    ['win32', 'file:///C:/W/Risks.isms', 'file:///c%3A/w/risks.isms', true],
    ['win32', 'file://Server/Share/A', 'file://server/share/a', true],
    ['darwin', 'file:///Users/M%C3%BCller', 'file:///users/mu%CC%88ller', true],
    ['win32', 'file:///c:/M%C3%BCller', 'file:///c:/Mu%CC%88ller', false],
    ['linux', 'file:///w/A', 'file:///w/a', false],
    ['linux', 'file:///w/%C3%BC', 'file:///w/u%CC%88', false],
    ['darwin', 'memfs:/w/A', 'memfs:/w/a', false],
    ['darwin', 'file:///w/a%2Fb', 'file:///w/a/b', false],
    ['darwin', 'file:///w/%FF', 'file:///w/%25FF', false],
  ])('%s: %s and %s are one file: %s', (platform, a, b, same) => {
    const identities = new Identities(fileSystemOf(platform));
    expect(identities.of(a) === identities.of(b)).toBe(same);
  });

  test('the spelling of a folder that was met first is that of its files', () => {
    const identities = new Identities(fileSystemOf('win32'));
    identities.of('file:///c:/Work/ISMS');
    expect(identities.of('file:///C:/WORK/isms/New.isms')).toBe('file:///c%3A/Work/ISMS/New.isms');
  });

  test('it is the same each time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('linux', 'darwin', 'win32'),
        fc.array(fc.string({ unit: 'binary' })),
        (platform, texts) => {
          const identities = new Identities(fileSystemOf(platform));
          const first = texts.map(text => identities.of(`file:///w/${text}`));
          expect(first.map(uri => identities.of(uri))).toEqual(first);
        },
      ),
    );
  });
});

describe('what a path in an ISMS names', () => {
  test.each([
    ['file:///w/isms', 'evidence\\2026\\x.pdf', 'file:///w/isms/evidence/2026/x.pdf'],
    ['file:///w/isms', '..\\x.pdf', 'file:///w/x.pdf'],
    ['file:///w/isms', 'a%5Cb 100%.pdf', 'file:///w/isms/a%255Cb%20100%25.pdf'],
    ['file:///w/isms', 'a%20b.pdf', 'file:///w/isms/a%2520b.pdf'],
    ['file:///w/isms', '\uD800.pdf', 'file:///w/isms/%EF%BF%BD.pdf'],
    ['file:///w/isms', '../../../../x.pdf', 'file:///x.pdf'],
    ['file:///w/isms', '/srv/x.pdf', 'file:///srv/x.pdf'],
    ['file:///w/isms', 'C:\\x\\y.pdf', 'file:///c%3A/x/y.pdf'],
    ['file:///w/isms', '\\\\Server\\share\\x.pdf', 'file://server/share/x.pdf'],
    ['file:///c%3A/w', '\\x.pdf', 'file:///c%3A/x.pdf'],
    ['file:///c%3A/w', 'd:/x.pdf', 'file:///d%3A/x.pdf'],
    ['file://server/share/w', '/x.pdf', 'file://server/share/x.pdf'],
    ['file:///w', 'a#1?.pdf', 'file:///w/a%231%3F.pdf'],
    ['vscode-vfs://github/acme', 'C:/x.pdf', 'vscode-vfs://github/acme/C%3A/x.pdf'],
    ['vscode-vfs://github/acme', '/x.pdf', 'vscode-vfs://github/acme/x.pdf'],
    ['file:///w', '', 'file:///w'],
    ['file:///w', 'folder/', 'file:///w/folder'],
  ])('from %s, %s is %s', (folder, path, uri) => {
    expect(resolvePath(folder, path)).toBe(uri);
    expect(normalUri(uri)).toBe(uri);
  });

  test('is in normal form, whatever the path', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('file:///w/isms', 'file:///c%3A/w', 'file://s/x/w', 'memfs:/w'),
        fc.string({ unit: 'binary' }),
        (folder, path) => {
          const uri = resolvePath(folder, path);
          expect(normalUri(uri)).toBe(uri);
        },
      ),
    );
  });
});
