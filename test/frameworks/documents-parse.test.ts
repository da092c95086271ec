import { expect, test } from 'vitest';
import { frameworkDocuments } from '../../src/frameworks/framework.ts';
import { ismsServices } from '../../src/syntax/full/services.ts';

test.each(frameworkDocuments.map(document => ({ document, uri: document.uri })))(
  '$uri is written in the language',
  ({ document }) => {
    const parsed = ismsServices().parser.LangiumParser.parse(document.text);
    expect(parsed.lexerErrors.map(error => error.message)).toEqual([]);
    expect(parsed.parserErrors.map(error => error.message)).toEqual([]);
    expect(parsed.value).toHaveProperty('declarations');
  },
);
