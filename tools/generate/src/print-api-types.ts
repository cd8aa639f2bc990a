import { consoleApiTypes } from './api-types.ts';
import { clientTypes } from './client-types.ts';

// For the spec: what makes the types is an ES module, which Jest can't load.
process.stdout.write(JSON.stringify([...(await consoleApiTypes()), ...(await clientTypes())]));
