import {
  IconActivity,
  IconAlertTriangle,
  IconGauge,
  IconHistory,
  IconInbox,
  IconKey,
  IconListSearch,
  IconPuzzle,
  IconTrophy,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react';
import type { AreaId } from './areas.js';

export const areaIcons: Readonly<Record<AreaId, typeof IconGauge>> = {
  overview: IconGauge,
  feed: IconActivity,
  events: IconListSearch,
  boards: IconTrophy,
  program: IconPuzzle,
  players: IconUsers,
  quarantine: IconAlertTriangle,
  'dead-letters': IconInbox,
  keys: IconKey,
  members: IconUserCog,
  audit: IconHistory,
};
