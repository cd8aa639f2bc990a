import { PageHeader } from '../../ui/index.js';

export const MembersPage = () => <PageHeader title="Members" about="Operators, their roles and your own sign-in." />;
