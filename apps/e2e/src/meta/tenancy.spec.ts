import { join, relative } from 'node:path';
import type { ReleasedEventTypes } from '@laurel/events-feature';
import ts from 'typescript';

const ROOT = join(__dirname, '../../../..');

/** Methods that are not about one workspace's data, and why that is right. */
const OF_NO_WORKSPACE: Readonly<Record<string, string>> = {
  ...of('what ends, of all workspaces: whoever closes windows closes all of them', [
    'ClosingStore.announcedSince',
    'ClosingStore.due',
    'ClosingStore.pending',
    'ClosingStore.notesOf',
  ]),
  ...of('made for one frozen window, which names its workspace', [
    'CorrectedPlaces.move',
    'CorrectedPlaces.note',
    'CorrectedPlaces.of',
    'CorrectedRows.at',
    'CorrectedRows.behind',
    'CorrectedRows.move',
    'CorrectedRows.placeFor',
  ]),
  ...of('a position of the log, which all workspaces share', [
    'EventHistory.decidedUpTo',
    'EventHistory.isDecided',
    'MongoEventHistory.decidedUpTo',
    'ScoringStore.loadBoardPositions',
    'ScoringStore.loadCheckpoint',
    'ScoringStore.loadClocks',
    'ScoringStore.setHalted',
    'ScoringStore.setPublished',
  ]),
  ...of(
    'the owner of a partition, for the workspaces and players of its messages: ids of players begin with the workspace',
    ['ScoringStore.loadPlayers', 'ScoringStore.loadReleasesInForce'],
  ),
  ...of('what is announced for all workspaces', [
    'MongoReleaseStore.unannounced',
    'ReleaseStore.unannounced',
    'MongoWorkspaceClockStore.unannounced',
    'MongoWorkspaceOffsets.all',
  ]),
  ...of('what is to be filled, of all workspaces', ['MongoBackfillStore.unfinished', 'BackfillStore.unfinished']),
  ...of('positions of the log, which all workspaces share', [
    'MongoBackfillStore.isReached',
    'BackfillStore.isReached',
  ]),
  ...of('a draft, whose id is its workspace', ['DraftStore.save', 'MongoDraftStore.save']),
  ...of('who asks, before the workspace is known', ['MongoApiKeys.find', 'MongoKeyUses.note']),
  ...of('the caller, whose id begins with the workspace', [
    'MongoIdempotencyStore.claim',
    'MongoIdempotencyStore.complete',
    'MongoIdempotencyStore.release',
  ]),
  ...of('players who are erased, in a partition; the tombstone is a hash of workspace and player', [
    'ErasureStore.unswept',
    'ErasureStore.swept',
  ]),
  ...of('a history that was opened for a workspace', [
    'WorkspaceHistory.countPlayers',
    'WorkspaceHistory.records',
    'WorkspaceHistory.firstOfLatest',
  ]),
  ...of('all identity providers, by their workspaces, or one with its workspace', [
    'MongoIdentityProviders.all',
    'MongoIdentityProviderStore.put',
  ]),
  ...of(
    'people of a tenant, over its environments: by the address that they sign in with, or by tenant and id',
    [
      'byEmail',
      'find',
      'byId',
      'list',
      'workspacesOf',
      'insert',
      'noteSignIn',
      'setPasswordToken',
      'setPassword',
      'beginTotp',
      'confirmTotp',
      'removeTotp',
      'useStep',
      'useRecoveryCode',
      'change',
    ].map((method) => `MongoOperatorStore.${method}`),
  ),
  ...of('a session, by the hash of its secret', [
    'MongoSessionStore.open',
    'MongoSessionStore.find',
    'MongoSessionStore.end',
    'MongoSessions.find',
    'MongoSessions.note',
  ]),
  ...of('whether a collection can be written', ['MongoAuditLog.check']),
  ...of('the workspace itself, by its id or name', [
    'MongoKeyStore.workspace',
    'WorkspaceDirectory.all',
    'WorkspaceDirectory.find',
  ]),
};

function of(what: string, methods: readonly string[]): Record<string, string> {
  return Object.fromEntries(methods.map((method) => [method, what]));
}

/** Every store: what reads or writes MongoDB, and the ports that stand for it. */
const STORES = ts.sys
  .readDirectory(ROOT, ['.ts'], ['node_modules', '**/dist'], ['libs/*/feature/src/**/*'])
  .filter((file) => /\.(mongo|port)\.ts$|-(store|listing|history|directory|positions|boards)\.ts$/.test(file));

interface Method {
  /** `MongoPlayerStore.find` */
  readonly name: string;
  readonly file: string;
  readonly asksForWorkspace: boolean;
}

const isHidden = (node: ts.ClassElement): boolean =>
  (ts.getCombinedModifierFlags(node) &
    (ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Static)) !==
  0;

/** Whether a value of this type can't be made without saying a workspace. */
function carriesWorkspace(type: ts.Type, checker: ts.TypeChecker, depth = 0): boolean {
  const element = checker.isArrayLikeType(type) ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined;
  if (element) return carriesWorkspace(element, checker, depth);
  return type.getProperties().some((property) => {
    if ((property.flags & ts.SymbolFlags.Optional) !== 0) return false;
    if (property.name === 'workspace') return true;
    const declaration = property.valueDeclaration;
    return (
      depth < 1 &&
      declaration !== undefined &&
      carriesWorkspace(checker.getTypeOfSymbolAtLocation(property, declaration), checker, depth + 1)
    );
  });
}

function methodsOf(source: ts.SourceFile, checker: ts.TypeChecker): Method[] {
  const classes = source.statements.filter(ts.isClassDeclaration);
  return classes.flatMap((node) =>
    node.members.filter(ts.isMethodDeclaration).flatMap((method) => {
      if (isHidden(method)) return [];
      const asksForWorkspace = method.parameters.some((parameter) => {
        if (parameter.questionToken ?? parameter.initializer) return false;
        const type = checker.getTypeAtLocation(parameter);
        if (parameter.name.getText() === 'workspace') return (type.flags & ts.TypeFlags.StringLike) !== 0;
        return (type.flags & ts.TypeFlags.Object) !== 0 && carriesWorkspace(type, checker);
      });
      const name = `${node.name?.text ?? ''}.${method.name.getText()}`;
      return [{ name, file: relative(ROOT, source.fileName), asksForWorkspace }];
    }),
  );
}

function storeMethods(): Method[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.base.json'), (file) => ts.sys.readFile(file)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: STORES }, ts.sys, ROOT);
  const program = ts.createProgram(STORES, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  return STORES.flatMap((file) => {
    const source = program.getSourceFile(file);
    return source ? methodsOf(source, checker) : [];
  });
}

describe('a store', () => {
  it('is typed so: leaving the workspace out is an error of the compiler', () => {
    const ask = (types: Pick<ReleasedEventTypes, 'newerThan'>) =>
      // @ts-expect-error: a release is one of a workspace
      types.newerThan(1);
    expect(ask).toBeInstanceOf(Function);
  });

  it('cannot be asked without a workspace: a call that says none does not compile', () => {
    const methods = storeMethods();
    expect(methods.length).toBeGreaterThan(30);
    const unsafe = methods.filter(({ name, asksForWorkspace }) => !asksForWorkspace && !(name in OF_NO_WORKSPACE));
    expect(unsafe.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
    const names = new Set(methods.filter(({ asksForWorkspace }) => !asksForWorkspace).map(({ name }) => name));
    expect(Object.keys(OF_NO_WORKSPACE).filter((name) => !names.has(name))).toEqual([]);
  });
});
