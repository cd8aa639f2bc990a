import { PageHeader } from '../../ui/index.js';

export const PlayersPage = () => <PageHeader title="Players" about="Balances, timelines, corrections and bans." />;
