/** Which controls are the organisation's own. */
import { recogniseControlId } from '../../catalogues/control-ids.ts';
import { builtin } from '../../frameworks/framework.ts';
import type { Declarations, Located } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { idFault } from './_annex-id.ts';

/** The first name of a control that no catalogue knows and that is no slip of one that it does; undefined if there is none. */
export const ownName = (
  { named }: Pick<IsmsView, 'named'>,
  { names }: Declarations['Control'],
): Located<string> | undefined =>
  names.find(
    ({ value }) =>
      !recogniseControlId(value) && !idFault(value) && !named(value, 'CatalogEntry').length && !builtin(value),
  );
