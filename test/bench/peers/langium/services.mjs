/** Default Langium services, the nested requirements exported by name, and three simple validations. */
import { DefaultScopeComputation, DefaultScopeProvider, inject } from 'langium';
import { createDefaultModule, createDefaultSharedModule } from 'langium/lsp';
import { isModel, isParty } from '../../.bench/peers/langium-generated/ast.ts';
import { IsmsPeerGeneratedModule, IsmsPeerGeneratedSharedModule } from '../../.bench/peers/langium-generated/module.ts';

class ScopeComputation extends DefaultScopeComputation {
  /** @override */
  async collectExportedSymbols(document) {
    const symbols = await super.collectExportedSymbols(document);
    const model = document.parseResult.value;
    if (!isModel(model)) return symbols;
    for (const declaration of model.declarations) {
      if (!isParty(declaration)) continue;
      for (const requirement of declaration.requirements) {
        symbols.push(this.descriptions.createDescription(requirement, requirement.name, document));
      }
    }
    return symbols;
  }
}

/**
 * The one change of the variant `langium-indexed`: names are global in this language, so that a reference is looked up in the
 * index by name at once, instead of first filtering all names of its own file as the default does.
 */
class GlobalScopeProvider extends DefaultScopeProvider {
  /** @override */
  getScope(context) {
    return this.getGlobalScope(this.reflection.getReferenceType(context), context);
  }
}

const likelihoods = new Set(['rare', 'unlikely', 'possible', 'likely', 'certain']);
const impacts = new Set(['minor', 'moderate', 'serious', 'major', 'severe']);

const checks = {
  Risk(risk, accept) {
    const offScale = (property, scale) => {
      const word = risk[property];
      if (word && !scale.has(word)) accept('error', `'${word}' is not on the scale.`, { node: risk, property });
    };
    offScale('likelihood', likelihoods);
    offScale('impact', impacts);
    if (!risk.owner) accept('warning', 'The risk has no owner.', { node: risk, property: 'name' });
  },
  Control(control, accept) {
    if (!control.justification) {
      accept('warning', 'The control has no justification.', { node: control, property: 'name' });
    }
  },
  Model(model, accept) {
    const seen = new Set();
    for (const declaration of model.declarations) {
      const { name } = declaration;
      if (!name) continue;
      if (seen.has(name)) accept('error', `The name '${name}' is used twice.`, { node: declaration, property: 'name' });
      seen.add(name);
    }
  },
};

const own = { references: { ScopeComputation: services => new ScopeComputation(services) } };
const indexed = { references: { ScopeProvider: services => new GlobalScopeProvider(services) } };

/**
 * @param context as for Langium's `createDefaultSharedModule`
 * @param variant `indexed`, or nothing for the default
 */
export function createServices(context, variant) {
  const shared = inject(createDefaultSharedModule(context), IsmsPeerGeneratedSharedModule);
  const ofVariant = variant === 'indexed' ? indexed : {};
  const isms = inject(createDefaultModule({ shared }), IsmsPeerGeneratedModule, own, ofVariant);
  shared.ServiceRegistry.register(isms);
  isms.validation.ValidationRegistry.register(checks);
  if (!context.connection) void shared.workspace.ConfigurationProvider.initialized({});
  return { shared, isms };
}
