import { PageHeader } from '../../ui/index.js';

export const QuarantinePage = () => <PageHeader title="Quarantine" about="Events that wait for a decision." />;
