/** Libraries of CISO Assistant, as declarations: threats before registers are read, the method with them, catalogues and mappings after. */
import { saying } from '../../wording/wording.ts';
import { flat, type Library, type ObjectKind } from '../library.ts';
import type { Lookup } from '../recognise/lookups.ts';
import { type Declaration, type Entry, text } from '../write/declaration.ts';
import { declareControls, declareFramework, declareThreat, headOf, titleOf, type Urns } from './library-catalogue.ts';
import { declareMapping } from './library-mapping.ts';
import { type LibraryMatrix, matrixKeys, matrixOf } from './library-matrix.ts';
import { LibraryObject } from './library-object.ts';
import type { Method } from './method-model.ts';
import type { Register } from './register.ts';

interface Opened {
  readonly about: LibraryObject;
  readonly ref?: string;
  readonly title?: string;
  /** What the library says of every catalogue in it. */
  readonly head: readonly Entry[];
  readonly objects: readonly { readonly kind: ObjectKind; readonly object: LibraryObject }[];
}

export class Libraries {
  private readonly register: Register;
  private readonly opened: readonly Opened[];
  private method:
    | { readonly matrix: LibraryMatrix; readonly object: LibraryObject; readonly opened: Opened }
    | undefined;

  constructor(libraries: readonly Library[], register: Register) {
    this.register = register;
    this.opened = libraries.map(library => open(library, register));
  }

  /** Declares the threats, so that registers that are imported with them find them. */
  declareThreats(): void {
    for (const { object } of this.objectsOf('threats')) declareThreat(object, this.register);
  }

  /** The scales of the method; none if a register has its own. The first matrix that can be read counts. */
  scales(own: readonly Lookup[]): readonly Lookup[] {
    for (const { object, opened } of this.objectsOf('risk matrix')) {
      const matrix = matrixOf(object.fields);
      if (matrix && !own.length && !this.method) this.method = { matrix, object, opened };
      else
        this.register.ledger.remark(
          matrix ? 'contradiction' : 'not understood',
          matrix ? 'second-method' : 'matrix',
          matrix
            ? saying('An ISMS has one method, and another table or matrix says it already: this one is not imported')
            : saying('The grid of the risk matrix does not fit its scales, so that it is not imported'),
          { place: object.place, text: object.left().join('\n') },
        );
    }
    return this.method?.matrix.scales ?? [];
  }

  /** The levels of a method are those of the matrix, if there is one. */
  levelled(method: Method): Method {
    if (!this.method) return method;
    const { levels, matrix } = this.method.matrix;
    return { ...method, levels, matrix };
  }

  /** The method with what else the library says of it. */
  described(declaration: Declaration | undefined): Declaration | undefined {
    if (!declaration || !this.method) return declaration;
    const { matrix, object, opened } = this.method;
    const about = 'method RiskMethod';
    for (const key of matrixKeys) object.take(key);
    this.register.ledger.remark(
      'understood',
      'matrix',
      saying('A step of the matrix has a name and no number: steps are numbered from 1, in their order'),
      { place: object.place, about },
    );
    const title = titleOf(object.text('name'));
    const entries = [
      ...declaration.entries,
      ...text('description', object.text('description')),
      ...object.notes(about, [...this.linesFor(object, opened), ...matrix.notes]),
    ];
    return { ...declaration, ...(title !== undefined && { title }), entries };
  }

  /** Declares the catalogues of all libraries, then the mappings between them. */
  declareRest(): void {
    const urns: Urns = { catalogues: new Map(), entries: new Map() };
    for (const { object, opened } of this.objectsOf('framework'))
      declareFramework(object, opened.head, this.linesFor(object, opened), urns, this.register);
    for (const opened of this.opened) {
      const controls = opened.objects.flatMap(({ kind, object }) => (kind === 'reference controls' ? [object] : []));
      if (controls.length)
        declareControls(controls, opened, opened.head, this.linesFor(undefined, opened), this.register);
    }
    for (const { object, opened } of this.objectsOf('mapping set'))
      declareMapping(object, this.linesFor(object, opened), urns, this.register);
  }

  /** What a library says of itself, if nothing of it has notes. */
  tellRest(): void {
    for (const { about } of this.opened)
      if (about.left().length)
        this.register.ledger.remark(
          'not imported',
          'library',
          saying('What the library says of itself belongs to no catalogue, method or mapping'),
          { place: about.place, text: about.left().join('\n') },
        );
  }

  /** What a library says of itself stands in the notes of the first of its objects that has some. */
  private linesFor(object: LibraryObject | undefined, { about }: Opened): string[] {
    for (const key of ['ref_id', 'name', 'description'])
      if (object && about.peek(key) === object.peek(key)) about.understood(key, saying('what it holds'));
    const lines = about.left();
    if (lines.length)
      this.register.ledger.remark('kept in notes', 'library', saying('What the library says of itself'), {
        place: about.place,
        text: lines.join('\n'),
      });
    about.clear();
    return lines.map(each => `library ${each}`);
  }

  private objectsOf(kind: ObjectKind): { object: LibraryObject; opened: Opened }[] {
    return this.opened.flatMap(opened =>
      opened.objects.flatMap(({ kind: own, object }) => (own === kind ? [{ object, opened }] : [])),
    );
  }
}

function open({ file, about, objects, others }: Library, register: Register): Opened {
  const place = (sheet: string) => ({ file, sheet, cell: '' });
  const own = new LibraryObject(about, place(''), register);
  for (const [key, value] of others)
    register.ledger.remark(
      'not imported',
      'unknown-object',
      saying('The language has no place for “{0}” of a library', key),
      {
        place: place(key),
        text: flat(key, value).join('\n'),
      },
    );
  const hasCatalogue = objects.some(({ kind }) => kind === 'framework' || kind === 'reference controls');
  const [ref, title] = [own.peek('ref_id'), own.peek('name')];
  return {
    about: own,
    ...(ref !== undefined && { ref }),
    ...(title !== undefined && { title }),
    head: hasCatalogue ? headOf(own) : [],
    objects: objects.map(({ kind, fields }) => ({ kind, object: new LibraryObject(fields, place(kind), register) })),
  };
}
