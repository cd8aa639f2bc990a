import { type TableRow, toTableRow } from './final-table.ts';
import type { LiveFeed } from './live-feed.ts';
import type { Screen } from './screen.ts';
import type { Match, Season } from './season.ts';
import type { TableView } from './table-view.ts';
import { renderWeeks } from './weeks-view.ts';
import type { WeeksReview } from './weeks.ts';

/** Tells the screen how the season stands: what has been sent, and the table that the live feed tells of. */
export class SeasonShow {
  readonly #season: Season;
  readonly #screen: Screen;
  readonly #clubNames: ReadonlyMap<string, string>;
  #feed: LiveFeed | undefined;
  #matchday = 0;
  #played = 0;
  #ranksBefore: ReadonlyMap<string, number> = new Map();
  #finalRows: readonly TableRow[] | undefined;
  #trouble: string | undefined;

  constructor(season: Season, screen: Screen) {
    this.#season = season;
    this.#screen = screen;
    this.#clubNames = new Map(season.clubs.map(({ id, name }) => [id, name]));
  }

  watch(feed: LiveFeed): void {
    this.#feed = feed;
    this.update();
  }

  /** These matches are about to be sent. With the first of a matchday the one before is over, and arrows start afresh. */
  play(batch: readonly Match[]): void {
    const matchday = batch[0]?.matchday ?? this.#matchday;
    if (matchday === this.#matchday) return;
    if (this.#matchday > 0) this.#screen.matchdayOver(this.#view());
    this.#matchday = matchday;
    this.#ranksBefore = new Map(
      this.#rows().flatMap(({ playerId, rank }) => (rank === null ? [] : [[playerId, rank]])),
    );
  }

  setPlayed(matches: number): void {
    this.#played = matches;
    this.update();
  }

  setTrouble(trouble: string | undefined): void {
    this.#trouble = trouble;
    this.update();
  }

  update(): void {
    if (!this.#finalRows) this.#screen.update(this.#view());
  }

  /** Shows the table as REST gave it, and whether it is the published one. */
  finish(
    rows: readonly TableRow[],
    {
      differences,
      liveDifferences,
    }: { readonly differences: readonly string[]; readonly liveDifferences: readonly string[] },
  ): void {
    this.#finalRows = rows;
    this.#screen.finish(this.#view());
    this.#screen.say(
      differences.length === 0
        ? `The final table equals the published one of the ${this.#season.name} in all ${rows.length} rows.`
        : list('The final table DIFFERS from the published one:', differences),
    );
    this.#screen.say(
      liveDifferences.length === 0
        ? 'The live feed ended on the same table.'
        : list('The live feed ended on ANOTHER table than REST:', liveDifferences),
    );
  }

  tellWeeks(weeks: WeeksReview | undefined): void {
    this.#screen.say(
      weeks === undefined
        ? 'No weeks were closed: this workspace goes by the time of the world, in which they were over long ago.'
        : `\n${renderWeeks(weeks, this.#clubNames)}`,
    );
    if (weeks && !weeks.isSettled) this.#screen.say('Not every week was CLOSED AND PAID in time.');
  }

  #rows(): readonly TableRow[] {
    return this.#finalRows ?? this.#feed?.rows().map(toTableRow) ?? [];
  }

  #view(): TableView {
    return {
      title: this.#season.name,
      matchday: this.#matchday,
      matchdays: this.#season.matchdays,
      matchesPlayed: this.#played,
      matches: this.#season.matches.length,
      rows: this.#rows(),
      ranksBefore: this.#ranksBefore,
      clubNames: this.#clubNames,
      trouble: this.#finalRows ? undefined : (this.#trouble ?? this.#feed?.trouble()),
    };
  }
}

const list = (heading: string, items: readonly string[]): string =>
  [heading, ...items.map((item) => `  ${item}`)].join('\n');
