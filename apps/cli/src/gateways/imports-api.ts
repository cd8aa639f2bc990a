import type { FieldProblem } from '@laurel/kernel';
import { RefusedError } from '../exit-codes.js';
import { describeRefusal } from './describe-refusal.js';
import type { Answer, Gateway } from './gateway.js';

/** A line that was not taken. */
export interface RefusedLine {
  /** Among the lines of its request, from 1. */
  readonly line: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
}

/** What became of the lines of one request. */
export interface ImportedLines {
  readonly accepted: number;
  readonly rejected: readonly RefusedLine[];
}

/** How far an import is. */
export interface ImportState {
  readonly state: 'applying' | 'applied';
  /** Messages of the log up to its last one, at most. */
  readonly remaining: number;
}

/** One import on the admin gateway. */
export class ImportsApi {
  private readonly path: string;

  constructor(
    private readonly gateway: Gateway,
    importId: string,
  ) {
    this.path = `/v1/imports/${encodeURIComponent(importId)}`;
  }

  /** @throws RefusedError, UnreachableError, as the others */
  async send(lines: string): Promise<ImportedLines> {
    const content = { type: 'application/x-ndjson', text: lines };
    return accepted<ImportedLines>(await this.gateway.call({ method: 'POST', path: `${this.path}/players`, content }));
  }

  async state(): Promise<ImportState> {
    return accepted<ImportState>(await this.gateway.call({ method: 'GET', path: this.path }));
  }
}

function accepted<T>(answer: Answer): T {
  if (answer.status === 200) return answer.body as T;
  throw new RefusedError(describeRefusal(answer));
}
