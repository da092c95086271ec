/** Loaded before a program that is measured: at its end, the most memory it had goes to file descriptor 3, in MiB. */
const { writeSync } = require('node:fs');

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS / 1024)));
