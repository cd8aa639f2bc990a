export { playerErrors } from './errors.js';
export { PlayersAdminModule } from './players.admin.module.js';
export { PlayersQueryModule } from './players.query.module.js';
