import { PageHeader } from '../../ui/index.js';

export const OverviewPage = () => (
  <PageHeader title="Overview" about="Events per second, delay, errors and active players." />
);
