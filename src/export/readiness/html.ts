/** The readiness as a page for a view of the editor, in its colours. A tree is built, so that markup in texts is text. */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { OpenItem, Place, Readiness, ReadinessLine } from '../../readiness/readiness.ts';
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

const style = `
body { max-width: 60rem; line-height: 1.5; }
ul { list-style: none; padding-left: 0; }
ul ul { padding-left: 0.6rem; }
ul ul li { margin: 0.2rem 0; }
.lines > li { margin: 0.6rem 0; padding-left: 1.6rem; }
.sign { display: inline-block; width: 1.6rem; margin-left: -1.6rem; }
.met .sign { color: var(--vscode-testing-iconPassed, green); }
.missing .sign, .incomplete .sign { color: var(--vscode-testing-iconFailed, #c00); }
.late .sign { color: var(--vscode-editorWarning-foreground, #960); }
.state { font-weight: bold; }
.clause, .code { opacity: 0.8; font-size: 0.9em; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: 0.2rem 1rem 0.2rem 0; vertical-align: top; }
`;

/** `linkTo` says where a place is found. The page has no script and loads nothing. */
export function readinessHtml(readiness: Readiness, linkTo: (place: Place) => string): string {
  const linked = (words: string, place: Place | undefined): ElementContent =>
    place ? h('a', { href: linkTo(place) }, plainText(words)) : { type: 'text', value: plainText(words) };
  const openItem = ({ message, code, isLate, place }: OpenItem): ElementContent =>
    h('li', [...(isLate ? ['late: '] : []), linked(message, place), ...(code ? [' ', h('code.code', code)] : [])]);
  const lineItem = (line: ReadinessLine): ElementContent => {
    const more = details(line);
    const rest = andMore(line);
    return h(`li.${line.state}`, [
      h('span.sign', { ariaHidden: 'true' }, signs[line.state]),
      linked(line.title, line.place),
      ' ',
      h('span.clause', `(${line.clause})`),
      ': ',
      h('span.state', line.state),
      ...(more ? [`; ${plainText(more)}`] : []),
      ...(line.open.length
        ? [h('ul', [...line.open.slice(0, mostItems).map(openItem), ...(rest ? [h('li', rest)] : [])])]
        : []),
    ]);
  };
  const note = hidingNote(readiness);
  const { name, title: ismsTitle } = readiness.isms;
  const body = h('body', [
    h('h1', title),
    h('p', plainText(`${ismsTitle ?? name}, as of ${readiness.asOf}.`)),
    ...(note ? [h('p', note)] : []),
    ...readiness.stages.flatMap(stage => [
      h('h2', stageTitle(stage)),
      h('p', h('strong', sentence(verdict(stage)))),
      h('ul.lines', stage.lines.map(lineItem)),
    ]),
    h('h2', informationTitle),
    h('table', [
      h('thead', h('tr', [h('th', 'Clause'), h('th', 'Information'), h('th', 'State')])),
      h(
        'tbody',
        readiness.information.map(({ clause, name: what, state, place }) =>
          h('tr', [h('td', clause), h('td', [linked(what, place)]), h('td', informationStates[state])]),
        ),
      ),
    ]),
  ]);
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('title', title),
    h('style', style),
  ]);
  return `<!doctype html>\n${toHtml(h('html', { lang: 'en' }, [head, body]))}\n`;
}
