/** The entry of the server under Node. Small, so that the compile cache is on before anything large is compiled. */
import * as nodeModule from 'node:module';

// From Node 22 on, compiled code is kept between runs.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
require('./main.cjs');
