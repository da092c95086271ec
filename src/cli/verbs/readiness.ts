/** `isms readiness`: what is there, missing and late for the two stages of a certification. */
import { Option } from 'commander';
import { commonFormats, exportReadiness, joined } from '../../export/index.ts';
import type { WriteOptions } from '../../formats/shared/format.ts';
import { pathOfUri } from '../../node/files.ts';
import { stageNamed, stageNames } from '../../readiness/line.ts';
import { wantsColor } from '../colour.ts';
import { displayPath } from '../display-path.ts';
import { making } from '../faults.ts';
import { exitCodes, type Io } from '../io.ts';
import { loadOne } from '../load.ts';
import { asOfOption, formatOption, settingOption } from '../options.ts';
import type { Verb } from '../verb.ts';

interface ReadinessOptions {
  readonly stage?: string;
  readonly asOf?: string;
  readonly language?: string;
  readonly format: string;
  readonly color?: boolean;
}

/** Of all formats those that a terminal can show; the others come from `isms export`. */
const shown = commonFormats.filter(({ isText }) => isText).map(({ id }) => id);

const help = `
Stage 1 is the review of documents, stage 2 asks whether they are put into practice. A point is met if what it asks
for is there and no finding of severity warning or error speaks against it. Each stage needs the one before it.
Surveillance is judged too once a certificate is issued: what has to be done each year, and what is due next.
Presets that hide findings do not count here; rules that are switched off are named, and stand against stage 1.

Exit codes: 0 ready, 1 not ready, 2 usage or unreadable input.

Examples:
  isms readiness my-isms                    both stages
  isms readiness my-isms --stage 1          before the review of documents
  isms readiness my-isms --as-of 2027-01-01 what will be late by then
  isms readiness my-isms --format md >> "$GITHUB_STEP_SUMMARY"`;

const readinessVerb: Verb = (command, io, exit) => {
  command
    .argument('[path]', 'the folder of the ISMS', '.')
    .addOption(new Option('--stage <stage>', 'only one stage of the certification').choices(stageNames))
    .addOption(formatOption(shown, 'text'))
    .addOption(settingOption('documentsLanguage'))
    .addOption(asOfOption())
    .option('--color', 'use colours (else only on a terminal, and not where NO_COLOR is set)')
    .option('--no-color', 'use no colours')
    .addHelpText('after', help)
    .action(async (path: string, options: ReadinessOptions) => {
      const { language } = options;
      const { workspace, unit } = await loadOne(path, { asOf: options.asOf, language }, io);
      const { stage, format } = options;
      const { bytes, isReady } = await making('The readiness', io, async () => {
        const made = await exportReadiness(workspace, unit, {
          stage: stageNamed(stage),
          format,
          options: { ...placesFrom(io.cwd), color: options.color ?? wantsColor(io) },
        });
        return { bytes: await joined(made.file.pieces), isReady: made.isReady };
      });
      io.stdout.write(bytes);
      if (!isReady) exit(exitCodes.findings);
    });
};

/** Places as seen from the current folder. */
function placesFrom(cwd: Io['cwd']): Required<Pick<WriteOptions, 'linkTo' | 'nameOf'>> {
  const pathOf = (uri: string): string => displayPath(cwd, pathOfUri(uri));
  return {
    linkTo: ({ uri, range }) => `${pathOf(uri).split('/').map(encodeURIComponent).join('/')}#L${range.start.line + 1}`,
    nameOf: ({ uri, range }) => `${pathOf(uri)}:${range.start.line + 1}:${range.start.character + 1}`,
  };
}

export default readinessVerb;
