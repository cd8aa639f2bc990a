import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { ApiProblem } from '../openapi/api-problem.decorator.js';
import { httpErrors } from '../problem/http.errors.js';

export const IDEMPOTENT_METADATA = 'laurel:idempotent';

/** The route takes an `Idempotency-Key`: it acts once for each, and answers the same again for a day. */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(IDEMPOTENT_METADATA, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        'Names this request, 1 to 255 printable ASCII characters. Sent again with the same key within a day, it has no further ' +
        'effect and is answered as the first time, with `Idempotent-Replayed: true`.',
    }),
    ApiProblem(httpErrors.invalidIdempotencyKey, httpErrors.idempotencyKeyInFlight, httpErrors.idempotencyKeyReused),
  );
