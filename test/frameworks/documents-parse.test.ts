import { expect, test } from 'vitest';
import { documentsWithTexts } from '../../src/frameworks/texts.ts';
import { ismsServices } from '../../src/syntax/full/services.ts';

test.each(documentsWithTexts.map(document => ({ document, uri: document.uri })))(
  '$uri is written in the language',
  ({ document }) => {
    const parsed = ismsServices().parser.LangiumParser.parse(document.text);
    expect(parsed.lexerErrors.map(error => error.message)).toEqual([]);
    expect(parsed.parserErrors.map(error => error.message)).toEqual([]);
    expect(parsed.value).toHaveProperty('declarations');
  },
);
