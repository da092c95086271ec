/** The readiness as GitHub-flavoured Markdown. A tree is built and the library writes it, so that markup in texts is text. */
import type { ListItem, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { OpenItem, Place, Readiness, ReadinessLine, StageReadiness } from '../../readiness/readiness.ts';
import { plainText } from '../formats/text.ts';
import {
  andMore,
  details,
  hidingNote,
  informationStates,
  informationTitle,
  mostItems,
  sentence,
  signs,
  stageTitle,
  title,
  verdict,
} from './words.ts';

/** `linkTo` says where a place is found: a URL, relative or not. */
export function readinessMarkdown(readiness: Readiness, linkTo: (place: Place) => string): string {
  const note = hidingNote(readiness);
  const { name, title: ismsTitle } = readiness.isms;
  const root: Root = {
    type: 'root',
    children: [
      heading(1, title),
      paragraph(text(`${ismsTitle ?? name}, as of ${readiness.asOf}.`)),
      ...(note ? [paragraph(text(note))] : []),
      ...readiness.stages.flatMap(stage => stageSection(stage, linkTo)),
      heading(2, informationTitle),
      information(readiness, linkTo),
    ],
  };
  return toMarkdown(root, { bullet: '-', rule: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] });
}

type LinkTo = (place: Place) => string;

function stageSection(stage: StageReadiness, linkTo: LinkTo): RootContent[] {
  return [
    heading(2, stageTitle(stage)),
    paragraph({ type: 'strong', children: [text(sentence(verdict(stage)))] }),
    { type: 'list', ordered: false, spread: false, children: stage.lines.map(line => lineItem(line, linkTo)) },
  ];
}

function lineItem(line: ReadinessLine, linkTo: LinkTo): ListItem {
  const more = details(line);
  const rest = andMore(line);
  const items = [
    ...line.open.slice(0, mostItems).map(item => openItem(item, linkTo)),
    ...(rest ? [listItem(text(rest))] : []),
  ];
  return {
    type: 'listItem',
    spread: false,
    children: [
      paragraph(
        text(`${signs[line.state]} `),
        ...linked(line.title, line.place, linkTo),
        text(` (${line.clause}): `),
        { type: 'strong', children: [text(line.state)] },
        ...(more ? [text(`; ${more}`)] : []),
      ),
      ...(items.length ? [{ type: 'list' as const, ordered: false, spread: false, children: items }] : []),
    ],
  };
}

const openItem = ({ message, code, isLate, place }: OpenItem, linkTo: LinkTo): ListItem =>
  listItem(
    ...(isLate ? [text('late: ')] : []),
    ...linked(message, place, linkTo),
    ...(code ? [text(' '), { type: 'inlineCode' as const, value: code }] : []),
  );

function information({ information: entries }: Readiness, linkTo: LinkTo): RootContent {
  const row = (...cells: PhrasingContent[][]): TableRow => ({
    type: 'tableRow',
    children: cells.map(children => ({ type: 'tableCell', children })),
  });
  return {
    type: 'table',
    align: [null, null, null],
    children: [
      row([text('Clause')], [text('Information')], [text('State')]),
      ...entries.map(({ clause, name, state, place }) =>
        row([text(clause)], linked(name, place, linkTo), [text(informationStates[state])]),
      ),
    ],
  };
}

const linked = (words: string, place: Place | undefined, linkTo: LinkTo): PhrasingContent[] =>
  place ? [{ type: 'link', url: linkTo(place), children: [text(words)] }] : [text(words)];

const text = (value: string): PhrasingContent => ({ type: 'text', value: plainText(value).replace(/\s+/g, ' ') });

const paragraph = (...children: PhrasingContent[]) => ({ type: 'paragraph' as const, children });

const heading = (depth: 1 | 2, words: string): RootContent => ({ type: 'heading', depth, children: [text(words)] });

const listItem = (...children: PhrasingContent[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [paragraph(...children)],
});
