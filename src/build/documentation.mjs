// Documentation comments of the grammar: prose for people, and behind it tags that say what is known of the thing documented.
// src/build/traits.mjs lists the tags.
import { basename } from 'node:path';

const { AstUtils, CstUtils } = await import('langium');

/**
 * @typedef {object} Tag
 * @property {string} name
 * @property {string} argument
 * @property {string[]} [body] the lines of a snippet, unindented
 * @property {number} line 1-based
 */

/**
 * Ends the build with what is wrong in the grammar, and where: `organisation.langium:12: …`. Lines are 1-based.
 * @param {import('langium').AstNode} node
 * @param {string} message
 * @param {number} [line] that of the node, by default
 * @returns {never}
 */
export function fail(node, message, line = (node.$cstNode?.range.start.line ?? 0) + 1) {
  throw new Error(`${basename(AstUtils.getDocument(node).uri.path)}:${line}: ${message}`);
}

/** @type {{ text: string, tags: Tag[] }} */
const nothing = { text: '', tags: [] };

/**
 * What the comment right before a node of the grammar says. A tag begins with `@` at the start of a line or behind a space, and
 * ends before the next one; that of a snippet takes whole lines, up to one that begins with `@`.
 * @param {import('langium').AstNode} node
 * @returns {{ text: string, tags: Tag[] }} the prose on one line, and the tags with their arguments, unindented, and 1-based lines
 */
export function documentationOf(node) {
  const comment = CstUtils.findCommentNode(node.$cstNode, ['ML_COMMENT']);
  if (!comment?.text.startsWith('/**')) return nothing;
  const first = comment.range.start.line + 1;
  const lines = comment.text.slice(3, -2).replaceAll('\r', '').split('\n');
  /** @type {string[]} */
  const prose = [];
  /** @type {{ name: string, lines: string[], line: number }[]} */
  const tags = [];
  for (const [index, written] of lines.entries()) {
    const line = index === 0 ? written : written.replace(/^\s*\* ?/, '');
    const open = tags.at(-1);
    if (open?.name === 'snippet' && !line.startsWith('@')) {
      open.lines.push(line.trimEnd());
      continue;
    }
    const [before = '', ...found] = line.split(/(?:^|(?<=\s))@(?=[A-Za-z])/);
    (open?.lines ?? prose).push(before.trim());
    for (const tag of found) {
      const [, name = '', rest = ''] = /^([\w-]+)\s*(.*)$/.exec(tag.trim()) ?? [];
      tags.push({ name, lines: [rest], line: first + index });
    }
  }
  const joined = (/** @type {string[]} */ texts) => texts.join(' ').replace(/\s+/g, ' ').trim();
  return {
    text: joined(prose),
    tags: tags.map(({ name, lines: [head = '', ...more], line }) => ({
      name,
      line,
      ...(name === 'snippet' ? { argument: head, body: dedented(more) } : { argument: joined([head, ...more]) }),
    })),
  };
}

/**
 * Lines without the indentation that they share, and without empty lines around them.
 * @param {string[]} lines
 */
function dedented(lines) {
  const filled = lines.filter(Boolean);
  const indent = Math.min(...filled.map(line => line.search(/\S/)));
  return filled.map(line => line.slice(indent));
}
