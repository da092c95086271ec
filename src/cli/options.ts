/** Options that several verbs have. */
import { InvalidArgumentError, Option } from 'commander';
import { inEnglish } from '../wording/wording.ts';
import { configFileName } from '../workspace/configuration/config.ts';
import { settings } from '../workspace/configuration/generated/settings.ts';
import { readValue, wanted } from '../workspace/configuration/setting.ts';

type OptionName = {
  [Name in keyof typeof settings]: (typeof settings)[Name] extends { option: object } ? Name : never;
}[keyof typeof settings];

/** The option of a setting, which wins over that of `isms.config.json`. */
export function settingOption(name: OptionName): Option {
  const setting = settings[name];
  const { flags, description } = setting.option;
  const full = `${description} (else "${setting.key}" of ${configFileName}, else ${setting.otherwise})`;
  return new Option(flags, full).argParser(text => {
    const { value } = readValue<unknown>(setting, text, noNames);
    if (value === undefined) throw new InvalidArgumentError(`It ${inEnglish(wanted(setting)).replaceAll('"', '')}.`);
    return value;
  });
}

/** No option names a rule. */
const noNames = { known: new Set<string>(), renamed: new Map<string, string>() };

export const asOfOption = (): Option => settingOption('asOf');

export const formatOption = (formats: readonly string[], fallback: string): Option =>
  new Option('--format <format>', 'how it is written').choices(formats).default(fallback);
