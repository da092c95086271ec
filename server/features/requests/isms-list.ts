/** The ISMSs of the workspace. */
import { label } from '../../../src/model/declaration.ts';
import { request } from './shared/request.ts';

export default request('isms/ismsList', async ({ ready }) =>
  (await ready()).workspace.ismss().map(unit => {
    const [block] = unit.isms.blocks('Isms');
    const declaration = block?.declaration;
    const name = declaration ? label(declaration) : '';
    return { root: unit.root, name, title: declaration?.title?.value ?? name, uri: block?.file.uri ?? unit.root };
  }),
);
