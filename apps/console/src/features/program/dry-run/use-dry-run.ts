import { useEffect, useRef, useState } from 'react';
import { type AdminSchemas, ProblemError, UNREACHABLE, adminApi, answerOf, toProblem } from '../../../api/index.js';
import { readEvents } from '../read-events.js';

type Schemas = AdminSchemas['schemas'];
export type DryRun = Schemas['DryRun'];
export type DryRunOrder = Schemas['DryRunOrder'];
export type History = NonNullable<DryRun['history']>;
export type EventTrial = NonNullable<DryRun['event']>;

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export type DryRunState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: Progress | undefined }
  | { readonly state: 'done'; readonly result: DryRun }
  | { readonly state: 'failed'; readonly error: unknown };

const CUT_OFF = 'The connection ended before the dry run did.';

/** Runs a dry run and follows how far it is. Who cancels, or leaves the page, ends it at the gateway too. */
export function useDryRun() {
  const [state, setState] = useState<DryRunState>({ state: 'idle' });
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = (order: DryRunOrder) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const tell = (next: DryRunState) => {
      if (!controller.signal.aborted) setState(next);
    };
    tell({ state: 'running', progress: undefined });
    run(order, controller.signal, (progress) => tell({ state: 'running', progress })).then(
      (result) => tell({ state: 'done', result }),
      (error: unknown) => tell({ state: 'failed', error }),
    );
  };
  const cancel = () => {
    running.current?.abort();
    setState({ state: 'idle' });
  };
  return { state, start, cancel };
}

async function run(order: DryRunOrder, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<DryRun> {
  const body = await answerOf(
    adminApi.POST('/v1/draft/dry-run', {
      body: order,
      headers: { accept: 'text/event-stream' },
      parseAs: 'stream',
      signal,
    }),
  );
  for await (const { event, data } of readEvents(body as ReadableStream<Uint8Array>)) {
    const message = JSON.parse(data) as unknown;
    if (event === 'progress') onProgress(message as Progress);
    if (event === 'error') throw new ProblemError(toProblem(message, 0));
    if (event === 'result') return message as DryRun;
  }
  throw new ProblemError({
    type: 'about:blank',
    title: CUT_OFF,
    status: 0,
    code: UNREACHABLE,
    detail: CUT_OFF,
    requestId: '',
  });
}
