/** What the documents of an ISMS bear of its organisation, as `isms.config.json` says. */
import type { Branding, Logo } from '../formats/shared/branding.ts';
import { label } from '../model/declaration.ts';
import { refusing, SaidError } from '../wording/said-error.ts';
import { type SayingValue, saying } from '../wording/wording.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';

/** How large the file of a logo may be, in bytes: it is in every document. */
const largest = 1024 * 1024;

/** A logo that cannot be shown. The message says so to people, and what they can do. */
export class UnusableLogoError extends SaidError {
  readonly code = unusableLogo;
}

const unusableLogo = 'ISMS_UNUSABLE_LOGO';

/** Whether an error is an `UnusableLogoError`, also one of another bundle. */
export const isUnusableLogo = (error: unknown): error is Error =>
  error instanceof Error && (error as { readonly code?: unknown }).code === unusableLogo;

/** Logo and colour of an ISMS. Rejects with `UnusableLogoError` if the logo cannot be read, or is no picture that every format can show. */
export async function brandingOf(workspace: Workspace, unit: IsmsUnit): Promise<Branding> {
  const { logo, colour } = workspace.appearance(unit);
  return {
    colour: colour?.slice(1).toUpperCase(),
    logo: logo === undefined ? undefined : await logoOf(workspace, unit, logo),
  };
}

async function logoOf(workspace: Workspace, unit: IsmsUnit, path: string): Promise<Logo> {
  const { isms } = unit.view();
  const words = [isms?.organization?.value, isms?.title?.value, isms && label(isms)].find(text => text?.trim());
  const read = await workspace.readWithin(unit, path, largest);
  if ('reason' in read) throw unusable(path, saying(read.reason));
  const { readPicture } = await import('./logo/read.ts');
  const found = readPicture(read.bytes);
  if ('reason' in found) throw unusable(path, found.reason);
  return { ...found.picture, words: words ?? 'Logo' };
}

const unusable = (path: string, reason: SayingValue): UnusableLogoError =>
  new UnusableLogoError(
    refusing(
      'The logo {0} cannot be shown: {1}. Correct “documents.logo” in isms.config.json or the file, or take the setting out.',
      path,
      reason,
    ),
  );
