import { describe, expect, test } from 'vitest';
import { outsideScope, scopeBoundary } from '../../src/analysis/scope.ts';
import { viewOf as viewOfFiles } from './view-of.ts';

const viewOf = (text: string) => viewOfFiles(['isms Acme "Acme ISMS" {}', text]);

describe('an asset is outside the scope', () => {
  const outside = (scope: string, asset: string) => {
    const view = viewOf(`scope "S" { ${scope} }\nasset Db "Db" { ${asset} }`);
    const boundary = view.get(scopeBoundary);
    const [db] = view.all('Asset');
    return boundary && db && outsideScope(boundary, db);
  };

  test.each([
    ['excludes: Db because "old"', '', 'asset'],
    ['excludes: Host because "old"', 'supplier: Host', 'supplier'],
    ['excludes: Berlin because "sister"', 'location: Berlin', 'location-excluded'],
    ['locations: Utrecht', 'location: Berlin', 'location-not-listed'],
  ])('%s, %s: %s', (scope, asset, because) => expect(outside(scope, asset)).toBe(because));

  test.each([
    ['', 'location: Berlin'],
    ['locations: Utrecht', ''],
    ['locations: Utrecht', 'location: Berlin, Utrecht'],
    ['locations: Utrecht', 'location: Berlin supplier: Host'],
    ['excludes: Berlin because "sister"', 'location: Berlin, Utrecht'],
    ['excludes: "Db" because "a text is no name"', ''],
  ])('but not: %s, %s', (scope, asset) => expect(outside(scope, asset)).toBeUndefined());

  test('nothing is, without a scope', () => expect(viewOf('asset Db "Db" {}').get(scopeBoundary)).toBeUndefined());
});
