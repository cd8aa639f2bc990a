export { playerErrors } from './errors.js';
export { PlayersQueryModule } from './players.query.module.js';
