import { describe, expect, test } from 'vitest';
import { templateEntries, templateFiles } from '../../server/features/requests/shared/templates.ts';
import { starter } from '../../src/templates/starter/index.ts';
import { sayIn } from '../../src/wording/wording.ts';

describe('templates of the editor', async () => {
  const [first, second] = await templateEntries(sayIn());

  test('say what is asked to fit them', () => {
    expect(first?.questions.map(({ key }) => key)).toContain('hosting');
    expect(second?.questions).toEqual([]);
  });

  test('are the same without answers and with skipped ones', async () => {
    const skipped = Object.fromEntries((first?.questions ?? []).map(({ key }) => [key, '']));
    expect((await templateFiles({ id: 'starter' })).files).toEqual(starter.files());
    expect((await templateFiles({ id: 'starter', answers: skipped })).files).toEqual(starter.files());
  });

  test('follow each choice that is offered', async () => {
    for (const { key, choices } of first?.questions ?? [])
      for (const { word } of choices) {
        const { files } = await templateFiles({ id: 'starter', answers: { [key]: word } });
        expect(files).toEqual(starter.files({ [key]: key === 'customers' ? [word] : word }));
      }
  });

  test('say what is to be written first, which is no comment', () => {
    const { files, toWrite } = templateFiles({ id: 'starter' });
    expect(files[0]?.text.slice(toWrite?.start, toWrite?.end)).toBe('[Insert what you make or do]');
    expect(templateFiles({ id: 'minimal' }).toWrite).toBeUndefined();
  });

  test('refuse what is not understood, with what would be', () => {
    expect(() => templateFiles({ id: 'starter', answers: { people: 'many' } })).toThrow('whole number');
    expect(() => templateFiles({ id: 'other' })).toThrow('There is no template other.');
  });
});
