/** What can be written into the text from a picture: exactly what the choice says, in order, and nothing that nobody has picked. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Control } from '../../src/model/declaration.ts';
import { picturesOf } from '../../src/pictures/pictures.ts';
import { type WritingChoice, type WritingParams, writingOf } from '../../src/pictures/writing.ts';
import { applyEdits } from '../../src/workspace/fixes.ts';
import { open } from '../documents/open.ts';

const text = `isms Small "Small" {
}

role Cto "Chief technology officer" {
}

role Ciso {
}

supplier Host "Hosting" {
}

evidence RestoreTest "Restore test" {
}

evidence Drill {
}

control A.8.13 "Information backup" {
  // as agreed
  applicable: yes
  status: partial
  evidence: RestoreTest
}

control A.8.14 {
}

control A.7.1, A.7.2 { applicable: no }

risk R-1 "Fire" {
  owner: Ciso
}
`;

const file = 'a.isms';
const choicesOf = (params: WritingParams, source = text) => {
  const { workspace, unit } = open([[file, source]]);
  return writingOf(workspace, unit, params);
};
const written = ({ edits }: WritingChoice, source = text): string => applyEdits(source, edits);
const titles = (params: WritingParams): string[] => choicesOf(params).choices.map(({ title }) => title);
const control = (source: string, id: string): Control | undefined =>
  open([[file, source]])
    .unit.view()
    .all('Control')
    .find(({ names }) => names.some(({ value }) => value === id));

describe('to decide', () => {
  test('about a control offers whatever does not stand there already', () => {
    expect(titles({ about: 'decide', id: 'A.8.13' })).toEqual([
      'Write `applicable: no` in the place of `applicable: yes`',
      'Write `status: implemented` in the place of `status: partial`',
      'Write `status: planned` in the place of `status: partial`',
      'Write `applicable: inherited from Host` in the place of `applicable: yes`',
    ]);
  });

  test('about an entry without a decision offers each once', () => {
    expect(titles({ about: 'decide', id: 'A.8.14' })).toEqual([
      'Write `applicable: yes`',
      'Write `applicable: no`',
      'Write `applicable: inherited from Host`',
      // Those of the quick fixes, with their grounds.
      'Exclude: not necessary',
      'Exclude: not in scope',
      'Exclude: no such asset',
      'Exclude: no such activity',
      'Exclude: law does not apply',
    ]);
  });

  test('about a control without an entry offers an entry, in the order of the standard', () => {
    const { choices } = choicesOf({ about: 'decide', id: 'A.8.12' });
    expect(choices.map(({ title }) => title)).toEqual([
      'Add an entry for A.8.12 with `applicable: yes`',
      'Add an entry for A.8.12 with `applicable: no`',
    ]);
    const after = written(choices[1] as WritingChoice);
    expect(after).toContain('control A.8.12 "Data leakage prevention" {\n  applicable: no\n}\n');
    expect(control(after, 'A.8.12')?.applicable?.decision?.value).toBe('no');
  });

  test('about several controls together says so', () => {
    expect(choicesOf({ about: 'decide', id: 'A.7.2' }).choices[0]?.detail).toBe('For A.7.1, A.7.2 together.');
  });

  test('about what there is not offers nothing', () => {
    for (const id of ['A.9.99', 'R-1', '', '__proto__']) expect(titles({ about: 'decide', id })).toEqual([]);
  });

  test('changes what the choice names, and keeps comments', () => {
    for (const choice of choicesOf({ about: 'decide', id: 'A.8.13' }).choices) {
      const [, now = '', before = ''] = /^Write `([^`]+)` in the place of `([^`]+)`$/.exec(choice.title) ?? [];
      expect(written(choice)).toBe(text.replace(before, now));
    }
  });
});

test('to prove offers the evidence that is not named yet, and adds it', () => {
  const { choices } = choicesOf({ about: 'prove', id: 'A.8.13' });
  expect(choices.map(({ title }) => title)).toEqual(['Name Drill in `evidence:`']);
  expect(written(choices[0] as WritingChoice)).toContain('  evidence: RestoreTest, Drill\n');
  const first = choicesOf({ about: 'prove', id: 'A.8.14' }).choices[0] as WritingChoice;
  expect(written(first)).toContain('control A.8.14 {\n  evidence: RestoreTest\n}\n');
});

describe('to justify', () => {
  test('writes what was typed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('A.8.13', 'A.7.1'), (typed, id) => {
        const [choice] = choicesOf({ about: 'justify', id, text: typed }).choices;
        if (!choice) return;
        expect(control(written(choice), id)?.justification?.value.trim()).toBe(typed.trim().replace(/\r\n?/g, '\n'));
      }),
    );
  });

  test('offers what stands there, to be changed', () => {
    const source = text.replace('  status: partial', '  justification: "Old"\n  status: partial');
    expect(choicesOf({ about: 'justify', id: 'A.8.13' }, source).draft).toBe('Old');
    const [choice] = choicesOf({ about: 'justify', id: 'A.8.13', text: 'New "one"' }, source).choices;
    expect(written(choice as WritingChoice, source)).toBe(source.replace('"Old"', String.raw`"New \"one\""`));
  });

  test('writes nothing where nothing was typed', () => {
    expect(choicesOf({ about: 'justify', id: 'A.8.13', text: ' \n' }).choices).toEqual([]);
  });
});

describe('to accept', () => {
  test('names the owner first, and proposes no date', () => {
    const { names, choices, draft } = choicesOf({ about: 'accept', id: 'R-1' });
    expect(names.map(({ name }) => name)).toEqual(['Ciso', 'Cto']);
    expect([choices, draft]).toEqual([[], '']);
  });

  test('writes who, since when and until when', () => {
    const acceptance = { by: 'Cto', on: '2026-03-19', until: '2027-03-18' };
    const [choice] = choicesOf({ about: 'accept', id: 'R-1', acceptance }).choices;
    const after = written(choice as WritingChoice);
    expect(after).toContain('  accepted: 2026-03-19 by Cto until 2027-03-18\n');
    const mark = picturesOf(open([[file, after]]).unit).landscape.risks[0];
    expect([mark?.acceptedOn, mark?.acceptedUntil]).toEqual(['2026-03-19', '2027-03-18']);
    const again = choicesOf({ about: 'accept', id: 'R-1', acceptance: { by: 'Ciso', on: '2026-04-01' } }, after);
    expect(again.draft).toBe('2026-03-19 by Cto until 2027-03-18');
    expect(written(again.choices[0] as WritingChoice, after)).toContain('  accepted: 2026-04-01 by Ciso\n');
  });

  test('writes why, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), because => {
        const acceptance = { by: 'Cto', on: '2026-03-19', because };
        const [choice] = choicesOf({ about: 'accept', id: 'R-1', acceptance }).choices;
        if (!choice) return;
        const item = picturesOf(open([[file, written(choice)]]).unit).meeting.risks[0];
        expect(item?.accepted?.because ?? '').toBe(because.trim().replace(/\s+/g, ' '));
      }),
    );
  });

  test.each([
    [{ by: 'Nobody', on: '2026-03-19' }],
    [{ by: 'Cto', on: '2026-02-30' }],
    [{ by: 'Cto', on: '2026-03-19', until: 'soon' }],
    [{ by: 'Cto\n  treatment: retain', on: '2026-03-19' }],
  ])('writes nothing for %j', acceptance => {
    expect(choicesOf({ about: 'accept', id: 'R-1', acceptance }).choices).toEqual([]);
  });
});

describe('to date an assessment', () => {
  test('proposes no date, and writes the one that was typed', () => {
    expect(choicesOf({ about: 'assess', id: 'R-1' })).toMatchObject({ choices: [], draft: '' });
    const [choice] = choicesOf({ about: 'assess', id: 'R-1', assessed: '2026-05-04' }).choices;
    const after = written(choice as WritingChoice);
    expect(after).toBe(text.replace('  owner: Ciso\n', '  owner: Ciso\n  assessed: 2026-05-04\n'));
    const again = choicesOf({ about: 'assess', id: 'R-1', assessed: '2026-05-05' }, after);
    expect(again.draft).toBe('2026-05-04');
    expect(written(again.choices[0] as WritingChoice, after)).toBe(after.replace('05-04', '05-05'));
  });

  test.each([['2026-02-30'], ['soon'], [''], ['2026-05-04\n  treatment: retain']])(
    'writes nothing for “%s”',
    assessed => {
      expect(choicesOf({ about: 'assess', id: 'R-1', assessed }).choices).toEqual([]);
    },
  );

  test('is about risks alone', () => {
    expect(choicesOf({ about: 'assess', id: 'A.8.13', assessed: '2026-05-04' }).choices).toEqual([]);
  });
});

describe('to record a decision', () => {
  const reviews = `${text}
review MR-1 "First" {
  held: 2026-03-01
  decision "Old one"
}

review MR-2 { held: 2026-04-01 }
`;
  const decision = { review: 'MR-1', text: 'R-1: buy "more"  sprinklers', owner: 'Cto', due: '2026-09-01' };
  const record = (given: WritingParams['decision'], id = 'R-1', source = reviews) =>
    choicesOf({ about: 'record', id, ...(given && { decision: given }) }, source);

  test('offers the last review and the owner first, and proposes no date', () => {
    const offered = record(undefined);
    expect(offered.reviews).toEqual([
      { name: 'MR-2', title: '2026-04-01' },
      { name: 'MR-1', title: 'First, 2026-03-01' },
    ]);
    expect(offered.names.map(({ name }) => name)).toEqual(['Ciso', 'Cto']);
    expect([offered.choices, offered.draft]).toEqual([[], 'R-1: ']);
  });

  test('writes it into the review, and shows it beside what it is about', () => {
    const after = written(record(decision).choices[0] as WritingChoice, reviews);
    expect(after).toBe(
      reviews.replace(
        '  decision "Old one"\n',
        '  decision "Old one"\n  decision "R-1: buy \\"more\\" sprinklers" { owner: Cto  due: 2026-09-01 }\n',
      ),
    );
    const [item] = picturesOf(open([[file, after]]).unit).meeting.risks;
    expect(item?.decisions.map(({ title, due }) => [title, due])).toEqual([
      ['R-1: buy "more" sprinklers', '2026-09-01'],
    ]);
  });

  test('writes what was typed, whatever it is, and of nobody in particular', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('MR-1', 'MR-2'), (typed, review) => {
        const [choice] = record({ review, text: typed }).choices;
        if (!choice) return;
        const after = open([[file, written(choice, reviews)]])
          .unit.view()
          .all('Review');
        const found = after.find(({ names }) => names[0]?.value === review)?.decisions.at(-1);
        expect(found?.title?.value).toBe(typed.trim().replace(/\s+/g, ' '));
        expect([found?.owner, found?.due, found?.status]).toEqual([undefined, undefined, undefined]);
      }),
    );
  });

  test('is about controls too, with an entry or without', () => {
    for (const id of ['A.8.13', 'A.5.1'])
      expect(record({ review: 'MR-2', text: `${id}: yes` }, id).choices.length).toBe(1);
    for (const id of ['A.9.99', 'R-9', ''])
      expect(record({ review: 'MR-2', text: 'x' }, id)).toMatchObject({ choices: [], reviews: [] });
  });

  test.each([
    [{ ...decision, review: 'MR-9' }],
    [{ ...decision, owner: 'Nobody' }],
    [{ ...decision, due: '2026-02-30' }],
    [{ ...decision, due: 'soon' }],
    [{ ...decision, text: ' \n' }],
    [{ ...decision, owner: 'Cto }\nrisk X {' }],
  ])('writes nothing for %j', given => {
    expect(record(given).choices).toEqual([]);
  });

  test('names no review where none is declared', () => {
    expect(record(undefined, 'R-1', text).reviews).toEqual([]);
  });
});
