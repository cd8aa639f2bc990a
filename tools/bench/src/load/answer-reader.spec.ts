import { AnswerReader } from './answer-reader.ts';

const ANSWER = 'HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{"a":1}';

describe('reading answers', () => {
  it('gives status and body of a whole one', () => {
    const answer = new AnswerReader().push(Buffer.from(ANSWER));
    expect(answer).toEqual({ status: 202, body: Buffer.from('{"a":1}') });
  });

  it('waits for the rest, wherever it was cut', () => {
    for (let cut = 1; cut < ANSWER.length; cut += 1) {
      const reader = new AnswerReader();
      expect(reader.push(Buffer.from(ANSWER.slice(0, cut)))).toBeUndefined();
      expect(reader.push(Buffer.from(ANSWER.slice(cut)))?.body.toString()).toBe('{"a":1}');
    }
  });

  it('reads one after the other', () => {
    const reader = new AnswerReader();
    reader.push(Buffer.from(ANSWER));
    expect(reader.push(Buffer.from(ANSWER.replace('202 Accepted', '503 Busy')))?.status).toBe(503);
  });

  it('takes an empty body', () => {
    expect(new AnswerReader().push(Buffer.from('HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n'))?.status).toBe(
      204,
    );
  });

  it('refuses what it cannot tell the end of', () => {
    expect(() => new AnswerReader().push(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'))).toThrow('content-length');
  });

  it('starts anew after a broken connection', () => {
    const reader = new AnswerReader();
    reader.push(Buffer.from(ANSWER.slice(0, 40)));
    reader.reset();
    expect(reader.push(Buffer.from(ANSWER))?.status).toBe(202);
  });
});
