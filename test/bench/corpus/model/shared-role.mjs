import { ref } from '../values.mjs';
import { spread } from './parts.mjs';

/** The role that exactly so many declarations name, if there are at least four times as many that have an owner. */
export const sharedRole = 'ServiceDesk';
const sharedRoleUsers = 1000;

/** Gives the shared role to declarations all over the register in the place of their owners. `taken` name it already. */
export function shareOwner(groups, taken) {
  const owned = Object.values(groups)
    .flat()
    .filter(({ props }) => props.some(([key, { form }]) => key === 'owner' && form === 'ref'))
    .filter(({ kind }) => kind !== 'isms' && kind !== 'programme');
  const users = Math.min(sharedRoleUsers - taken, Math.floor(owned.length / 4));
  for (let i = 0; i < users; i++) {
    const { props } = owned[spread(i, users, owned.length)];
    const owner = props.find(([key]) => key === 'owner');
    const former = owner[1].v;
    owner[1] = ref(sharedRole);
    // Who owns a risk accepts it.
    for (const prop of props) {
      const [key, value] = prop;
      if (key === 'accepted' && value.by === former) prop[1] = { ...value, by: sharedRole };
    }
  }
}
