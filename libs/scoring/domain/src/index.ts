export { decide } from './decide.js';
export type { Decided, Inputs } from './decide.js';
export type { CorrectionEffect, DecidedEffect, HandOverEffect, StandingEffect } from './effects.js';
export { droppedBy, withoutDropped } from './dropped-entries.js';
export type { Dropped, FrozenTo } from './dropped-entries.js';
export { scoringErrors } from './errors.js';
export { verdictsOfTrial } from './hold-back.js';
export { changePlayer, playerChangeOf } from './player-changes/player-change.js';
export type { ChangedPlayer, PlayerChange } from './player-changes/player-change.js';
export { MAX_ATTRIBUTES } from './player-changes/profile.js';
export { joinWindow } from './reducers/place-result.js';
export { newPlayer } from './player.js';
export type { Player } from './player.js';
export { NO_RELEASE, compileProgram } from './program.js';
export type { CompiledBoard, Program } from './program.js';
export { seatKey } from './seats.js';
export type { TakenSeats, WantedSeat } from './seats.js';
export { sameBody } from './same-body.js';
export type { SentBody } from './same-body.js';
export { canonicalJson } from './replay/canonical-json.js';
export { changedPlayer, replayEvent } from './replay/replay-event.js';
export type { Programs, RecordedEvent, RecordedInputs } from './replay/replay-event.js';
export { replayEvents } from './replay/replay-events.js';
export { backfillPlayer } from './replay/backfill-player.js';
export { backfilledBy, standingEvents, voidedBy } from './replay/standing-events.js';
export { voidEvent } from './replay/void-event.js';
export type { Voided } from './replay/void-event.js';
export type {
  BoardTrial,
  DryRunLimits,
  DryRunOf,
  DryRunWatch,
  EventTrial,
  EventsOfDryRun,
  HistoryTrial,
  PlaceOfTrial,
  RangeSurvey,
} from './replay/dry-run.js';
export type { EffectTotals } from './replay/effect-totals.js';
export { WhatIfSummary } from './replay/what-if.js';
export type { Mover, Movement, TopChange, WhatIf } from './replay/what-if.js';
export type { TopRow } from './replay/window-tops.js';
