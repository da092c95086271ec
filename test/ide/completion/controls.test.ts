import { describe, expect, it } from 'vitest';
import { accept, completeAt, labelsAt } from './completing.ts';

const backup = 'A.8.13 Information backup';

describe('controls in references', () => {
  it.each([
    ['risk R { controls: <|> }', 'nothing typed'],
    ['risk R { controls: A.8.1<|> }', 'the beginning of the id'],
    ['risk R { controls: 8.13<|> }', 'the number without prefix'],
    ['risk R { controls: back<|> }', 'a word of the title'],
    ['risk R { controls: information back<|> }', 'words of the title'],
    ['risk R { controls: A.5.1, A.8.<|> }', 'an unfinished id after another'],
    ['control A.5.1 { because: covered-by back<|> }', 'after covered-by'],
    ['audit A { covers: back<|> }', 'among clauses'],
    ['threat T { controls: back<|>', 'without a closing brace'],
  ])('%s: found by %s', marked => {
    const { items, isIncomplete } = completeAt(marked);
    expect(items.find(item => item.label === backup)).toMatchObject({
      kind: 'control',
      detail: 'Technological controls',
      insertText: 'A.8.13',
      filterText: backup,
      isSnippet: false,
    });
    expect(isIncomplete).toBe(true);
  });

  it('writes the id alone, in the place of all that was typed for it', () => {
    expect(accept('risk R { controls: A.5.1, information back<|> }', backup)).toBe(
      'risk R { controls: A.5.1, A.8.13 }',
    );
    expect(accept('risk R {\n  controls: A.8.<|>\n}', backup)).toBe('risk R {\n  controls: A.8.13\n}');
    expect(accept('risk R { controls: A.5.1, 8.1<|>2, A.8.2 }', backup)).toBe(
      'risk R { controls: A.5.1, A.8.13, A.8.2 }',
    );
  });

  it('offers all 93 and leaves out those that are there', () => {
    expect(labelsAt('risk R { controls: <|> }').filter(label => label.startsWith('A.'))).toHaveLength(93);
    expect(labelsAt('risk R { controls: A.8.13, <|> }')).not.toContain(backup);
    expect(labelsAt('risk R { controls: <|>, A.8.13 }')).not.toContain(backup);
  });

  it('offers the successor of an id of 2013, and passes the filter of the editor', () => {
    const { items } = completeAt('risk R { controls: A.9.4.2<|> }');
    expect(items.map(item => item.label)).toEqual(['A.8.5 Secure authentication']);
    expect(items[0]).toMatchObject({ detail: 'replaces A.9.4.2 of 2013', insertText: 'A.8.5' });
    expect(items[0]?.filterText).toContain('A.9.4.2');
  });

  it('finds controls by the title that they had in 2013', () => {
    const found = completeAt('risk R { controls: password<|> }').items.find(item => item.insertText === 'A.5.17');
    expect(found?.filterText).toContain('password');
  });

  it('documents a control with its theme, its predecessors and its standing', () => {
    const item = completeAt('risk R { controls: 8.13<|> }').items.find(({ label }) => label === backup);
    expect(item?.documentation).toContain('A.12.3.1');
    expect(item?.documentation).toContain('Statement of Applicability: **applicable**, implemented');
  });

  it('offers clauses only where they are accepted', () => {
    expect(labelsAt('audit A { covers: <|> }')).toContain('9.2 Internal audit');
    expect(labelsAt('risk R { controls: <|> }')).not.toContain('9.2 Internal audit');
  });

  it('offers own controls and entries of catalogues too', () => {
    const others = {
      'acme.isms':
        'isms Acme {}\ncontrol ACME-1 "Own control" {\n}\ncatalog Nist {\n  entry PR.AA-01 "Identities"\n}\n',
    };
    const labels = labelsAt('risk R { controls: <|> }', others);
    expect(labels).toEqual(expect.arrayContaining(['ACME-1', 'PR.AA-01']));
  });
});

describe('controls in the head of an entry', () => {
  it('writes id, title and the rest of the entry', () => {
    expect(accept('control backup<|>', 'A.8.13 Information backup')).toBe(`control A.8.13 "Information backup" {
  applicable: yes
  justification: ""
  status: planned
  implementation: ""
  owner: Ciso
  evidence: 
}`);
  });

  it('writes id and title where the body is there, and the id where the title is', () => {
    expect(accept('control A.8.<|> {\n  applicable: yes\n}', backup)).toBe(
      'control A.8.13 "Information backup" {\n  applicable: yes\n}',
    );
    expect(accept('control <|> "Title" {\n}', backup)).toBe('control A.8.13 "Title" {\n}');
    expect(accept('control A.8.12, <|> {\n}', backup)).toBe('control A.8.12, A.8.13 {\n}');
  });

  it('finds by several words of the title', () => {
    expect(accept('control information back<|> {\n}', backup)).toBe('control A.8.13 "Information backup" {\n}');
  });

  it('keeps what follows on the next lines apart', () => {
    const text = accept('control A.8.<|>\n\ncontrol A.5.1 {\n  applicable: yes\n}\n', backup);
    expect(text).toMatch(/^control A\.8\.13 "Information backup" \{\n[\s\S]*\n\}\n\ncontrol A\.5\.1 \{\n/);
  });

  it('puts controls that are decided already behind the others, but not the one being edited', () => {
    const { items } = completeAt('control <|>');
    const last = items.at(-1);
    expect(last).toMatchObject({ label: backup, detail: 'Technological controls · decided already' });
    const own = completeAt('control A.8.1<|> {\n}', { 'acme.isms': 'isms Acme {}\n' }).items;
    expect(own.find(item => item.label.startsWith('A.8.1 '))?.detail).toBe('Technological controls');
  });

  it('offers the title of a control that has none', () => {
    expect(accept('control A.8.13 <|> {\n}', '"Information backup"')).toBe('control A.8.13 "Information backup" {\n}');
    expect(accept('control A.8.13 "Inf<|>\n', '"Information backup"')).toBe('control A.8.13 "Information backup"\n');
  });

  it('offers the rest of the entry behind the head', () => {
    expect(accept('control A.8.12 "Data leakage prevention" <|>', '{ … }')).toContain('applicable: yes');
  });
});
