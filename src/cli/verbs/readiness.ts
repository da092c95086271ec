/** `isms readiness`: what is there, missing and late for the two stages of a certification. */
import { Option } from 'commander';
import { readinessData } from '../../export/readiness/data.ts';
import { pathOfUri } from '../../node/files.ts';
import { type Place, type Readiness, readiness, type Stage } from '../../readiness/readiness.ts';
import { relativePath } from '../../workspace/uri.ts';
import { wantsColor } from '../color.ts';
import { displayPath } from '../display-path.ts';
import { exitCodes, type Io } from '../io.ts';
import { loadOne } from '../load.ts';
import { asOfOption, formatOption } from '../options.ts';
import { readinessText } from '../report/readiness-text.ts';
import type { Verb } from '../verb.ts';

interface ReadinessOptions {
  readonly stage?: '1' | '2';
  readonly asOf?: string;
  readonly format: 'text' | 'json' | 'md';
  readonly color?: boolean;
}

const help = `
Stage 1 is the review of documents, stage 2 asks whether they are put into practice. A point is met if what it asks
for is there and no finding of severity warning or error speaks against it. Stage 2 needs stage 1 as well.
Presets that hide findings do not count here; severities that are set for codes or areas do.

Exit codes: 0 ready, 1 not ready, 2 usage or unreadable input.

Examples:
  isms readiness my-isms                    both stages
  isms readiness my-isms --stage 1          before the review of documents
  isms readiness my-isms --as-of 2027-01-01 what will be late by then
  isms readiness my-isms --format md >> "$GITHUB_STEP_SUMMARY"`;

const readinessVerb: Verb = (command, io, exit) => {
  command
    .argument('[path]', 'the folder of the ISMS', '.')
    .addOption(new Option('--stage <stage>', 'only one stage of the certification').choices(['1', '2']))
    .addOption(formatOption(['text', 'json', 'md'], 'text'))
    .addOption(asOfOption())
    .option('--color', 'use colours (else only on a terminal, and not where NO_COLOR is set)')
    .option('--no-color', 'use no colours')
    .addHelpText('after', help)
    .action(async (path: string, options: ReadinessOptions) => {
      const { workspace, unit } = await loadOne(path, { asOf: options.asOf }, io);
      const stage = options.stage && (Number(options.stage) as Stage);
      const result = readiness(workspace, unit, stage);
      io.stdout.write(await written(result, unit.root, options, io));
      if (!result.stages.every(({ isReady }) => isReady)) exit(exitCodes.findings);
    });
};

async function written(result: Readiness, root: string, { format, color }: ReadinessOptions, io: Io): Promise<string> {
  const pathOf = (uri: string): string => displayPath(io.cwd, pathOfUri(uri));
  if (format === 'json') {
    return `${JSON.stringify(
      readinessData(result, uri => relativePath(uri, root)),
      null,
      2,
    )}\n`;
  }
  if (format === 'md') {
    const linkTo = ({ uri, range }: Place): string =>
      `${pathOf(uri).split('/').map(encodeURIComponent).join('/')}#L${range.start.line + 1}`;
    const { readinessMarkdown } = await import('../../export/readiness/markdown.ts');
    return readinessMarkdown(result, linkTo);
  }
  return readinessText(result, { color: color ?? wantsColor(io), pathOf });
}

export default readinessVerb;
