/** What an interested party requires. */
export interface Demand {
  /** The name and title of the party. */
  readonly name: string;
  readonly title: string;
  /** The name of its requirement, and what it says. */
  readonly requirement: string;
  readonly says: string;
  readonly kind: 'legal' | 'contractual' | 'business';
}

export const demand = (
  name: string,
  title: string,
  requirement: string,
  says: string,
  kind: Demand['kind'] = 'contractual',
): Demand => ({ name, title, requirement, says, kind });
