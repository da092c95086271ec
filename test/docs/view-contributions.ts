/** What package.json says of the views: it follows from the views that there are. */
import type { View } from '../../src/ide/views/shared/view.ts';

interface Command {
  readonly command: string;
  readonly [key: string]: unknown;
}

interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

/** The parts of `contributes` that hold views. */
export interface Contributes {
  readonly commands: readonly Command[];
  readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
  readonly views: Readonly<Record<string, readonly unknown[]>>;
}

const container = 'isms';
const nameOf = ({ id }: View): string => `${container}.${id}`;
const filterCommand = ({ id }: View): string => `${container}.view.${id}.filter`;
const isFilterCommand = ({ command }: { readonly command: string }): boolean =>
  /^isms\.view\..*\.filter$/.test(command);

/** Where git is there to be asked, and the user lets it run. */
const canRunGit = 'isWorkspaceTrusted && isms.canRunGit';

/** Buttons over a view beside that of its filter. */
const buttons: Readonly<Record<string, string>> = {
  soa: 'isms.export.soa',
  readiness: 'isms.showReadiness',
};

/** `given` with what the views say of themselves. The first view is always there: it says what to do where there is no ISMS. */
export function withViews<T extends Contributes>(given: T, views: readonly View[]): T {
  const filtered = views.filter(({ filters }) => filters.length > 0);
  const title = (view: View, command: string, at: number): MenuItem => ({
    command,
    when: `view == ${nameOf(view)}`,
    group: `navigation@${at}`,
  });
  return {
    ...given,
    commands: [
      ...given.commands.filter(each => !isFilterCommand(each)),
      ...filtered.map(view => ({
        command: filterCommand(view),
        title: `Filter ${view.title}…`,
        category: 'ISMS',
        icon: '$(filter)',
        enablement: 'isms.state == some',
      })),
    ],
    menus: {
      ...given.menus,
      'view/title': [
        ...filtered.map(view => title(view, filterCommand(view), 1)),
        ...views.flatMap(view => (buttons[view.id] ? [title(view, buttons[view.id] as string, 2)] : [])),
        {
          command: 'isms.compareWithGit',
          when: `view == isms.soa && isms.state == some && ${canRunGit}`,
          group: '2_isms',
        },
        { command: 'isms.openDashboard', when: 'view =~ /^isms\\./ && isms.state == some', group: 'navigation@3' },
      ],
      'view/item/context': [
        { command: 'isms.view.goTo', when: 'view =~ /^isms\\./ && viewItem =~ /place/', group: 'inline' },
        { command: 'isms.view.goTo', when: 'view =~ /^isms\\./ && viewItem =~ /place/', group: '1_open' },
        { command: 'isms.view.copyId', when: 'view =~ /^isms\\./ && viewItem =~ /name/', group: '2_copy' },
      ],
      commandPalette: [
        ...['isms.view.goTo', 'isms.view.copyId'].map(command => ({ command, when: 'false' })),
        { command: 'isms.compareWithGit', when: `${canRunGit} && !virtualWorkspace` },
      ],
    },
    views: {
      ...given.views,
      [container]: views.map((view, index) => ({
        id: nameOf(view),
        name: view.title,
        ...(index > 0 && { when: 'isms.state == some' }),
      })),
    },
  };
}
