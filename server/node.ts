/** The entry of the server under Node. Small, so that all is set before anything large is compiled. */
import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';

// From Node 22 on, compiled code is kept between runs.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
// What is live changes little once all is read: letting the heap grow by half of it before garbage is collected, rather than to a
// multiple, keeps the process at two thirds of the size. A version of V8 that does not know the flag says so on stderr and goes on.
setFlagsFromString('--heap-growing-percent=50');
require('./main.cjs');
