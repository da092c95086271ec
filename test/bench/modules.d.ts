/*
 * The modules that are not there before the benchmark has been run once, as far as its scripts use them: so they can be type-checked
 * without installing and generating what only the benchmark needs.
 */
declare module '*/langium-generated/ast.ts' {
  import type { AstNode } from 'langium';

  interface Named extends AstNode {
    readonly name: string;
  }
  interface Party extends AstNode {
    readonly requirements: readonly Named[];
  }
  interface Model extends AstNode {
    readonly declarations: readonly AstNode[];
  }
  export function isModel(node: unknown): node is Model;
  export function isParty(node: unknown): node is Party;
}

declare module '*/langium-generated/module.ts' {
  import type {
    LangiumCoreServices,
    LangiumGeneratedCoreServices,
    LangiumGeneratedSharedCoreServices,
    LangiumSharedCoreServices,
    Module,
  } from 'langium';

  export const IsmsPeerGeneratedModule: Module<LangiumCoreServices, LangiumGeneratedCoreServices>;
  export const IsmsPeerGeneratedSharedModule: Module<LangiumSharedCoreServices, LangiumGeneratedSharedCoreServices>;
}
