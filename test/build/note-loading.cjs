// To be required before a program: writes to the file in NOTES, line by line, which of the program's files are loaded, and when it
// publishes diagnostics.
const { appendFileSync } = require('node:fs');
const Module = require('node:module');
const { basename } = require('node:path');

const note = text => appendFileSync(process.env.NOTES, `${text}\n`);

const load = Module._extensions['.js'];
Module._extensions['.js'] = function (module, file) {
  if (file !== __filename) note(basename(file));
  return load.call(this, module, file);
};

const write = process.stdout.write;
process.stdout.write = function (content, ...rest) {
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
  if (text.includes('textDocument/publishDiagnostics')) note('publishDiagnostics');
  return write.call(this, content, ...rest);
};
