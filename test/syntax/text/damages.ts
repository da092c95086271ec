/** Breaks a declaration; `undefined` if it has nothing of the sort to break. `at` is a fraction, to choose a place. */
export type Damage = (declaration: string, at: number) => string | undefined;

const inBody = (insert: string) => (declaration: string, at: number) => {
  const lines = declaration.split('\n');
  const index = 1 + Math.floor(at * (lines.length - 3));
  return [...lines.slice(0, index), insert, ...lines.slice(index)].join('\n');
};
const without = (pattern: RegExp) => (declaration: string) =>
  pattern.test(declaration) ? declaration.replace(pattern, '$1') : undefined;

/** The kinds of damage that a declaration comes to while people type, merge and paste. */
export const damages: Record<string, Damage> = {
  'a lost closing brace': without(/()^\}/m),
  'a brace too many at the end': declaration => `${declaration}}\n`,
  'a brace too many in the middle': inBody('}'),
  'a lost opening brace': without(/^(.*)\{$/m),
  'an opening brace too many': inBody('  {'),
  'a lost quote in the head': without(/^([a-z]+ [^"\n]*"[^"\n]*)"(?= \{$)/m),
  'a quote too many': inBody('  owner: " }'),
  'a stray text block quote': inBody('  """'),
  'a text block never closed': without(/([^:] *)"""$/m),
  'a comment never closed': inBody('  /* draft'),
  'a comment opened in the head': declaration => declaration.replace(' ', ' /* '),
  'half a declaration': (declaration, at) => `${declaration.slice(0, 1 + Math.floor(at * (declaration.length - 2)))}\n`,
  'a misspelt kind': declaration => `x${declaration}`,
  'a kind being typed above': declaration => `ris\n${declaration}`,
  'a whole kind being typed above': declaration => `risk\n${declaration}`,
  'a conflict in the body': inBody('<<<<<<< HEAD\n  owner: A\n=======\n  owner: B {\n>>>>>>> b/*anch'),
  'a conflict over the whole': declaration => `<<<<<<< HEAD\n${declaration}=======\n${declaration}>>>>>>> branch\n`,
  'a conflict that cuts the end': declaration =>
    `<<<<<<< HEAD\n${declaration.replace(/\}.*\n$/, '')}=======\n${declaration}>>>>>>> branch\n`,
};
