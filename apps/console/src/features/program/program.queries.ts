import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { type AdminSchemas, adminApi, answerOf, problemOf, queryClient } from '../../api/index.js';
import { usePages } from '../../api/use-pages.js';
import type { Definitions, JsonSchema } from '../../ui/schema-form/index.js';
import type { Kind } from './kinds.js';
import type { Program, Resource } from './program.js';

type Schemas = AdminSchemas['schemas'];
export type Diff = Schemas['Diff'];
export type Validation = Schemas['Validation'];
export type Release = Schemas['Release'];
export type ReleaseSummary = Schemas['ReleaseSummary'];
export type Promotion = Schemas['Promotion'];
export type Environment = Schemas['Session']['environment'];

export type Draft = Omit<Schemas['Draft'], 'program'> & { readonly program: Program };

const ROOT = 'program';

const draftQuery = queryOptions({
  queryKey: [ROOT, 'draft'],
  // Other pages edit it too: whoever edits what was read a moment ago would be refused.
  staleTime: 0,
  queryFn: async (): Promise<Draft> => {
    const draft = await answerOf(adminApi.GET('/v1/draft'));
    // The API says that it is an object; that it is a program is what it checks with each write.
    return { ...draft, program: draft.program as Program };
  },
});

export const useDraft = () => useQuery(draftQuery);

/** Its definitions are what its other parts refer to. */
export type ProgramSchema = JsonSchema & { readonly $defs?: Definitions };

export interface Design {
  readonly catalog: Schemas['RuleCatalog'];
  readonly schema: ProgramSchema;
}

/** What a program and its rules can be made of: it depends on the installation alone. */
export const useDesign = () =>
  useQuery({
    queryKey: [ROOT, 'design'],
    staleTime: Infinity,
    queryFn: async (): Promise<Design> => {
      const [catalog, schema] = await Promise.all([
        answerOf(adminApi.GET('/v1/rule-catalog')),
        answerOf(adminApi.GET('/v1/program-schema')),
      ]);
      return { catalog, schema };
    },
  });

/** Every problem of a program that is not written yet; of the draft where none is given. */
export const useValidation = (program: Program | undefined, draft: string | undefined) =>
  useQuery({
    queryKey: [ROOT, 'validation', draft, program],
    enabled: draft !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
    queryFn: ({ signal }) =>
      answerOf(adminApi.POST('/v1/draft/validate', { ...(program ? { body: { program } } : {}), signal })),
  });

export const useDraftDiff = () =>
  useQuery({ queryKey: [ROOT, 'diff'], staleTime: 0, queryFn: () => answerOf(adminApi.GET('/v1/draft/diff')) });

export const useReleaseDiff = (from: number, to: number) =>
  useQuery({
    queryKey: [ROOT, 'diff', from, to],
    enabled: from > 0 && to > 0 && from !== to,
    queryFn: () => answerOf(adminApi.GET('/v1/releases/{from}/diff/{to}', { params: { path: { from, to } } })),
  });

export const useReleases = (archived: boolean) =>
  usePages([ROOT, 'releases', archived], (cursor) => {
    const query = { limit: 100, archived: archived ? 'true' : 'false', ...(cursor && { cursor }) } as const;
    return answerOf(adminApi.GET('/v1/releases', { params: { query } }));
  });

export const releaseQuery = (release: number) =>
  queryOptions({
    queryKey: [ROOT, 'release', release],
    queryFn: () => answerOf(adminApi.GET('/v1/releases/{release}', { params: { path: { release } } })),
  });

/** How far filling from the history is; asked again until it is done. */
export const useBackfill = (release: number, enabled: boolean) =>
  useQuery({
    queryKey: [ROOT, 'backfill', release],
    enabled,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
    queryFn: () => answerOf(adminApi.GET('/v1/releases/{release}/backfill', { params: { path: { release } } })),
  });

/** What is edited or published shows on other pages too: those in sight are read again. */
const renew = () => queryClient.invalidateQueries();

/** Who was refused for what others wrote meanwhile is shown that. */
const renewIfMoved = async (error: Error): Promise<void> => {
  if (problemOf(error).code === 'releases.draft_moved') await renew();
};

/** How a draft's revision travels. */
const tag = (revision: string): string => `"${revision}"`;
const seen = (revision: string) => ({ header: { 'If-Match': tag(revision) } });

/** All kinds have the same routes, under their own path. */
const routeOf = ({ path }: Kind) => `/v1/${path}/{key}` as '/v1/rules/{key}';

export interface ResourceWrite {
  readonly kind: Kind;
  readonly key: string;
  /** The draft's, as the writer saw it. */
  readonly revision: string;
}

export const useSaveResource = () =>
  useMutation({
    mutationFn: ({ kind, key, revision, resource }: ResourceWrite & { readonly resource: Resource }) =>
      answerOf(adminApi.PUT(routeOf(kind), { params: { path: { key }, ...seen(revision) }, body: resource })),
    onSuccess: renew,
    onError: renewIfMoved,
  });

export const useDeleteResource = () =>
  useMutation({
    mutationFn: ({ kind, key, revision }: ResourceWrite) =>
      answerOf(adminApi.DELETE(routeOf(kind), { params: { path: { key }, ...seen(revision) } })),
    onSuccess: renew,
    onError: renewIfMoved,
  });

export const usePutDraft = () =>
  useMutation({
    mutationFn: ({ program, revision }: { readonly program: Program; readonly revision: string }) =>
      answerOf(adminApi.PUT('/v1/draft', { params: seen(revision), body: { program } })),
    onSuccess: renew,
    onError: renewIfMoved,
  });

export const useDiscardDraft = () =>
  useMutation({
    mutationFn: (revision: string) => answerOf(adminApi.DELETE('/v1/draft', { params: seen(revision) })),
    onSuccess: renew,
    onError: renewIfMoved,
  });

export const usePublish = () =>
  useMutation({
    mutationFn: ({ revision, note }: { readonly revision: string; readonly note: string }) =>
      answerOf(adminApi.POST('/v1/releases', { params: seen(revision), body: { note } })),
    onSuccess: renew,
    onError: renewIfMoved,
  });

const pathOf = (release: number) => ({ path: { release } });

export const useRollBack = () =>
  useMutation({
    mutationFn: ({ release, note }: { readonly release: number; readonly note: string }) =>
      answerOf(adminApi.POST('/v1/releases/{release}/rollback', { params: pathOf(release), body: { note } })),
    onSuccess: renew,
  });

export const useArchive = () =>
  useMutation({
    mutationFn: ({ release, archive }: { readonly release: number; readonly archive: boolean }) => {
      const params = pathOf(release);
      const route = '/v1/releases/{release}/archive';
      return answerOf(archive ? adminApi.POST(route, { params }) : adminApi.DELETE(route, { params }));
    },
    onSuccess: renew,
  });

export type PromotionOrder = Pick<Schemas['PromoteRelease'], 'from' | 'release' | 'to'> &
  Partial<Schemas['PromoteRelease']>;

export const usePromote = () =>
  useMutation({
    mutationFn: (order: PromotionOrder) =>
      answerOf(adminApi.POST('/v1/promotions', { body: { note: '', dryRun: false, ...order } })),
    onSuccess: renew,
  });
