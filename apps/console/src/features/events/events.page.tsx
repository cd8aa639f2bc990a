import { PageHeader } from '../../ui/index.js';

export const EventsPage = () => <PageHeader title="Events" about="What an event did, rule by rule." />;
