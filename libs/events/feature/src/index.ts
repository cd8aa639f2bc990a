export { EventsIngestionModule } from './events.ingestion.module.js';
export type { EventsIngestionOptions } from './events.ingestion.module.js';
export { getEventErrors } from './get-event/get-event.errors.js';
export { EventsQueryModule } from './events.query.module.js';
