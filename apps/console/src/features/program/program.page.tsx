import { PageHeader } from '../../ui/index.js';

export const ProgramPage = () => <PageHeader title="Program" about="Draft, rules, dry runs and releases." />;
