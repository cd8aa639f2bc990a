import type { FieldProblem } from '@laurel/kernel';
import type { ProgramDocument } from '@laurel/releases-domain';
import { RefusedError } from '../exit-codes.js';
import { describeRefusal } from './describe-refusal.js';
import { type Answer, type Call, type Gateway, problemOf } from './gateway.js';

/** A workspace's draft as the admin gateway shows it. */
export interface DraftAnswer {
  readonly workspace: string;
  readonly revision: string;
  /** The latest release; 0 while there is none. */
  readonly latest: number;
  /** Null while it is the latest release as it is. */
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
  readonly program: ProgramDocument;
}

export interface ReleaseAnswer {
  readonly release: number;
  readonly announcedAt: string | null;
  readonly program: ProgramDocument;
}

/** The time of a workspace. */
export interface ClockAnswer {
  readonly now: string;
  readonly offsetMs: number;
  readonly announced: boolean;
}

/** A program that the gateway refused, with every problem by its pointer into the program. */
export class RefusedProgram {
  constructor(readonly problems: readonly FieldProblem[]) {}
}

/** What of the admin gateway's API the commands use. Every refusal that is not answered is thrown. */
export class AdminApi {
  constructor(private readonly gateway: Gateway) {}

  /** @throws RefusedError, as all of them; UnreachableError */
  async draft(): Promise<DraftAnswer> {
    return accepted<DraftAnswer>(await this.gateway.call({ method: 'GET', path: '/v1/draft' }));
  }

  async release(number: number): Promise<ReleaseAnswer> {
    return accepted<ReleaseAnswer>(await this.gateway.call({ method: 'GET', path: `/v1/releases/${number}` }));
  }

  /** Problems that keep the draft from being published. */
  async draftProblems(): Promise<readonly FieldProblem[]> {
    const answer = await this.gateway.call({ method: 'POST', path: '/v1/draft/validate' });
    return accepted<{ readonly problems: readonly FieldProblem[] }>(answer).problems;
  }

  /** @param revision the one that it takes the place of */
  putDraft(program: object, revision: string): Promise<DraftAnswer | RefusedProgram> {
    return this.write<DraftAnswer>({ method: 'PUT', path: '/v1/draft', body: { program }, headers: ifMatch(revision) });
  }

  /** @param revision the draft's, which is published only if it is still there */
  publishDraft(note: string, revision: string): Promise<ReleaseAnswer | RefusedProgram> {
    return this.write<ReleaseAnswer>({
      method: 'POST',
      path: '/v1/releases',
      body: { note },
      headers: ifMatch(revision),
    });
  }

  async clock(): Promise<ClockAnswer> {
    return accepted<ClockAnswer>(await this.gateway.call({ method: 'GET', path: '/v1/clock' }));
  }

  /** @param now RFC 3339 */
  async setClock(now: string): Promise<ClockAnswer> {
    return accepted<ClockAnswer>(await this.gateway.call({ method: 'PUT', path: '/v1/clock', body: { now } }));
  }

  async advanceClock(seconds: number): Promise<ClockAnswer> {
    const call = { method: 'POST', path: '/v1/clock/advance', body: { seconds } } as const;
    return accepted<ClockAnswer>(await this.gateway.call(call));
  }

  private async write<T>(call: Call): Promise<T | RefusedProgram> {
    const answer = await this.gateway.call(call);
    const problem = problemOf(answer);
    if (problem?.code !== 'releases.invalid_program') return accepted<T>(answer);
    // Pointers lead into the body, which holds the program.
    return new RefusedProgram(
      (problem.errors ?? []).map((each) => ({ ...each, path: each.path.replace(/^\/program(?=\/|$)/, '') })),
    );
  }
}

const ifMatch = (revision: string): Record<string, string> => ({ 'if-match': `"${revision}"` });

function accepted<T>(answer: Answer): T {
  if (answer.status >= 200 && answer.status < 300) return answer.body as T;
  throw new RefusedError(describeRefusal(answer));
}
