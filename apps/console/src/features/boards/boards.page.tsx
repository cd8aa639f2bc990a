import { PageHeader } from '../../ui/index.js';

export const BoardsPage = () => (
  <PageHeader title="Leaderboards" about="Live boards, windows, rewards and moderation." />
);
