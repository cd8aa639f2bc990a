import { join } from 'node:path';
import ts from 'typescript';

const CONTRACTS = join(import.meta.dirname, '../../../libs/contracts/src');

const INTRODUCTION = `// Generated from the contracts of the live feed; edit those.
`;

/** Types that hold what is stored, whose shape is no promise to anybody. */
const OPAQUE = new Set(['HandedOver']);

/** Every type that a frame of the live feed is made of, in one file that imports nothing: what clients need of the contracts. */
export function liveFrameTypes(): string {
  const program = ts.createProgram([join(CONTRACTS, 'live/frames.ts')], {
    module: ts.ModuleKind.NodeNext,
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const frames = program.getSourceFile(join(CONTRACTS, 'live/frames.ts'));
  if (!frames) throw new Error('the contracts have no live frames');
  const found = new Map<ts.Symbol, string>();
  const roots = frames.statements
    .filter(isTypeDeclaration)
    .map((statement) => checker.getSymbolAtLocation(statement.name));
  for (const root of roots) if (root) collect(root, checker, found);
  return [INTRODUCTION, ...found.values()].join('\n');
}

/** Adds the declaration of a type, then those of the types that it names. */
function collect(symbol: ts.Symbol, checker: ts.TypeChecker, found: Map<ts.Symbol, string>): void {
  const named = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = named.declarations?.find(isTypeDeclaration);
  if (!declaration || found.has(named) || !declaration.getSourceFile().fileName.startsWith(CONTRACTS)) return;
  if (OPAQUE.has(named.name)) return void found.set(named, opaque(named.name));
  const text = declaration.getText();
  const comment = declaration.getFullText().trim().slice(0, -text.length);
  found.set(named, `${comment}${text.startsWith('export ') ? '' : 'export '}${text}\n`);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const used = checker.getSymbolAtLocation(node);
      if (used) collect(used, checker, found);
    }
    ts.forEachChild(node, visit);
  };
  visit(declaration);
}

const opaque = (name: string): string => `export type ${name} = Readonly<Record<string, unknown>>;\n`;

const isTypeDeclaration = (node: ts.Node): node is ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
  ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
