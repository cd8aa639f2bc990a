export { playerErrors } from './errors.js';
export { GetPlayerHandler } from './get-player/get-player.handler.js';
export { PlayersAdminModule } from './players.admin.module.js';
export { PlayersQueryModule } from './players.query.module.js';
