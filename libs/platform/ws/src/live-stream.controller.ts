import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCredential, type Credential, Proofs, RequiresCredential, authErrors } from '@laurel/platform-auth';
import { ApiProblem, EVENT_STREAM_TYPE, ProblemException, httpErrors, orThrow } from '@laurel/platform-http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { frameOfQuery } from './frame-of-query.js';
import { LiveDoor } from './live-door.js';
import { LiveSessions } from './live-sessions.js';
import { LiveStream } from './live-stream.js';
import { LiveSettings } from './live.settings.js';
import { liveErrors } from './live.errors.js';
import { EVENT_ID, StreamQueryDto } from './stream-query.dto.js';

/** The live feed where there are no sockets: one subscription as server-sent events. */
@ApiTags('live')
@Controller('v1/live/stream')
export class LiveStreamController {
  constructor(
    private readonly door: LiveDoor,
    private readonly sessions: LiveSessions,
    private readonly settings: LiveSettings,
    private readonly proofs: Proofs,
  ) {}

  @ApiOperation({
    summary: 'Watch a topic as server-sent events',
    description:
      'What a subscription of the WebSocket `/v1/live` sends, as `text/event-stream`: the type of a frame is the event, its data are the ' +
      'same bytes. A client that comes back with `Last-Event-ID` gets the changes since then, or a fresh snapshot. Every 15 s a comment ' +
      'shows that the stream is alive. It ends with an `error`, or with `bye`, after which the client comes back.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The id of the last event seen; browsers send it.',
  })
  @ApiOkResponse({
    description: 'Events: snapshot, resumed, delta, event, error, bye.',
    content: { [EVENT_STREAM_TYPE]: { schema: { type: 'string' } } },
  })
  @ApiProblem(
    httpErrors.invalidInput,
    authErrors.forbidden,
    authErrors.boardForbidden,
    liveErrors.originRefused,
    liveErrors.unknownTopic,
    liveErrors.tooManyConnections,
    liveErrors.busy,
    liveErrors.stopping,
  )
  @RequiresCredential({ tickets: true })
  @Get()
  async openLiveStream(
    @Query() query: StreamQueryDto,
    @CurrentCredential() credential: Credential,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = orThrow(frameOfQuery(query, lastEventIdOf(request)));
    orThrow(this.door.admit(request.headers.origin));
    if (request.method === 'HEAD') return void reply.type(EVENT_STREAM_TYPE).send();
    const proof = this.proofs.of(request);
    const stream = new LiveStream(reply, this.settings);
    // Gone while the credential was looked up: its close has been told already.
    if (!proof || !stream.isOpen) return;
    this.door.add(stream);
    try {
      const session = orThrow(await this.sessions.begin(stream, proof, credential));
      orThrow(await this.sessions.subscribe(session, frame));
      stream.begin();
    } catch (thrown) {
      if (!stream.hasBegun) throw thrown;
      // What was sent can't be taken back: the client comes again, and hears then what is wrong.
      stream.terminate();
    }
  }
}

/** What a browser sends by itself when it comes back. */
function lastEventIdOf({ headers }: FastifyRequest): string | undefined {
  const id = headers['last-event-id'];
  if (id === undefined || id === '') return undefined;
  if (typeof id === 'string' && EVENT_ID.test(id)) return id;
  throw new ProblemException(
    httpErrors.invalidInput('`Last-Event-ID` is the id of an event of such a stream.', {
      errors: [{ path: '/Last-Event-ID', rule: 'matches', message: 'must be the id of an event of such a stream' }],
    }),
  );
}
