import { RELEASES_COLLECTION, type ReleaseDocument, releaseDocumentId } from '@laurel/contracts';
import { MONGO_DB } from '@laurel/platform-mongo';
import { EMPTY_PROGRAM, type ReleasedProgram } from '@laurel/releases-domain';
import { NO_RELEASE, type Program, compileProgram } from '@laurel/scoring-domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';

const MAX_PROGRAMS = 1_000;

/** Releases compiled to programs. They are immutable, so all partitions of a process share them. */
@Injectable()
export class ProgramCache {
  private readonly programs = new Map<string, Promise<Program | undefined>>();
  private readonly empty = compileProgram(NO_RELEASE, EMPTY_PROGRAM);

  constructor(@Inject(MONGO_DB) private readonly db: Db) {}

  /** The program of a release, or undefined when it is not stored. Release 0 is the empty program. */
  get(workspace: string, release: number): Promise<Program | undefined> {
    if (release === NO_RELEASE) return Promise.resolve(this.empty);
    const id = releaseDocumentId(workspace, release);
    const known = this.programs.get(id);
    if (known) return known;
    const loading = this.load(id);
    this.programs.set(id, loading);
    loading.then(
      (program) => program ?? this.programs.delete(id),
      () => this.programs.delete(id),
    );
    const [oldest] = this.programs.keys();
    if (this.programs.size > MAX_PROGRAMS && oldest !== undefined) this.programs.delete(oldest);
    return loading;
  }

  private async load(id: string): Promise<Program | undefined> {
    const document = await this.db
      .collection<ReleaseDocument<ReleasedProgram>>(RELEASES_COLLECTION)
      .findOne({ _id: id });
    return document ? compileProgram(document.release, document.program) : undefined;
  }
}
