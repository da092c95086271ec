/** Tables whose rows can be chosen. */
import { button, h } from './dom.ts';
import { counted, type Words } from './strings.ts';

export interface Row {
  /** Its first cell is the button by which it is chosen. */
  readonly cells: readonly (string | Node)[];
  readonly isChosen: boolean;
  readonly choose: () => void;
  readonly key: string;
}

/** Rows beyond so many are shown when somebody asks for them. */
const most = 200;

/** A table with its caption; columns are named by their heads. */
export function table(caption: string, heads: readonly string[], rows: readonly Row[], words: Words): HTMLElement {
  const body = h('tbody', {}, rows.slice(0, most).map(rowOf));
  const rest = rows.length - most;
  const all = h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption });
  all.append(
    h(
      'table',
      {},
      h('caption', {}, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          heads.map(head => h('th', { scope: 'col' }, head)),
        ),
      ),
      body,
    ),
  );
  if (rest > 0) {
    const show = h(
      'p',
      {},
      `${counted(words.shown, most, rows.length)} `,
      button(words.showMore, () => {
        body.append(...rows.slice(most).map(rowOf));
        show.remove();
      }),
    );
    all.append(show);
  }
  return all;
}

const rowOf = ({ cells: [first = '', ...cells], isChosen, choose, key }: Row): HTMLElement =>
  h(
    'tr',
    { class: isChosen ? 'chosen' : undefined },
    h(
      'th',
      { scope: 'row' },
      h(
        'button',
        {
          type: 'button',
          class: 'link',
          id: `row-${key}`,
          click: () => choose(),
          'aria-current': isChosen ? 'true' : undefined,
        },
        first,
      ),
    ),
    cells.map(cell => h('td', {}, cell)),
  );
