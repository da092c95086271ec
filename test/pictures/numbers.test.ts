/** The same numbers in the pictures, the statistics, the documents and the readiness. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ismsStatistics } from '../../src/cli/statistics.ts';
import type { Figure, JsonValue } from '../../src/documents/blocks.ts';
import type { PositionData, StageName } from '../../src/pictures/data.ts';
import { picturesOf } from '../../src/pictures/pictures.ts';
import { tileState } from '../../src/pictures/soa-drawing.ts';
import { readiness } from '../../src/readiness/readiness.ts';
import { built, open } from '../documents/open.ts';

const root = new URL('../../examples/', import.meta.url).pathname;

function filesOf(folder: string): [string, string][] {
  const files: [string, string][] = [];
  const visit = (path: string): void => {
    for (const name of readdirSync(path).sort()) {
      const inner = join(path, name);
      if (statSync(inner).isDirectory()) visit(inner);
      else if (/\.isms$|^isms\..*json$/.test(name)) files.push([relative(folder, inner), readFileSync(inner, 'utf8')]);
    }
  };
  visit(folder);
  return files;
}

const examples = ['acme-cloud', 'harbour-hospital', 'five-person-studio', 'published-register'];

describe.each(examples)('of %s', name => {
  const opened = open(filesOf(join(root, name)));
  const { unit, workspace } = opened;
  const pictures = picturesOf(unit);
  const statistics = ismsStatistics({ unit, workspace, sources: [] });
  const { risks } = pictures.landscape;

  test('risks stand at the levels that the statistics count', () => {
    expect(risks.length).toBe(statistics.risks.total);
    const stages = { inherent: 'inherent', current: 'today', residual: 'remaining' } as const;
    for (const [level, counts] of Object.entries(statistics.risks.levels)) {
      const word = level === 'not evaluated' ? undefined : level;
      for (const [key, stage] of Object.entries(stages)) {
        const count = risks.filter(({ positions }) => (positions[stage]?.level ?? undefined) === word).length;
        expect([level, key, count]).toEqual([level, key, counts[key as keyof typeof stages]]);
      }
    }
  });

  test('risks stand in the cells in which the documents count them', () => {
    const figures = built(opened, 'risk-register').blocks.filter((block): block is Figure => block.type === 'figure');
    const matrix = figures.find(figure => figure.kind === 'matrix');
    expect(matrix === undefined).toBe(pictures.landscape.matrix === null);
    if (matrix?.kind !== 'matrix') return;
    const counts = matrix.cells.map(row => row.map(() => 0)).reverse();
    for (const { positions } of risks) {
      const { row, column } = positions.inherent ?? ({} as Partial<PositionData>);
      const cells = counts[row ?? -1];
      if (cells && column != null) cells[column] = (cells[column] ?? 0) + 1;
    }
    expect(counts.reverse()).toEqual(matrix.cells.map(row => row.map(({ count }) => count)));
  });

  test('levels and whether they are above the appetite are those of the risk register', () => {
    const data = built(opened, 'risk-register').data() as { risks: Record<string, JsonValue>[] };
    const of = (stage: string) =>
      data.risks.map(risk => [risk.id, (risk[stage] as { level?: string } | null)?.level ?? null]);
    const shown = (stage: StageName) => risks.map(({ id, positions }) => [id, positions[stage]?.level ?? null]);
    expect(shown('inherent')).toEqual(of('inherent'));
  });

  test('tiles are counted as the statistics and the Statement of Applicability count them', () => {
    const { counts, controls } = pictures.soa;
    expect(counts).toEqual(statistics.soa);
    const annex = controls.filter(({ own }) => !own);
    expect(annex.length).toBe(93);
    const count = (state: string) => annex.filter(control => tileState(control) === state).length;
    expect(count('undecided')).toBe(statistics.soa.total.undecided.length);
    expect(count('excluded')).toBe(statistics.soa.total.excluded);
    expect(count('implemented')).toBe(statistics.soa.total.implemented);
    expect(count('partial')).toBe(statistics.soa.total.partial);
    expect(count('planned')).toBe(statistics.soa.total.planned);
    const soa = built(opened, 'soa').data() as { controls: { id: string; evidence: { id: string }[] }[] };
    expect(controls.map(({ id, evidence }) => [id, evidence.map(one => one.id)])).toEqual(
      soa.controls.map(({ id, evidence }) => [id, evidence.map(one => one.id)]),
    );
  });

  test('the readiness counts as many decided controls as there are tiles with a decision', () => {
    const lines = readiness(workspace, unit).stages.flatMap(stage => stage.lines);
    const line = lines.find(({ count }) => count?.what.includes('decided'));
    const decided = pictures.soa.controls.filter(({ own, decision }) => !own && decision !== null).length;
    expect(line?.count).toMatchObject({ done: decided, total: 93 });
    expect(decided).toBe(statistics.soa.total.decided);
  });

  test('the calendar is that of the document', () => {
    const { dates } = built(opened, 'calendar').data() as unknown as { dates: object[] };
    expect(pictures.calendar.map(({ place: _, ...due }) => due)).toEqual(dates);
  });

  test('every mark leads to the line that it is declared in', () => {
    const texts = new Map(filesOf(join(root, name)));
    const marks = [...risks, ...pictures.soa.controls, ...pictures.trace.nodes];
    for (const { id, place } of marks) {
      if (!place) continue;
      const line = texts.get(place.path)?.split('\n')[place.line - 1] ?? '';
      expect(`${id} in ${line.slice(place.column - 1)}`).toContain(`in ${line.slice(place.column - 1)}`);
      expect(line).toContain(id.replace(/^“|”$/g, ''));
    }
    expect(risks.every(({ place }) => place !== null)).toBe(true);
  });

  test('the graph holds each risk and control once, and links lead to what is there', () => {
    const { nodes, links } = pictures.trace;
    expect(nodes.filter(({ kind }) => kind === 'risk').length).toBe(risks.length);
    expect(new Set(nodes.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(nodes.length);
    for (const [from, to] of links) expect([nodes[from], nodes[to]].every(Boolean)).toBe(true);
  });
});
