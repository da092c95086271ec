/** How controls, risks, assets, documents and the ISMS stand, in a line above them. What it says is asked for when it is in sight. */
import {
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  type Command,
} from 'vscode-languageserver';
import { fingerprintOf, type Lens, lensAt, lensRanges } from '../../src/ide/code-lens.ts';
import type { TextPosition } from '../../src/syntax/text/chunked-text.ts';
import { isPosition, valueAt } from '../protocol/client-capabilities.ts';
import { type ShowReferencesArgument, showReadinessCommand, showReferencesCommand } from '../protocol/protocol.ts';
import type { Context } from './shared/context.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  asks: 'textDocument.codeLens',
  offers: () => ({ codeLensProvider: { resolveProvider: true } }),
  answers: [
    answer(CodeLensRequest.type, 'code lenses', null, (context, workspace, { textDocument: { uri } }) =>
      context.editorSettings().codeLens
        ? lensRanges(workspace, uri).map(range => ({ range, data: { uri, position: range.start } }))
        : [],
    ),
    answer(
      CodeLensResolveRequest.type,
      'code lenses',
      lens => ({ ...lens, command: plain('') }),
      (context, _, lens) => resolved(context, lens),
    ),
  ],
});

/** Text that nothing can be done with: the protocol has no other. */
const plain = (title: string): Command => ({ title, command: '' });

function resolved(context: Context, given: CodeLens): CodeLens {
  const uri = valueAt(given.data, ['uri']);
  const position = valueAt(given.data, ['position']);
  if (typeof uri !== 'string' || !isPosition(position)) return { ...given, command: plain('') };
  const { session, client, remember } = context;
  const lens = lensAt(session.workspace, uri, position);
  if (client.has('workspace.codeLens.refreshSupport')) {
    const again = (): string => stateOf(context, uri, position);
    // While lenses are switched off none is remembered, and the client asks again when they are back.
    remember(CodeLensRefreshRequest.method, `${uri} ${position.line}`, uri, again(), again);
  }
  return { ...given, command: lens ? commandOf(context, lens, uri, position) : plain('') };
}

const stateOf = ({ session, editorSettings }: Context, uri: string, position: TextPosition): string =>
  editorSettings().codeLens ? (fingerprintOf(session.workspace, uri, position) ?? '') : 'off';

/** A command only for clients that have it. */
function commandOf({ client }: Context, lens: Lens, uri: string, position: TextPosition): Command {
  const { title, references, readinessOf } = lens;
  if (readinessOf !== undefined && client.commands.showReadiness)
    return { title, command: showReadinessCommand, arguments: [{ root: readinessOf }] };
  if (!references.length || !client.commands.showReferences) return plain(title);
  const argument: ShowReferencesArgument = { uri, position, locations: [...references] };
  return { title, command: showReferencesCommand, arguments: [argument] };
}
