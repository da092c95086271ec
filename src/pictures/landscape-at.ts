/** The risk landscape of a moment of the history, for whoever draws it. */
import type { Landscape } from './data.ts';
import type { History, Moment } from './history-data.ts';

/** The risk landscape of a moment. A risk leads to where it stands in the texts of today, if it does. */
export function landscapeAt({ methods, risks }: History, moment: Moment, today: Landscape): Landscape {
  const places = new Map(today.risks.map(({ id, place }) => [id, place]));
  const { matrix = null, levels = [], appetite = null } = methods[moment.method] ?? {};
  return {
    matrix,
    levels,
    appetite,
    risks: moment.risks.flatMap(index => {
      const risk = risks[index];
      return risk ? [{ ...risk, place: places.get(risk.id) ?? null }] : [];
    }),
  };
}
