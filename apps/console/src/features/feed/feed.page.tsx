import { PageHeader } from '../../ui/index.js';

export const FeedPage = () => <PageHeader title="Live feed" about="Outcomes of events as they are decided." />;
