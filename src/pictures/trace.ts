/** What leads to what: requirement, asset → threat → risk → control → evidence, with the links that lead nowhere. */
import { decisionOf, reasonsOf } from '../analysis/control.ts';
import { refer } from '../analysis/named.ts';
import { inUse } from '../analysis/neighbours.ts';
import { treatingControls } from '../analysis/risk.ts';
import { annexA } from '../catalogues/annex-a.ts';
import { textData } from '../documents/data/_shared.ts';
import { type AnyNode, type Declaration, label, type Ref } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { TraceGraph, TraceKind, TraceNode } from './data.ts';
import { evidenceMark } from './evidence.ts';
import { sourcePlace } from './places.ts';

const titles = new Map(annexA.map(({ id, title }) => [id, title]));

/** Everything that is declared of these kinds or that one of it leans on, in the order of the ISMS. */
export function traceGraph(unit: IsmsUnit): TraceGraph {
  const view = unit.view();
  const graph = new Graph();
  const reach = (kind: TraceKind, ref: Ref): number =>
    graph.node(kind, ref.name, () => referred(unit, view, kind, ref));
  const used = inUse(view);
  for (const party of used('Party')) {
    for (const requirement of party.requirements) {
      const from = graph.node('requirement', label(requirement), () =>
        declared(unit, 'requirement', party, requirement),
      );
      for (const ref of requirement.controls) graph.link(from, reach('control', ref));
    }
  }
  for (const asset of view.all('Asset')) graph.node('asset', label(asset), () => declared(unit, 'asset', asset));
  for (const threat of used('Threat')) graph.node('threat', label(threat), () => declared(unit, 'threat', threat));
  for (const risk of view.all('Risk')) {
    const at = graph.node('risk', label(risk), () => declared(unit, 'risk', risk));
    const threats = risk.threats.map(ref => reach('threat', ref));
    for (const asset of risk.assets.map(ref => reach('asset', ref)))
      for (const next of threats.length ? threats : [at]) graph.link(asset, next);
    for (const threat of threats) graph.link(threat, at);
    for (const ref of treatingControls(risk)) graph.link(at, reach('control', ref));
  }
  for (const control of view.all('Control')) {
    for (const { value: id } of control.names) {
      const at = graph.node('control', id, () => ({
        ...declared(unit, 'control', control),
        id,
        title: titles.get(id) ?? textData(control.title),
        fault: faultOf(control),
      }));
      for (const ref of control.evidence) graph.link(at, reach('evidence', ref));
      for (const ref of reasonsOf(control)) {
        const type = view.resolve(ref)?.node.$type;
        if (type !== 'Risk' && type !== 'Requirement') continue;
        graph.link(reach(type === 'Risk' ? 'risk' : 'requirement', ref), at);
      }
    }
  }
  return graph;
}

/** Nodes by kind and name, links once each. */
class Graph implements TraceGraph {
  readonly nodes: TraceNode[] = [];
  readonly links: [number, number][] = [];
  readonly #indexes = new Map<string, number>();
  readonly #seen = new Set<string>();

  node(kind: TraceKind, id: string, make: () => TraceNode): number {
    const key = `${kind} ${id}`;
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.nodes.length);
    return this.nodes.push(make()) - 1;
  }

  link(from: number, to: number): void {
    const key = `${from} ${to}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.links.push([from, to]);
  }
}

const declared = (unit: IsmsUnit, kind: TraceKind, declaration: AnyNode, node: AnyNode = declaration): TraceNode => ({
  kind,
  id: label(node),
  title: textData(node.title),
  place: sourcePlace(unit, declaration, node),
  fault: null,
});

function referred(unit: IsmsUnit, view: IsmsView, kind: TraceKind, ref: Ref): TraceNode {
  const found = view.resolve(ref);
  const { title } = refer(view, ref);
  const node: TraceNode = {
    kind,
    id: ref.name,
    title: title ?? null,
    place: sourcePlace(unit, found?.declaration, found?.node),
    fault: null,
  };
  if (kind === 'control') return { ...node, fault: faultOf(found?.declaration, view.builtin(ref) !== undefined) };
  if (!found && !view.builtin(ref)) return { ...node, fault: 'missing' };
  if (kind !== 'evidence') return node;
  const { daysLeft } = evidenceMark(unit, view, ref);
  return { ...node, fault: daysLeft !== null && daysLeft < 0 ? 'expired' : null };
}

function faultOf(declaration: Declaration | undefined, isKnown = true): TraceNode['fault'] {
  if (declaration?.$type !== 'Control') return isKnown ? 'undecided' : 'missing';
  const decision = decisionOf(declaration);
  return decision === undefined ? 'undecided' : decision === 'no' ? 'excluded' : null;
}
