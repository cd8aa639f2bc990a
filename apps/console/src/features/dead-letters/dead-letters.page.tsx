import { PageHeader } from '../../ui/index.js';

export const DeadLettersPage = () => <PageHeader title="Dead letters" about="Messages that could not be read." />;
