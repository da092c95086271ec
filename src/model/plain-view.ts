/** A view that notes nothing: for exports, statistics and anything else that reads an ISMS once. */

import type { Declarations } from './declaration.ts';
import type { Isms } from './isms.ts';
import { builtinOf, found, usersOf } from './lookup.ts';
import type { Inputs, IsmsView, Query } from './view.ts';

/** A view of an ISMS as it is now; queries are computed once. Not to be kept over a change. */
export function plainView(isms: Isms, inputs: Inputs): IsmsView {
  const values = new Map<string, unknown>();
  const view: IsmsView = {
    get isms() {
      return view.all('Isms')[0];
    },
    asOf: inputs.asOf,
    lock: inputs.lock,
    fileExists: (declaration, path) => {
      const block = isms.blockOf(declaration);
      return block && inputs.fileExists(block.file.uri, path);
    },
    all: kind => isms.blocks(kind).map(block => block.declaration as Declarations[typeof kind]),
    resolve: ref => found(isms.symbols.get(ref.name), ref.type)[0],
    named: (name, type) => found(isms.symbols.get(name), type),
    builtin: ref => builtinOf(ref),
    users: (name, ruleName, kind) => usersOf(isms.symbols.get(name), ruleName, kind),
    get: <T>(query: Query<T>): T => {
      if (!values.has(query.name)) values.set(query.name, query.compute(view));
      return values.get(query.name) as T;
    },
  };
  return view;
}
