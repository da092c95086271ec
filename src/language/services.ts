/** Langium's parser for `.isms` text: grammar, tokens and error messages, without its workspace machinery. */
import './node20.ts';
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
} from 'langium';
import { IsmsErrorMessages } from './error-messages.ts';
import { IsmsLanguageGeneratedModule, IsmsLanguageGeneratedSharedModule } from './generated/module.ts';
import { IsmsLexer, IsmsTokenBuilder } from './tokens.ts';

let services: LangiumCoreServices | undefined;

/** The services of the language, made at first use: starting the parser takes tens of milliseconds. */
export function ismsServices(): LangiumCoreServices {
  if (services) return services;
  const shared: LangiumSharedCoreServices = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    IsmsLanguageGeneratedSharedModule,
  );
  services = inject(createDefaultCoreModule({ shared }), IsmsLanguageGeneratedModule, {
    parser: {
      TokenBuilder: () => new IsmsTokenBuilder(),
      Lexer: (given: LangiumCoreServices) => new IsmsLexer(given),
      ParserErrorMessageProvider: () => new IsmsErrorMessages(),
    },
  });
  shared.ServiceRegistry.register(services);
  return services;
}
