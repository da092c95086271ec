import { expect, it } from 'vitest';
import { chainItemsAt, followers, leaders } from '../../src/ide/call-hierarchy.ts';
import { atCursor, uri } from './workspace-with-cursor.ts';

const chain = `risk R-1 "Theft" { controls: A.8.1, Own-1 }
risk R-2 "Loss" { }
control A.8.1 { because: R-2 evidence: E1 }
control Own-1 "Locks" { evidence: D1 }
evidence E1 "List" { }
document D1 "Policy" { }
`;

const at = (name: string) => {
  const { workspace, position } = atCursor(chain.replace(new RegExp(`^(\\w+ ${name})`, 'm'), '$1<|>'), {});
  const named = ({ item, places }: ReturnType<typeof leaders>[number]): [string, string[]] => [
    item.name,
    places.map(({ start }) => `${start.line}:${start.character}`),
  ];
  return {
    items: chainItemsAt(workspace, uri, position),
    leaders: leaders(workspace, uri, position).map(named),
    followers: followers(workspace, uri, position).map(named),
  };
};

it('goes from a risk to its controls, whichever names the other', () => {
  expect(at('R-1').followers).toEqual([
    ['A.8.1', ['0:29']],
    ['Own-1', ['0:36']],
  ]);
  // The control names the risk: the place is the risk itself.
  expect(at('R-2').followers).toEqual([['A.8.1', ['1:5']]]);
  expect(at('R-1').leaders).toEqual([]);
});

it('goes from a control to its evidence and back to its risks', () => {
  expect(at('A.8.1').followers).toEqual([['E1', ['2:39']]]);
  expect(at('A.8.1').leaders).toEqual([
    ['R-1', ['0:29']],
    ['R-2', ['1:5']],
  ]);
  expect(at('Own-1').followers).toEqual([['D1', ['3:34']]]);
});

it('goes from evidence and documents back', () => {
  expect(at('E1').leaders).toEqual([['A.8.1', ['2:39']]]);
  expect(at('D1').leaders).toEqual([['Own-1', ['3:34']]]);
  expect(at('D1').followers).toEqual([]);
});

it('begins at a reference or at a declaration, with its title', () => {
  const { workspace, position } = atCursor('control Own-1 "Locks" { }\nrisk R { controls: Own<|>-1 }', {});
  expect(chainItemsAt(workspace, uri, position)).toMatchObject([{ name: 'Own-1', title: 'Locks', type: 'Control' }]);
  const inside = atCursor('risk R "Theft" { <|> }', {});
  expect(chainItemsAt(inside.workspace, uri, inside.position)).toMatchObject([{ name: 'R', title: 'Theft' }]);
  const role = atCursor('role X<|>', {});
  expect(chainItemsAt(role.workspace, uri, role.position)).toEqual([]);
});
