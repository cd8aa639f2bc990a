import { randomBytes } from 'node:crypto';

/** Names that no other test uses, so that tests share servers and nothing else. */
export interface TestScope {
  readonly topicPrefix: string;
  readonly database: string;
  readonly keyPrefix: string;
  readonly workspace: string;
}

export function uniqueTestScope(): TestScope {
  const id = randomBytes(6).toString('hex');
  return {
    topicPrefix: `test-${id}.`,
    database: `laurel_test_${id}`,
    keyPrefix: `test-${id}:`,
    workspace: `ws_${id}`,
  };
}
