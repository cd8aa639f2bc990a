import { defineError } from '@laurel/kernel';

export const liveErrors = {
  badFrame: defineError('live.bad_frame', 'malformed', 'The frame cannot be read'),
  binaryFrame: defineError('live.binary_frame', 'unsupported', 'Frames are JSON text'),
  tooManyFrames: defineError('live.too_many_frames', 'rate_limited', 'Frames came too fast'),
  notAuthenticated: defineError('live.not_authenticated', 'unauthenticated', 'The first frame must authenticate'),
  otherIdentity: defineError('live.other_identity', 'forbidden', 'A connection keeps the identity it began with'),
  originRefused: defineError('live.origin_refused', 'forbidden', 'Pages of this origin may not connect'),
  unknownTopic: defineError('live.unknown_topic', 'not_found', 'There is no such topic'),
  unknownSubscription: defineError('live.unknown_subscription', 'not_found', 'There is no such subscription'),
  tooManySubscriptions: defineError('live.too_many_subscriptions', 'rate_limited', 'The connection watches too much'),
  tooManyConnections: defineError('live.too_many_connections', 'rate_limited', 'The player has too many connections'),
  busy: defineError('live.busy', 'unavailable', 'This instance takes no more connections right now'),
  slowReader: defineError('live.slow_reader', 'unavailable', 'The client reads slower than it is sent'),
  stopping: defineError('live.stopping', 'unavailable', 'This instance is shutting down'),
  internal: defineError('live.internal', 'internal', 'The frame could not be handled'),
} as const;
