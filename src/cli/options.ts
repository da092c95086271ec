/** Options that several verbs have. */
import { InvalidArgumentError, Option } from 'commander';
import { isDate } from '../model/dates.ts';

export const asOfOption = (): Option =>
  new Option(
    '--as-of <date>',
    'judge everything as of this date, such as 2026-06-15 (else "asOf" of isms.config.json, else today)',
  ).argParser(text => {
    if (isDate(text)) return text;
    throw new InvalidArgumentError('Give a date of the calendar such as 2026-06-15.');
  });

export const formatOption = (formats: readonly string[], fallback: string): Option =>
  new Option('--format <format>', 'how it is written').choices(formats).default(fallback);
