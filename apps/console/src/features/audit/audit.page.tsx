import { PageHeader } from '../../ui/index.js';

export const AuditPage = () => <PageHeader title="Audit log" about="Who changed what, and when." />;
