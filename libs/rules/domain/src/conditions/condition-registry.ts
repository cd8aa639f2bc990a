import { all } from './all.condition.js';
import { any } from './any.condition.js';
import { attribute } from './attribute.condition.js';
import { balance } from './balance.condition.js';
import { cel } from './cel.condition.js';
import { firstTime } from './first-time.condition.js';
import { not } from './not.condition.js';
import { property } from './property.condition.js';
import { segment } from './segment.condition.js';
import { stat } from './stat.condition.js';
import { time } from './time.condition.js';

/**
 * Every kind of condition. The first whose code a node has is the node's kind; one without any is judged as the last, so that
 * a mistake is reported against a shape.
 */
export const CONDITIONS = [all, any, not, stat, balance, attribute, segment, firstTime, time, cel, property] as const;
