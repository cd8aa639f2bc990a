/** One message of a stream of server-sent events. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

/** The messages of a body of `text/event-stream`, as they come. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const blocks = rest.replaceAll('\r\n', '\n').split('\n\n');
    rest = done ? '' : (blocks.pop() ?? '');
    for (const block of blocks) {
      const message = parsed(block);
      if (message) yield message;
    }
    if (done) return;
  }
}

/** A message of one block; undefined for a comment, which only keeps the connection open. */
function parsed(block: string): ServerSentEvent | undefined {
  const fields = block.split('\n').map((line): [string, string] => {
    const at = line.indexOf(':');
    return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')];
  });
  const valuesOf = (name: string) => fields.filter(([field]) => field === name).map(([, value]) => value);
  const data = valuesOf('data');
  if (data.length === 0) return undefined;
  return { event: valuesOf('event').at(-1) ?? 'message', data: data.join('\n') };
}
