import type { Method, Span } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';

/** Whether another method counts, so that what this one says has no effect. */
export const isSecond = (view: IsmsView, method: Method): boolean => view.all('Method')[0] !== method;

export interface WrittenScale {
  /** How messages call it: `likelihood`, `impact`, `impact confidentiality`, `values`. */
  readonly name: string;
  readonly steps: readonly WrittenStep[];
}

export interface WrittenStep {
  readonly label: Span & { readonly value: string };
  readonly value: Span & { readonly value: number };
}

/** The scales of a method as written; steps that are not complete are left out. */
export function writtenScales(method: Method): WrittenScale[] {
  const scale = (name: string, steps: Method['values'][number]['steps']): WrittenScale => ({
    name,
    steps: steps.flatMap(({ label, value }) => (label && value ? [{ label, value }] : [])),
  });
  return [
    ...method.likelihood.map(({ steps }) => scale('likelihood', steps)),
    ...method.impact.map(({ steps, property }) => scale(property ? `impact ${property.value}` : 'impact', steps)),
    ...method.values.map(({ steps }) => scale('values', steps)),
  ];
}
