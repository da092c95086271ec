/**
 * The services of Langium, loaded when first needed: most runs of the command line meet only declarations in order, which
 * the light reader reads. How they are loaded is for whoever starts the program to say, since only Node can load
 * something in the midst of a computation; a browser has to load it beforehand.
 */
import type { LangiumCoreServices } from 'langium';

let make: (() => LangiumCoreServices) | undefined;
let services: LangiumCoreServices | undefined;

/** Says where the services come from: `makeServices` of langium.ts, imported now or when first called. */
export function provideLangium(factory: () => LangiumCoreServices): void {
  make = factory;
}

/** The services of the language, made at first use. */
export function ismsServices(): LangiumCoreServices {
  if (!make) throw new Error('provideLangium() has to be called before Langium is needed');
  return (services ??= make());
}
