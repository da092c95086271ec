/** Makes a workspace of files that were read elsewhere: from the disk by a command, or out of a repository or archive. */
import type { IsmsUnit, Workspace } from './workspace.ts';

/** URIs are in their normal form. */
export interface GivenFiles {
  /** Texts by URI: sources, configuration and lock files, and files of words. */
  readonly texts: ReadonlyMap<string, string>;
  /** The files that are there and cannot be read, with the end of the sentence that says why. */
  readonly unreadFiles: ReadonlyMap<string, string>;
  /** The folders that could not be looked into, with the end of the sentence that says why. */
  readonly unreadFolders?: readonly { readonly uri: string; readonly reason: string }[];
  /** Where links lead, by the URI of the link. */
  readonly links: ReadonlyMap<string, string>;
}

/** Puts files into a workspace that has none, and checks them. */
export function fill(workspace: Workspace, { texts, unreadFiles, unreadFolders = [], links }: GivenFiles): void {
  workspace.setLinks(links);
  workspace.setFiles(texts);
  for (const [uri, reason] of unreadFiles) workspace.setUnread(uri, reason);
  for (const { uri, reason } of unreadFolders) workspace.setUnreadFolder(uri, reason);
  workspace.update();
}

/**
 * The ISMSs that some files mean: that of the folder where it is one itself, also where others lie in it; else all that the files belong to.
 * @param folder URI of the folder that was asked for
 * @param sources URIs of the files under it
 */
export function meantIsmss(workspace: Workspace, folder: string, sources: readonly string[]): readonly IsmsUnit[] {
  const units = new Set(sources.map(uri => workspace.unitOf(uri)));
  const ismss = workspace.ismss().filter(unit => units.has(unit));
  const itself = ismss.find(({ root }) => root === folder);
  return itself ? [itself] : ismss;
}
