/**
 * Langium's parser for `.isms` text: grammar, tokens and error messages, without its workspace machinery. All that runs of Langium
 * is imported here and nowhere else; see services.ts.
 */
import './node20.ts';
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
} from 'langium';
import { IsmsLanguageGeneratedModule, IsmsLanguageGeneratedSharedModule } from '../../language/generated/module.ts';
import { IsmsErrorMessages } from './error-messages.ts';
import { IsmsLexer, IsmsTokenBuilder } from './tokens.ts';

/** Makes the services of the language, which takes a tenth of a second. */
export function makeServices(): LangiumCoreServices {
  const shared: LangiumSharedCoreServices = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    IsmsLanguageGeneratedSharedModule,
  );
  const services = inject(createDefaultCoreModule({ shared }), IsmsLanguageGeneratedModule, {
    parser: {
      TokenBuilder: () => new IsmsTokenBuilder(),
      Lexer: (given: LangiumCoreServices) => new IsmsLexer(given),
      ParserErrorMessageProvider: () => new IsmsErrorMessages(),
    },
  });
  shared.ServiceRegistry.register(services);
  return services;
}
