/**
 * The public API of the core, name by name with its type, is what `publicApi.txt` says: a change is made on purpose.
 * With NDARRAY_FACE_UPDATE=1 the file is written anew.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as ts from 'typescript';

const root = resolve(__dirname, '../../../..');
const snapshot = resolve(root, 'test/unit/core/publicApi.txt');

function compilerOptions(): ts.CompilerOptions {
  const path = resolve(root, 'core/file/tsconfig.json');
  const { config } = ts.readConfigFile(path, name => ts.sys.readFile(name)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve(root, 'core/file'));
  return { ...options, noEmit: true, composite: false, incremental: false };
}

interface Face {
  readonly checker: ts.TypeChecker;
  readonly source: ts.SourceFile;
  readonly exports: readonly { readonly name: string; readonly target: ts.Symbol }[];
}

function readFace(path: string): Face {
  const program = ts.createProgram([path], compilerOptions());
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path)!;
  const exports = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!).map(symbol => ({
    name: symbol.name,
    target: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  }));
  return { checker, source, exports };
}

/** `name: type` of each export; types by their name alone. */
function namesAndTypes({ checker, source, exports }: Face): string[] {
  return exports
    .map(({ name, target }) => {
      if (!(target.flags & ts.SymbolFlags.Value)) return `type ${name}`;
      const type = checker.getTypeOfSymbolAtLocation(target, source);
      return `${name}: ${checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)}`;
    })
    .sort();
}

/** The members of a class or interface that others see. */
function membersOf({ declarations = [] }: ts.Symbol, checker: ts.TypeChecker): ts.Symbol[] {
  const declaration = declarations.at(0);
  if (!declaration || !(ts.isClassDeclaration(declaration) || ts.isInterfaceDeclaration(declaration)))
    return [];
  const isPrivate = (member: ts.ClassElement | ts.TypeElement): boolean =>
    (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) !== 0 ||
    member.name?.kind === ts.SyntaxKind.PrivateIdentifier;
  return [...declaration.members].flatMap(member => {
    const symbol = member.name && !isPrivate(member) ? checker.getSymbolAtLocation(member.name) : undefined;
    return symbol ? [symbol] : [];
  });
}

function undocumented({ checker, exports }: Face): string[] {
  const isBare = (symbol: ts.Symbol): boolean => symbol.getDocumentationComment(checker).length === 0;
  return exports.flatMap(({ name, target }) => [
    ...(isBare(target) ? [name] : []),
    ...membersOf(target, checker)
      .filter(isBare)
      .map(member => `${name}.${member.name}`),
  ]);
}

describe('the public API of the core', function () {
  this.timeout(60_000);
  let read: Face;
  before(() => {
    read = readFace(resolve(root, 'core/index.ts'));
  });

  it('says of every name and member what it is', () => assert.deepEqual(undocumented(read), []));

  it('has the names and types that are written down', () => {
    const face = `${namesAndTypes(read).join('\n')}\n`;
    if (process.env.NDARRAY_FACE_UPDATE) writeFileSync(snapshot, face);
    assert.equal(face, readFileSync(snapshot, 'utf8'));
  });
});
