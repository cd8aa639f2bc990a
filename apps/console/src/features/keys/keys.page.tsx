import { PageHeader } from '../../ui/index.js';

export const KeysPage = () => <PageHeader title="Keys" about="API keys and the identity provider." />;
