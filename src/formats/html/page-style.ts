import type { Block, Document } from '../../documents/blocks.ts';
import { readableShade } from '../../workspace/configuration/contrast.ts';
import type { WriteOptions } from '../shared/format.ts';
import { marginTexts, type PrintColumn } from '../shared/print.ts';
import type { Width } from '../shared/widths.ts';
import { editorLogoStyle, logoStyle } from './logo.ts';

/** The style of every document. Colours have a contrast of at least 4.5 : 1 in both schemes; a status is told by its text. */
const styles = `
:root {
  color-scheme: light dark;
  --ground: #fff; --ink: #1c2430; --soft: #566273; --line: #dde3ea; --strong: #24405f; --band: #f3f6f9; --head: #24405f; --head-ink: #fff;
  --good: #14622f; --good-ground: #e1f5e7; --attention: #7a4b00; --attention-ground: #fff2d2;
  --bad: #9b1626; --bad-ground: #fde4e6; --muted: #566273; --muted-ground: #eef1f4;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #12171e; --ink: #dde4ec; --soft: #9aa7b6; --line: #2b343f; --strong: #a9c8ec; --band: #1a212a; --head: #22334a; --head-ink: #eaf1f9;
    --good: #8fdba6; --good-ground: #143220; --attention: #f0c674; --attention-ground: #3a2c0c;
    --bad: #ffa3ab; --bad-ground: #451a20; --muted: #9aa7b6; --muted-ground: #242c36;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 2rem 4rem; max-width: 112rem;
  background: var(--ground); color: var(--ink); font: 0.875rem/1.45 -apple-system, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
}
h1 { margin: 0 0 1.25rem; color: var(--strong); font-size: 1.9rem; font-weight: 650; line-height: 1.2; letter-spacing: -0.01em; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.9rem 2rem; margin: 0; padding: 1.1rem 0; border: solid var(--line); border-width: 1px 0; }
dl div { min-width: 0; }
dt { color: var(--soft); font-size: 0.78rem; }
dd { margin: 0.1rem 0 0; font-weight: 600; overflow-wrap: anywhere; }
table { width: 100%; margin-top: 2.5rem; border-collapse: separate; border-spacing: 0; }
caption { padding-bottom: 0.7rem; color: var(--strong); font-size: 1.2rem; font-weight: 650; text-align: left; }
th, td { padding: 0.45rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: break-word; hyphens: auto; }
.long { overflow-wrap: anywhere; }
.short { white-space: nowrap; }
thead th { position: sticky; top: 0; z-index: 1; background: var(--head); color: var(--head-ink); border-bottom: 0; font-weight: 600; vertical-align: bottom; overflow-wrap: break-word; }
thead th:first-child { border-start-start-radius: 4px; }
thead th:last-child { border-start-end-radius: 4px; }
tbody th { font-weight: 600; }
@media screen and (min-width: 48rem) {
  tbody th[scope=row] { position: sticky; left: 0; background: var(--ground); }
  thead th:first-child { left: 0; z-index: 2; }
}
tr:target > * { background: var(--band); }
:target { scroll-margin-top: 3rem; }
.group th { padding-top: 1rem; background: var(--band); color: var(--strong); border-bottom: 2px solid var(--strong); font-size: 0.95rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.date { font-variant-numeric: tabular-nums; }
tbody tr:not(.group):hover > * { background: var(--band); }
ul { margin: 0; padding: 0; list-style: none; }
li + li { margin-top: 0.15rem; }
.status { display: inline-block; padding: 0.05rem 0.5rem; border-radius: 0.6rem; font-weight: 600; font-size: 0.8rem; }
.good { color: var(--good); background: var(--good-ground); }
.attention { color: var(--attention); background: var(--attention-ground); }
.bad { color: var(--bad); background: var(--bad-ground); }
.muted { color: var(--muted); background: var(--muted-ground); }
@page { size: A4 landscape; margin: 12mm 10mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #566273; } }
@media print {
  :root { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { padding: 0; max-width: none; min-width: 0; font-size: 7.5pt; line-height: 1.35; }
  h1 { font-size: 18pt; margin-bottom: 4mm; }
  dl { padding: 3mm 0; gap: 2.5mm 6mm; grid-template-columns: repeat(5, 1fr); max-width: none; }
  dt { font-size: 7pt; }
  table { margin-top: 6mm; }
  caption { font-size: 11pt; break-after: avoid; }
  .within caption { font-size: 9.5pt; }
  th, td { padding: 0.8mm 1.3mm; }
  thead { display: table-header-group; break-after: avoid; }
  tbody:first-of-type > tr:first-child { break-before: avoid; }
  thead th { position: static; }
  tr { break-inside: avoid; }
  .group { break-after: avoid; }
  .group th { padding-top: 2.4mm; font-size: 8.5pt; }
  .status { padding: 0.2mm 1.4mm; font-size: 7pt; }
  .screen { display: none; }
  .paper { break-before: avoid; }
  .paper td { padding: 0 1.3mm 1.2mm 5mm; }
  .paper span { white-space: pre-line; }
  .paper span::before { content: attr(data-label); color: var(--soft); white-space: pre; }
  .paper span::after { content: attr(data-text); }
  tr:has(+ .paper) > * { border-bottom: 0; }
}
@media screen { .paper { display: none; } }
`;

/** For blocks that are no table. */
const blockStyles = `
h2 { margin: 2.5rem 0 0.7rem; color: var(--strong); font-size: 1.2rem; font-weight: 650; }
h3 { margin: 1.3rem 0 0.4rem; color: var(--strong); font-size: 1rem; font-weight: 650; }
.within { margin-top: 1.3rem; }
.within caption { padding-bottom: 0.4rem; font-size: 1rem; }
p { margin: 0 0 0.6rem; max-width: 60rem; }
td p:last-child { margin-bottom: 0; }
ul.prose, ol { padding-left: 1.2rem; }
ul.prose { list-style: disc; }
a { color: var(--strong); }
code { color: var(--soft); font-size: 0.9em; }
`;

const checklistStyles = `
.checklist { max-width: 60rem; }
.checklist > li { margin: 0.6rem 0; padding-left: 1.6rem; color: inherit; background: none; break-inside: avoid; }
.checklist ul { padding-left: 0.6rem; }
.checklist ul li { margin: 0.2rem 0; }
.sign { display: inline-block; width: 1.6rem; margin-left: -1.6rem; }
.good > .sign { color: var(--good); }
.attention > .sign { color: var(--attention); }
.bad > .sign { color: var(--bad); }
.muted > .sign { color: var(--muted); }
.state { font-weight: 600; }
.reference { color: var(--soft); font-size: 0.9em; }
`;

const figureStyles = `
figure { margin: 2.5rem 0 0; max-width: 48rem; break-inside: avoid; }
figcaption { margin-bottom: 0.7rem; color: var(--strong); font-size: 1.2rem; font-weight: 650; }
svg { display: block; width: 100%; height: auto; font: 13px -apple-system, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
svg text { fill: var(--ink); }
svg .axis { fill: var(--soft); }
svg .strong { font-weight: 650; font-size: 16px; }
svg rect { stroke: var(--ground); stroke-width: 2; fill: var(--band); }
svg .good { --fill: var(--good-ground); --shade: var(--good); }
svg .attention { --fill: var(--attention-ground); --shade: var(--attention); }
svg .bad { --fill: var(--bad-ground); --shade: var(--bad); }
svg .muted { --fill: var(--muted-ground); --shade: var(--muted); }
svg :is(.good, .attention, .bad, .muted) { fill: var(--fill); }
svg .shade-1.shade-1 { fill: color-mix(in srgb, var(--fill), var(--shade) 20%); }
svg .shade-2.shade-2 { fill: color-mix(in srgb, var(--fill), var(--shade) 40%); }
`;

/** The colours of the editor's theme, whatever the system's scheme is. */
const editorStyles = `
body { --ground: var(--vscode-editor-background); --ink: var(--vscode-editor-foreground); --soft: var(--vscode-descriptionForeground);
  --line: var(--vscode-panel-border); --strong: var(--vscode-editor-foreground); --band: var(--vscode-list-hoverBackground);
  --head: var(--vscode-editor-background); --head-ink: var(--vscode-editor-foreground); --good: var(--vscode-testing-iconPassed, green);
  --bad: var(--vscode-testing-iconFailed, #c00); --attention: var(--vscode-editorWarning-foreground, #960); --muted: var(--vscode-descriptionForeground);
  --good-ground: none; --attention-ground: none; --bad-ground: none; --muted-ground: none; font-family: var(--vscode-font-family); }
a { color: var(--vscode-textLink-foreground); }
svg .shade-1.shade-1, svg .shade-2.shade-2 { fill: color-mix(in srgb, transparent, var(--shade) 20%); }
`;

/** The ground of a page in the dark scheme, as above. */
const darkGround = '#12171e';

/** The colour of an organisation: in the dark scheme words have a lighter shade of it, and heads of tables keep it. */
function colourStyle(colour: string): string {
  const lighter = readableShade(`#${colour}`, '#ffffff', darkGround);
  return `
:root { --strong: #${colour}; --head: #${colour}; }
@media screen and (prefers-color-scheme: dark) { :root { --strong: ${lighter}; --head: #${colour}; --head-ink: #fff; } }
`;
}

/** The style sheet of a document: what its blocks need. */
export function pageStyle(
  blocks: readonly Block[],
  medium: WriteOptions['medium'],
  branding: WriteOptions['branding'],
): string {
  const types = new Set(blocks.map(({ type }) => type));
  const rows = blocks.flatMap(block => (block.type === 'table' ? block.groups.flatMap(group => group.rows) : []));
  const hasMarkup = rows.some(row => row.some(cell => typeof cell === 'object' && 'type' in cell));
  const isOnlyTables = types.size === 1 && types.has('table') && !hasMarkup;
  return [
    styles,
    isOnlyTables ? '' : blockStyles,
    types.has('checklist') ? checklistStyles : '',
    types.has('figure') ? figureStyles : '',
    branding?.logo ? logoStyle : '',
    branding?.colour === undefined ? '' : colourStyle(branding.colour),
    medium === 'editor' ? editorStyles : '',
    medium === 'editor' && branding?.logo ? editorLogoStyle : '',
  ].join('');
}

/** What every printed page repeats: the title, whose it is, in which version and class. */
export function pageMargins(document: Document): string {
  const { left, right, below } = marginTexts(document);
  const box = (place: string, text: string): string =>
    text === '' ? '' : ` @${place} { content: "${cssText(text)}"; font: 8pt sans-serif; color: #566273; }`;
  const boxes = box('top-left', left) + box('top-right', right) + box('bottom-left', below);
  return boxes === '' ? '' : `@page {${boxes} }\n`;
}

/** A text within quotes of a style sheet: all but plain letters, digits and blanks as escapes, so that it ends neither the quotes nor the sheet. */
const cssText = (text: string): string =>
  text.replace(/[^A-Za-z0-9 ]/gu, sign => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);

/**
 * The widths of a table's columns: shares of the whole, which is the page's width unless the table needs less; on the screen it has
 * a least width (narrower windows scroll).
 */
export function columnWidths(className: string, columns: readonly Width[], beside?: readonly PrintColumn[]): string {
  const widths = columns.map(column => Math.max(column.width, 1));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const shares = widths.map(
    (width, index) => `.${className} col:nth-child(${index + 1}) { width: ${((100 * width) / total).toFixed(2)}%; }\n`,
  );
  const widest = `.${className} { width: min(100%, ${(1.2 * total).toFixed(0)}ch); }\n`;
  const least = `@media screen { .${className} { min-width: ${(0.6 * total).toFixed(0)}ch; } }\n`;
  return widest + least + shares.join('') + (beside ? paperWidths(className, beside) : '');
}

/** The shares of the columns that paper has room for. */
function paperWidths(className: string, beside: readonly PrintColumn[]): string {
  const total = beside.reduce((sum, { width }) => sum + width, 0);
  const shares = beside.map(
    ({ x, width }) => `.${className} col:nth-child(${x + 1}) { width: ${((100 * width) / total).toFixed(2)}%; }`,
  );
  return `@media print { .${className} { width: 100%; } ${shares.join(' ')} }\n`;
}
