/**
 * A hand-made lexer and parser of the uniform shape `kind Id "Title" { key: value … }`: floors, not the parser of the language. Tokens
 * lie in one Int32Array (type, start, end); the tree keeps offsets, not texts.
 */
const identifier = 1;
const string = 2;
const number = 3;
const date = 4;
const punctuation = 5;
const text = 6;
const unknown = 7;

const quote = 34;
const comma = 44;
const dash = 45;
const dot = 46;
const slash = 47;
const star = 42;
const colon = 58;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;
const newline = 10;

const letterClass = 1;
const digitClass = 2;
const spaceClass = 3;
const punctuationClass = 4;

/** The class of each ASCII character. */
const classes = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) return letterClass;
  if (/\d/.test(character)) return digitClass;
  if (/\s/.test(character)) return spaceClass;
  return /[{}:,.\-<>()]/.test(character) ? punctuationClass : 0;
});
const classOf = code => (code < 128 ? classes[code] : 0);
const isDigit = code => classOf(code) === digitClass;
const isWord = code => classOf(code) === letterClass || isDigit(code) || code === dash;

function identifierEnd(source, start) {
  let end = start + 1;
  while (end < source.length) {
    const code = source.charCodeAt(end);
    if (!isWord(code) && !(code === dot && isWord(source.charCodeAt(end + 1)))) break;
    end++;
  }
  return end;
}

function stringEnd(source, start) {
  for (let end = start + 1; end < source.length; end++) {
    const code = source.charCodeAt(end);
    if (code === backslash) end++;
    else if (code === quote || code === newline) return end + 1;
  }
  return source.length;
}

/** Where a terminator ends; the end of the source if it is missing. */
function endAfter(source, terminator, from) {
  const at = source.indexOf(terminator, from);
  return at < 0 ? source.length : at + terminator.length;
}

/** @param tokens takes type, start and end of each token; has to be large enough */
export function lex(source, tokens) {
  let used = 0;
  let at = 0;
  while (at < source.length) {
    const start = at;
    const code = source.charCodeAt(at);
    let type = unknown;
    switch (classOf(code)) {
      case spaceClass:
        at++;
        continue;
      case letterClass:
        type = identifier;
        at = identifierEnd(source, at);
        break;
      case digitClass:
        type = number;
        while (isDigit(source.charCodeAt(at))) at++;
        if (at - start === 4 && source.charCodeAt(at) === dash && isDigit(source.charCodeAt(at + 1))) {
          type = date;
          at += 6;
        }
        break;
      case punctuationClass:
        type = punctuation;
        at++;
        break;
      default:
        if (code === quote) {
          const isText = source.charCodeAt(at + 1) === quote && source.charCodeAt(at + 2) === quote;
          type = isText ? text : string;
          at = isText ? endAfter(source, '"""', at + 3) : stringEnd(source, at);
        } else if (code === slash && source.charCodeAt(at + 1) === slash) {
          at = endAfter(source, '\n', at);
          continue;
        } else if (code === slash && source.charCodeAt(at + 1) === star) {
          at = endAfter(source, '*/', at + 2);
          continue;
        } else at++;
    }
    tokens[used++] = type;
    tokens[used++] = start;
    tokens[used++] = at;
  }
  return { tokens, count: used / 3 };
}

/**
 * @typedef {object} Property
 * @property {string} key
 * @property {number} start
 * @property {number[]} values start and end of each
 * @property {Property[] | undefined} body
 */

/**
 * @typedef {object} Declaration
 * @property {string} kind
 * @property {string | undefined} name
 * @property {number[] | undefined} title start and end
 * @property {number} start
 * @property {number} end
 * @property {Property[]} body
 */

class Parser {
  constructor(source, tokens, count) {
    this.source = source;
    this.tokens = tokens;
    this.end = count * 3;
    this.at = 0;
  }

  textOf(token) {
    return this.source.slice(this.tokens[token + 1], this.tokens[token + 2]);
  }

  isType(type) {
    return this.at < this.end && this.tokens[this.at] === type;
  }

  isMark(token, code) {
    return (
      token < this.end && this.tokens[token] === punctuation && this.source.charCodeAt(this.tokens[token + 1]) === code
    );
  }

  startsLine(token) {
    const newlineAt = this.source.indexOf('\n', this.tokens[token - 1]);
    return newlineAt >= 0 && newlineAt < this.tokens[token + 1];
  }

  take(values) {
    values.push(this.tokens[this.at + 1], this.tokens[this.at + 2]);
    this.at += 3;
  }

  /** `{ key: value, value … }` */
  body(properties) {
    this.at += 3;
    while (this.at < this.end && !this.isMark(this.at, closeBrace)) {
      /** @type {Property} */
      const property = { key: this.textOf(this.at), start: this.tokens[this.at + 1], values: [], body: undefined };
      this.at += 3;
      if (this.isMark(this.at, colon)) {
        this.at += 3;
        this.values(property.values);
      } else {
        while ((this.isType(identifier) || this.isType(string)) && !this.startsLine(this.at))
          this.take(property.values);
        if (this.isMark(this.at, openBrace)) this.body((property.body = []));
      }
      properties.push(property);
    }
    this.at += 3;
  }

  values(values) {
    for (let more = true; more && this.at < this.end && !this.isMark(this.at, closeBrace); ) {
      this.take(values);
      while (this.isMark(this.at, dot)) this.at += 3;
      if (this.isMark(this.at, comma)) {
        this.at += 3;
        continue;
      }
      const next = this.at + 3;
      const beginsProperty = this.isMark(next, colon) || this.isMark(next, openBrace);
      more = this.at < this.end && !this.startsLine(this.at) && !beginsProperty;
    }
  }

  declarations() {
    /** @type {Declaration[]} */
    const found = [];
    while (this.at < this.end) {
      const start = this.tokens[this.at + 1];
      /** @type {Declaration} */
      const declaration = { kind: this.textOf(this.at), name: undefined, title: undefined, start, end: 0, body: [] };
      this.at += 3;
      if (this.isType(identifier)) {
        declaration.name = this.textOf(this.at);
        this.at += 3;
      }
      if (this.isType(string)) this.take((declaration.title = []));
      if (this.isMark(this.at, openBrace)) this.body(declaration.body);
      else this.at += 3;
      declaration.end = this.tokens[this.at - 1];
      found.push(declaration);
    }
    return found;
  }
}

/** The declarations: `{ kind, name, title, start, end, body: [{ key, start, values: [start, end, …], body? }] }`. */
export function parse(source, tokens) {
  const { count } = lex(source, tokens);
  return new Parser(source, tokens, count).declarations();
}
