import { expect, test } from 'vitest';
import { isUnwritten, placeholderIn } from '../../src/model/placeholder.ts';
import { templates } from '../../src/templates/index.ts';

test.each([
  '',
  '  ',
  'TBD',
  'tbd.',
  'To do',
  '[to be written]',
  '???',
  '…',
  '<TODO>',
  '{{tbc}}',
  'Lorem ipsum dolor sit amet',
  't.b.d.',
  'Not yet defined',
  'needs to be written',
  'will follow',
  'asdf',
])('"%s" says nothing', text => expect(isUnwritten(text)).toBe(true));

test.each([
  'None',
  'Nothing yet',
  'It follows the policy',
  'To follow the policy',
  'The todo list',
  'To be decided by the board in May, see the minutes',
  'A',
  '-1',
  'XX',
])('"%s" says something', text => {
  expect(isUnwritten(text)).toBe(false);
  expect(placeholderIn(text)).toBeUndefined();
});

test.each([
  ['A laptop is lost (TODO: where?)', 'TODO'],
  ['Approved by {{name}} last year', '{{name}}'],
  ['Approved by [insert name]', '[insert name]'],
  ['Our Company Ltd.', 'Our Company Ltd.'],
  [' tbd ', 'tbd'],
  ['The services of [Company Name] in Berlin', '[Company Name]'],
  ['The services of %ORGANISATION%', '%ORGANISATION%'],
  ['Signed on ________ by the board', '________'],
  ['Contract of XX.XX.XXXX', 'XX.XX.XXXX'],
  ['Max Mustermann', 'Max Mustermann'],
])('"%s" holds %s', (text, found) => expect(placeholderIn(text)).toBe(found));

test.each([
  'A todo list',
  'No program starts from %APPDATA%',
  '[Companywide] rules',
  'a_b_c',
  'The risk […] remains',
  'TBDs',
  '<b>bold</b>',
  'Ask [Yourself]',
  '{ }',
])('"%s" holds none', text => expect(placeholderIn(text)).toBeUndefined());

test('what the templates leave to the author is one', () => {
  const texts = templates.flatMap(template => template.files().map(({ text }) => text)).join('\n');
  for (const name of ['Our Company Ltd.', 'First Person', 'Fifth Person']) {
    expect(texts).toContain(`"${name}"`);
    expect(placeholderIn(name)).toBe(name);
  }
});
