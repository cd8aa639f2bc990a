import type { LaurelApi } from './laurel-api.ts';

const ANNOUNCE_TIMEOUT_MS = 30_000;

interface Release {
  readonly release: number;
  readonly announcedAt: string | null;
}

/** Publishes a program and waits until the events that follow are decided by it. */
export async function publishProgram(api: LaurelApi, adminUrl: string, program: object): Promise<void> {
  const { release } = await api.post<Release>(`${adminUrl}/v1/releases`, { program, note: 'bench' });
  const url = `${adminUrl}/v1/releases/${release}`;
  await api.until<Release>(url, ({ announcedAt }) => announcedAt !== null, ANNOUNCE_TIMEOUT_MS);
}
