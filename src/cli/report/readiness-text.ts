/** The readiness for people at a terminal: a line for each point, and below it what stands against it, each with its place. */
import { createColors } from 'picocolors';
import {
  andMore,
  details,
  hidingNote,
  informationStates,
  informationTitle,
  mostItems,
  signs,
  stageTitle,
  verdict,
} from '../../export/readiness/words.ts';
import type { LineState, Place, Readiness, ReadinessLine } from '../../readiness/readiness.ts';
import { visible } from './visible.ts';

type Colors = ReturnType<typeof createColors>;

const paints: Readonly<Record<LineState, (colors: Colors) => (text: string) => string>> = {
  met: colors => colors.green,
  missing: colors => colors.red,
  incomplete: colors => colors.red,
  late: colors => colors.yellow,
};

export interface ReadinessTextOptions {
  readonly color: boolean;
  /** The path of a file as seen from where the reader is. */
  readonly pathOf: (uri: string) => string;
}

export function readinessText(readiness: Readiness, { color, pathOf }: ReadinessTextOptions): string {
  const colors = createColors(color);
  const where = ({ uri, range }: Place): string =>
    `${visible(pathOf(uri))}:${range.start.line + 1}:${range.start.character + 1}`;
  const note = hidingNote(readiness);
  const { name, title } = readiness.isms;
  const sections = [
    [colors.bold(`${visible(title ?? name)}, as of ${readiness.asOf}`), ...(note ? [note] : [])],
    ...readiness.stages.map(stage => [
      colors.bold(`${stageTitle(stage)}: ${verdict(stage)}`),
      ...stage.lines.flatMap(line => lineText(line, where, colors)),
    ]),
    [
      colors.bold(informationTitle),
      ...readiness.information.map(
        ({ clause, name: what, state, place }) =>
          `  ${clause.padEnd(8)}${what}: ${informationStates[state]}${place ? colors.dim(` ${where(place)}`) : ''}`,
      ),
    ],
  ];
  return `${sections.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function lineText(line: ReadinessLine, where: (place: Place) => string, colors: Colors): string[] {
  const more = details(line);
  const rest = andMore(line);
  const paint = paints[line.state](colors);
  const at = line.place ? colors.dim(` ${where(line.place)}`) : '';
  return [
    `  ${paint(signs[line.state])} ${line.title} (${line.clause}): ${paint(line.state)}${more ? `; ${visible(more)}` : ''}${at}`,
    ...line.open
      .slice(0, mostItems)
      .map(
        ({ isLate, message, code, place }) =>
          `      ${place ? `${where(place)}: ` : ''}${isLate ? 'late: ' : ''}${visible(message)}${code ? colors.dim(` [${code}]`) : ''}`,
      ),
    ...(rest ? [`      ${rest}`] : []),
  ];
}
