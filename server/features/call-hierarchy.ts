/** The chain from a risk over its controls and their evidence to the documents, in both directions. */
import {
  type CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
} from 'vscode-languageserver';
import { type ChainItem, chainItemsAt, followers, leaders } from '../../src/ide/call-hierarchy.ts';
import type { ClientCapabilities } from '../protocol/client-capabilities.ts';
import { answer, feature } from './shared/feature.ts';
import { symbolKind } from './shared/symbols.ts';

export default feature({
  asks: 'textDocument.callHierarchy',
  offers: () => ({ callHierarchyProvider: true }),
  answers: [
    answer(CallHierarchyPrepareRequest.type, 'chain', null, ({ client }, workspace, { textDocument, position }) => {
      const items = chainItemsAt(workspace, textDocument.uri, position).map(item => toItem(item, client));
      return items.length ? items : null;
    }),
    answer(CallHierarchyIncomingCallsRequest.type, 'chain', null, ({ client }, workspace, { item }) =>
      leaders(workspace, item.uri, item.selectionRange.start).map(
        (link): CallHierarchyIncomingCall => ({ from: toItem(link.item, client), fromRanges: [...link.places] }),
      ),
    ),
    answer(CallHierarchyOutgoingCallsRequest.type, 'chain', null, ({ client }, workspace, { item }) =>
      followers(workspace, item.uri, item.selectionRange.start).map(
        (link): CallHierarchyOutgoingCall => ({ to: toItem(link.item, client), fromRanges: [...link.places] }),
      ),
    ),
  ],
});

/** What a client says of symbols counts here too: of the kinds in a hierarchy it says nothing. */
const toItem = (
  { uri, name, title, type, range, selection }: ChainItem,
  client: ClientCapabilities,
): CallHierarchyItem => ({
  name,
  detail: title,
  kind: symbolKind(type, client.documentSymbols.kinds),
  uri,
  range,
  selectionRange: selection,
});
