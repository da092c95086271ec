import { inEnglish } from '../../wording/wording.ts';
import { configFileName } from './config.ts';
import { settings } from './generated/settings.ts';
import { type Setting, wanted } from './setting.ts';

const all: readonly Setting[] = Object.values<Setting>(settings);

const inFile = all.filter(({ editorOnly }) => !editorOnly);

/** The page about the settings, docs/configuration.md, in Markdown. */
export const configurationPage = (): string =>
  [
    '# Configuration',
    '',
    '<!-- Generated from src/workspace/configuration/settings: npm run docs. -->',
    '',
    `What holds for an ISMS stands in \`${configFileName}\` beside its \`isms\` block, as JSON; comments are allowed. Some settings can also be`,
    'given to a command, and in the editor, where they count for all ISMSs that are open. An option of a command or a setting of the editor wins',
    'over the file. What is not understood is reported (`config/invalid`) and has no effect; so is a file that applies to nothing',
    '(`config/unused`).',
    '',
    '| setting | without it | command | VS Code |',
    '| --- | --- | --- | --- |',
    ...inFile.map(({ key, otherwise, option, editor }) =>
      row(
        `[\`${key}\`](#${anchor(key)})`,
        otherwise,
        option ? `\`${option.flags}\`` : '',
        editor ? `\`isms.${key}\`` : '',
      ),
    ),
    ...inFile.flatMap(section),
    '',
    '## What the editor shows',
    '',
    'These settings are of VS Code alone.',
    '',
    ...all.flatMap(({ key, description, editorOnly }) => (editorOnly ? [`- \`isms.${key}\`: ${description}`] : [])),
    '',
  ].join('\n');

const row = (...cells: string[]): string => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const anchor = (key: string): string => key.toLowerCase().replaceAll('.', '');

function section({ key, description, example, want, schema }: Setting): string[] {
  const nested = key
    .split('.')
    .reverse()
    .reduce((value: unknown, step) => ({ [step]: value }), example);
  const { enum: words, enumDescriptions } = schema([]) as { enum?: string[]; enumDescriptions?: string[] };
  const meanings = (words ?? []).map((word, i) => `- \`${word}\`: ${enumDescriptions?.[i]}`);
  return [
    '',
    `## ${key}`,
    '',
    `${description} It ${inEnglish(wanted({ want }))}.`,
    '',
    '```json',
    JSON.stringify(nested),
    '```',
    ...(meanings.length ? ['', ...meanings] : []),
  ];
}
