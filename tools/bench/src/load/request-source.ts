import type { Outcome } from './connection.ts';
import type { Verdict } from './load-recorder.ts';

/** Makes requests, one after the other, and knows a good answer to them. */
export interface RequestSource {
  next(): string;
  judge(outcome: Outcome): Verdict;
}

export interface Target {
  readonly port: number;
  /** Goes in `Authorization: Bearer`. */
  readonly secretKey: string;
}

export function getRequest({ port, secretKey }: Target, path: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${secretKey}\r\n\r\n`;
}

/** @param json ASCII */
export function postRequest({ port, secretKey }: Target, path: string, json: string): string {
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${secretKey}\r\n`;
  return `${head}content-type: application/json\r\ncontent-length: ${json.length}\r\n\r\n${json}`;
}
