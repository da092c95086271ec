/** Where links in Markdown lead: by a command of the client, or else to a file. */
import type { HoverLinks } from '../../../src/ide/hover-links.ts';
import type { ClientCapabilities } from '../../protocol/client-capabilities.ts';
import { openPlaceCommand, type PlaceArgument } from '../../protocol/protocol.ts';

/**
 * @param spelled a URI as the client spells it: links are text, which does not pass through border.ts as URIs do
 * @param rulePages the folder (a URI) of the rules' pages
 */
export function linksFor(
  { commands, hoverMarkdown }: ClientCapabilities,
  spelled: (uri: string) => string,
  rulePages: string | undefined,
): HoverLinks {
  const file = (uri: string): string | undefined =>
    hoverMarkdown && uri.startsWith('file:') ? target(spelled(uri)) : undefined;
  return {
    place: ({ uri, range: { start } }) => {
      if (!hoverMarkdown) return undefined;
      if (!commands.openPlace) {
        const link = file(uri);
        return link && `${link}#L${start.line + 1}`;
      }
      const argument: PlaceArgument = { uri: spelled(uri), ...start };
      return target(`command:${openPlaceCommand}?${encodeURIComponent(JSON.stringify([argument]))}`);
    },
    file,
    rule: code => (hoverMarkdown && rulePages !== undefined ? target(`${rulePages}/${code}.md`) : undefined),
  };
}

/** What would end the target of a link is escaped; URIs may hold it as it is. */
const target = (uri: string): string =>
  uri.replace(/[()<>\s\\]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
