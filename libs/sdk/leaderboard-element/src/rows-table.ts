import type { LeaderboardRow } from './client.js';
import { make } from './make.js';
import { glide } from './row-glide.js';
import type { Texts } from './texts.js';

/** How a row is shown. */
export interface RowLook {
  readonly texts: Texts;
  readonly heading: string;
  readonly own: string | undefined;
  readonly nameOf: (playerId: string) => string;
  readonly scoreOf: (score: number) => string;
}

/** The table of a leaderboard: rows stay the same elements while their players stay. */
export class RowsTable {
  readonly element: HTMLTableElement;
  private readonly caption = make('caption', { part: 'heading' });
  private readonly head = make('tr', { part: 'head' });
  private readonly body = make('tbody');
  private readonly rows = new Map<string, HTMLTableRowElement>();

  constructor() {
    this.element = make('table', { part: 'table' }, this.caption, make('thead', {}, this.head), this.body);
  }

  show(rows: readonly LeaderboardRow[], look: RowLook): void {
    const { texts, heading } = look;
    this.caption.textContent = heading;
    this.caption.hidden = heading === '';
    this.head.replaceChildren(
      make('th', { scope: 'col', part: 'number', text: texts.rank }),
      make('th', { scope: 'col', part: 'player', text: texts.player }),
      make('th', { scope: 'col', part: 'number', text: texts.score }),
    );
    glide(this.rows, () => this.arrange(rows, look));
  }

  private arrange(rows: readonly LeaderboardRow[], look: RowLook): void {
    const stay = new Set(rows.map(({ playerId }) => playerId));
    for (const [playerId, row] of this.rows) {
      if (stay.has(playerId)) continue;
      this.rows.delete(playerId);
      row.remove();
    }
    rows.forEach((row, at) => {
      const element = this.rowOf(row.playerId);
      fill(element, row, look);
      // Moving an element takes the focus and the selection from it: only what is elsewhere is moved.
      if (this.body.children[at] !== element) this.body.insertBefore(element, this.body.children[at] ?? null);
    });
  }

  private rowOf(playerId: string): HTMLTableRowElement {
    const known = this.rows.get(playerId);
    if (known) return known;
    const row = make(
      'tr',
      {},
      make('td', { part: 'number rank' }),
      make('td', { part: 'player' }),
      make('td', { part: 'number score' }),
    );
    this.rows.set(playerId, row);
    return row;
  }
}

function fill(element: HTMLTableRowElement, { rank, playerId, score }: LeaderboardRow, look: RowLook): void {
  const isOwn = playerId === look.own;
  element.className = isOwn ? 'own' : '';
  element.setAttribute('part', isOwn ? 'row own' : 'row');
  if (isOwn) element.setAttribute('aria-current', 'true');
  else element.removeAttribute('aria-current');
  const texts = [rank === null ? '–' : String(rank), look.nameOf(playerId), look.scoreOf(score)];
  texts.forEach((text, at) => {
    const cell = element.cells[at];
    if (cell && cell.textContent !== text) cell.textContent = text;
  });
}
