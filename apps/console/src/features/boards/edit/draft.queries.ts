import { useRef } from 'react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { ProblemError, adminApi, answerOf, queryClient, toProblem } from '../../../api/index.js';
import type { Doc, ProgramDoc, Write } from './edited-board.js';

const KEY = ['boards', 'draft'];

/** What the next release is to be, with the revision that a write has to name. */
export const useDraft = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const { revision, program } = await answerOf(adminApi.GET('/v1/draft'));
      return { revision, program };
    },
    // What is being edited began with this: it is not exchanged under somebody's hands.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Every problem of a program that is being written. */
export const useValidation = (program: ProgramDoc | undefined) =>
  useQuery({
    queryKey: ['boards', 'validation', program],
    queryFn: () =>
      answerOf(adminApi.POST('/v1/draft/validate', { body: { program: program as Record<string, unknown> } })),
    enabled: program !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });

/** The windows that definitions give: the running ones and the next ten. Refused while they are not right. */
export const useWindowPreview = (windows: readonly Doc[], graceSeconds: number | undefined) =>
  useQuery({
    queryKey: ['boards', 'window-preview', windows, graceSeconds],
    queryFn: () =>
      answerOf(
        adminApi.POST('/v1/draft/window-preview', {
          body: { windows: [...windows], count: 10, ...(graceSeconds === undefined ? {} : { graceSeconds }) },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/**
 * Writes to the draft, one after the other, each to the revision that the one before left. What fails in between is written again
 * from there: a form keeps what was typed until all of it is saved.
 */
export function useSaveDraft(revision: string) {
  const reached = useRef(`"${revision}"`);
  return useMutation({
    mutationFn: async (writes: readonly Write[]) => {
      for (const write of writes) reached.current = await send(write, reached.current);
    },
    // Not waited for: who saved goes on, with a form that begins anew as soon as the draft is read.
    onSuccess: () => void reloadDraft(),
  });
}

/** Reads the draft again: forms of it begin anew. */
export const reloadDraft = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['boards'] });

async function send({ kind, key, doc }: Write, ifMatch: string): Promise<string> {
  const params = { path: { key }, header: { 'If-Match': ifMatch } };
  const headers = { 'if-match': ifMatch };
  const { response, error } =
    doc === null
      ? await adminApi.DELETE(`/v1/${kind}/{key}`, { params, headers })
      : await adminApi.PUT(`/v1/${kind}/{key}`, { params, headers, body: doc as Doc & { key: string } });
  if (!response.ok) throw new ProblemError(toProblem(error, response.status));
  return response.headers.get('etag') ?? ifMatch;
}
