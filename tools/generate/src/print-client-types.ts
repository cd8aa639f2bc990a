import { clientTypes } from './client-types.ts';

// For the spec that looks for drift: Jest can't load openapi-typescript, which is an ES module.
console.log(JSON.stringify([...(await clientTypes())]));
