/**
 * Words of the language stay usable as names. Each keyword that is shaped like a name has a twin token that is both the
 * keyword and an ID; which of the two a word becomes is decided after lexing: a key before its `:` is the keyword alone,
 * everything else the twin. So `risk risk { owner: owner }` parses, and after `owner:` without a value the next key is
 * not taken for one. Identifiers are lexed by one pattern and looked up, which is also faster than trying each keyword.
 */
import type { IToken, TokenType, TokenVocabulary } from 'chevrotain';
import { Lexer as ChevrotainLexer } from 'chevrotain';
import type { Grammar, GrammarAST, LexerResult, TokenBuilderOptions, TokenizeOptions } from 'langium';
import { DefaultLexer, DefaultTokenBuilder } from 'langium';
import { isKey } from '../../language/schema.ts';

/** What the name of a keyword's twin ends with. */
const twinSuffix = '~name';

export class IsmsTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options) as TokenType[];
    const id = tokens.find(token => token.name === 'ID') as TokenType;
    const wordLike = tokens.filter(token => token.PATTERN === ChevrotainLexer.NA);
    const twins = wordLike.map(token => ({
      name: token.name + twinSuffix,
      PATTERN: ChevrotainLexer.NA,
      CATEGORIES: [token, id],
    }));
    return [...tokens, ...twins] as TokenVocabulary;
  }

  protected override buildKeywordToken(
    keyword: GrammarAST.Keyword,
    terminalTokens: TokenType[],
    caseInsensitive: boolean,
  ): TokenType {
    if (/^[A-Za-z]/.test(keyword.value)) return { name: keyword.value, PATTERN: ChevrotainLexer.NA } as TokenType;
    return super.buildKeywordToken(keyword, terminalTokens, caseInsensitive);
  }
}

export class IsmsLexer extends DefaultLexer {
  private readonly words = new Map<string, { keyword: TokenType; twin: TokenType }>();
  private readonly id: TokenType;

  constructor(services: ConstructorParameters<typeof DefaultLexer>[0]) {
    super(services);
    const types = this.tokenTypes;
    this.id = types.ID as TokenType;
    for (const [name, type] of Object.entries(types)) {
      const twin = types[name + twinSuffix];
      if (twin) this.words.set(name, { keyword: type, twin });
    }
  }

  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const result = super.tokenize(text, options);
    this.decideWords(result.tokens);
    return result;
  }

  private decideWords(tokens: IToken[]): void {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as IToken;
      if (token.tokenType !== this.id) continue;
      const word = this.words.get(token.image);
      if (!word) continue;
      const isKeyHere = tokens[i + 1]?.image === ':' && isKey(token.image);
      token.tokenType = isKeyHere ? word.keyword : word.twin;
      token.tokenTypeIdx = token.tokenType.tokenTypeIdx as number;
    }
  }
}
