import { ApiProblem, httpErrors, OrderAcceptedDto } from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { Requires } from '@laurel/platform-auth';
import { HttpCode, applyDecorators } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { playerErrors } from '../errors.js';
import { PlayerDto } from '../get-player/get-player.dto.js';

/** What the routes have in common that order a change of a player: who may, and all that they answer with. */
export const PlayerOrderRoute = (): MethodDecorator =>
  applyDecorators(
    ApiTags('players'),
    ApiParam({ name: 'id', description: 'Your own id of the player.', example: 'arsenal' }),
    ApiOkResponse({ type: PlayerDto, description: 'The change was made: the player as it is now.' }),
    ApiAcceptedResponse({
      type: OrderAcceptedDto,
      description: 'The change is in the event log and will be made; it was not within 5 seconds.',
    }),
    ApiProblem(playerErrors.erased, playerErrors.merged, playerErrors.keyInUse, playerErrors.changeFailed),
    ApiProblem(kafkaErrors.unavailable, httpErrors.unavailable),
    ApiProblem(
      httpErrors.invalidInput,
      httpErrors.malformedRequest,
      httpErrors.unsupportedMediaType,
      httpErrors.bodyTooLarge,
    ),
    Requires('players:write'),
    HttpCode(200),
  );
