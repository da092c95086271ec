import { expect, test } from 'vitest';
import {
  accreditationBodies,
  findAccreditationBody,
  renamedAccreditationBody,
} from '../../src/catalogues/accreditation-bodies.ts';
import { ismsServices } from '../../src/syntax/full/services.ts';

test('each can be written as a word of the language, and is found however it is written', () => {
  for (const name of Object.keys(accreditationBodies)) {
    const { lexerErrors, parserErrors } = ismsServices().parser.LangiumParser.parse(
      `certification "C" { accredited-by: ${name} }`,
    );
    expect([...lexerErrors, ...parserErrors], name).toEqual([]);
    expect(findAccreditationBody(name)).toBe(name);
    expect(findAccreditationBody(name.toUpperCase().replaceAll('-', ''))).toBe(name);
  }
});

test('an unknown one is not found', () => expect(findAccreditationBody('GlobalAccreditation')).toBeUndefined());

test('a body is found under another name of its own, and a former name leads to the one of today', () => {
  expect(findAccreditationBody('INMETRO')).toBe('CGCRE');
  expect(findAccreditationBody('TURKAK')).toBe('TÜRKAK');
  expect(renamedAccreditationBody('DAC')).toBe('EIAC');
  expect(renamedAccreditationBody('EIAC')).toBeUndefined();
});
