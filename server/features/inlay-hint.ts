/** Titles, levels and days between the words; where a name leads is told when the hint is looked at. */

import {
  type InlayHint,
  InlayHintKind,
  type InlayHintParams,
  InlayHintRefreshRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  type Range,
} from 'vscode-languageserver';
import { type HintKind, inlayHints } from '../../src/ide/inlay-hint.ts';
import { isRecord } from '../../src/model/record.ts';
import { isPosition, valueAt } from '../protocol/client-capabilities.ts';
import { hover } from './hover.ts';
import type { Context } from './shared/context.ts';
import { answer, feature } from './shared/feature.ts';

const resolvesTooltip = ({ lists }: Context['client']): boolean =>
  lists('tooltip', 'textDocument.inlayHint.resolveSupport.properties');

export default feature({
  asks: 'textDocument.inlayHint',
  offers: client => ({ inlayHintProvider: resolvesTooltip(client) ? { resolveProvider: true } : true }),
  answers: [
    answer(InlayHintRequest.type, 'inlay hints', null, (context, _, params) => hints(context, params)),
    answer(
      InlayHintResolveRequest.type,
      'inlay hints',
      hint => hint,
      (context, _, hint) => resolved(context, hint),
    ),
  ],
});

const kinds: Partial<Record<HintKind, InlayHintKind>> = { levels: InlayHintKind.Type };

function hints(context: Context, { textDocument: { uri }, range }: InlayHintParams): InlayHint[] {
  const { client, remember } = context;
  const found = hintsOf(context, uri, range);
  if (client.has('workspace.inlayHint.refreshSupport')) {
    const key = `${uri} ${JSON.stringify(range)}`;
    const text = (): string => JSON.stringify(hintsOf(context, uri, range));
    remember(InlayHintRefreshRequest.method, key, uri, JSON.stringify(found), text);
  }
  const canResolve = resolvesTooltip(client);
  return found.map(({ position, label, kind }): InlayHint => {
    const hint: InlayHint = { position, label, paddingLeft: true };
    const known = kinds[kind];
    if (known) hint.kind = known;
    // What the hint stands behind, to be looked up when somebody points at it.
    if (canResolve && kind === 'titles') hint.data = { uri, position };
    return hint;
  });
}

function hintsOf({ session, editorSettings }: Context, uri: string, range: Range) {
  const { inlayHintsTitles: titles, inlayHintsLevels: levels, inlayHintsDates: dates } = editorSettings();
  return inlayHints(session.workspace, uri, range, { titles, levels, dates });
}

/** The hint with what is known about the name before it. */
function resolved(context: Context, hint: InlayHint): InlayHint {
  const uri = valueAt(hint.data, ['uri']);
  const position = valueAt(hint.data, ['position']);
  if (typeof uri !== 'string' || !isPosition(position)) return hint;
  const card = hover(context.session.workspace, context, { textDocument: { uri }, position });
  const contents = card?.contents;
  return isRecord(contents) && 'kind' in contents ? { ...hint, tooltip: contents as InlayHint['tooltip'] } : hint;
}
