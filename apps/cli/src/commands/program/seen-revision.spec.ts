import type { DraftAnswer } from '../../gateways/admin-api.js';
import { type WriteOptions, seenRevision } from './seen-revision.js';

const UNEDITED: DraftAnswer = {
  workspace: 'ws_1',
  revision: 'release-4',
  latest: 4,
  updatedAt: null,
  updatedBy: null,
  program: { stats: [], rules: [], leaderboards: [] },
};
const EDITED: DraftAnswer = {
  ...UNEDITED,
  revision: 'rev_2',
  updatedAt: '2026-11-21T09:30:00.000Z',
  updatedBy: 'key_7',
};
const EMPTY: DraftAnswer = { ...UNEDITED, revision: 'release-0', latest: 0 };

const origin = (revision: string, workspace = 'ws_1') => ({ workspace, revision, content: '' });

describe('a write to the draft', () => {
  it.each<[string, DraftAnswer, ReturnType<typeof origin> | undefined, WriteOptions]>([
    ['the one that the file was made from', EDITED, origin('rev_2'), {}],
    ['the one that is named', EDITED, undefined, { ifMatch: 'rev_2' }],
    ['the one that is named with its quotes, whatever the file says', EDITED, origin('rev_1'), { ifMatch: '"rev_2"' }],
    ['nothing at all', EMPTY, undefined, {}],
    ['whatever is there, by force', EDITED, origin('rev_1', 'ws_2'), { force: true }],
  ])('replaces %s', (_, draft, from, options) => {
    expect(seenRevision(draft, from, options)).toBe(draft.revision);
  });

  it.each<[string, DraftAnswer, ReturnType<typeof origin> | undefined, WriteOptions, string]>([
    ['somebody wrote since', EDITED, origin('rev_1'), {}, 'key_7 wrote it at 2026-11-21T09:30:00.000Z'],
    ['somebody published since', UNEDITED, origin('release-3'), {}, 'release 4 was published since'],
    ['another one is named', EDITED, origin('rev_2'), { ifMatch: 'rev_1' }, 'made from (rev_1): it is at rev_2'],
    ['nobody says which was seen', UNEDITED, undefined, {}, 'does not say which draft'],
    ['nobody says which was seen, and only a draft is there', { ...EDITED, latest: 0 }, undefined, {}, 'does not say'],
    ['the file is of another workspace', UNEDITED, origin('release-4', 'ws_2'), {}, 'of the workspace ws_2'],
  ])('is refused where %s', (_, draft, from, options, said) => {
    expect(() => seenRevision(draft, from, options)).toThrow(said);
  });
});
