import { Laurel } from '@laurel/sdk';
import type {
  LeaderboardClient,
  LeaderboardError,
  LeaderboardState,
  LeaderboardSubscription,
  LeaderboardTable,
} from './client.js';
import { make } from './make.js';
import { RowsTable } from './rows-table.js';
import { ATTRIBUTES, type Settings, settingsOf } from './settings.js';
import { STYLES } from './styles.js';
import { TEXTS, type Texts } from './texts.js';

/** What writes pages without a browser, to be run in one later, has no elements: importing this does no harm there. */
const Base: typeof HTMLElement =
  (globalThis as { readonly HTMLElement?: typeof HTMLElement }).HTMLElement ??
  (class {} as unknown as typeof HTMLElement);

/** What scripts set. */
const PROPERTIES = ['laurel', 'texts', 'nameOf'] as const;

/**
 * `<laurel-leaderboard url="https://query.example" key="lrl_live_pk_…" board="weekly-run" limit="10">`: a leaderboard as it moves.
 *
 * Attributes: `url` of the query gateway, `key` (a publishable one: whoever sees the page can read it), `board`, and, if wanted,
 * `window`, `limit`, `segment`, `around` (a player, whose rank is then said when it changes) and `heading`. Events: `laurel-table` with
 * the table, `laurel-state` with the state.
 */
export class LaurelLeaderboardElement extends Base {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  private readonly rows = new RowsTable();
  private readonly note = make('p', { part: 'note' });
  private readonly stale = make('p', { part: 'note stale', role: 'status' });
  private readonly said = make('p', { part: 'said', 'aria-live': 'polite' });
  private subscription: LeaderboardSubscription | undefined;
  private settings: Settings | undefined;
  private ownClient: Laurel | undefined;
  private givenClient: LeaderboardClient | undefined;
  private givenTexts: Texts = TEXTS;
  private nameOfPlayer: (playerId: string) => string = (playerId) => playerId;
  private error: LeaderboardError | undefined;
  private ownRank: number | undefined;
  private isChanging = false;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(this.rows.element, this.note, this.stale, this.said);
  }

  /** Instead of `url` and `key`: a client that the page has already, for example with a player's token. */
  set laurel(client: LeaderboardClient | undefined) {
    this.givenClient = client;
    this.change();
  }

  /** Others than the English ones. */
  set texts(texts: Partial<Texts>) {
    this.givenTexts = { ...TEXTS, ...texts };
    this.render();
  }

  /** What a player is called: leaderboards know ids alone. */
  set nameOf(name: (playerId: string) => string) {
    this.nameOfPlayer = name;
    this.render();
  }

  connectedCallback(): void {
    this.takeEarly();
    this.change();
  }

  disconnectedCallback(): void {
    this.stop();
  }

  attributeChangedCallback(name: string): void {
    if (name === 'heading') this.render();
    else this.change();
  }

  /** What a script gave the element before this class was there hides the properties of the class. */
  private takeEarly(): void {
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const given: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, given);
    }
  }

  /** Follows the leaderboard anew: once for all attributes that change together. */
  private change(): void {
    if (!this.isConnected || this.isChanging) return;
    this.isChanging = true;
    queueMicrotask(() => {
      this.isChanging = false;
      this.stop();
      if (this.isConnected) this.start();
    });
  }

  private start(): void {
    this.error = this.ownRank = undefined;
    this.settings = settingsOf((name) => this.getAttribute(name));
    const client = this.givenClient ?? this.newClient();
    if (client && this.settings) {
      const { topic, view, window } = this.settings;
      const handlers = {
        onTable: (table: LeaderboardTable) => this.moved(table),
        onState: (state: LeaderboardState, error?: LeaderboardError) => this.stands(state, error),
      };
      this.subscription = client.live.subscribe(topic, { view, ...(window ? { window } : {}) }, handlers);
    }
    this.render();
  }

  private newClient(): Laurel | undefined {
    const [url, credential] = [this.getAttribute('url'), this.getAttribute('key')];
    if (!url || !credential || !URL.canParse(url, location.href)) return undefined;
    this.ownClient = new Laurel({ urls: { query: url }, credential });
    return this.ownClient;
  }

  private stop(): void {
    const { subscription } = this;
    this.subscription = undefined;
    subscription?.close();
    this.ownClient?.live.close();
    this.ownClient = undefined;
  }

  private moved(table: LeaderboardTable): void {
    this.render();
    this.sayOwnRank(table);
    this.dispatchEvent(new CustomEvent('laurel-table', { detail: table }));
  }

  private stands(state: LeaderboardState, error?: LeaderboardError): void {
    // Its own end is no news: `stop` has let go of it.
    if (!this.subscription && state === 'closed' && !error) return;
    this.error = error;
    this.render();
    this.dispatchEvent(new CustomEvent('laurel-state', { detail: { state, error } }));
  }

  private sayOwnRank({ rows }: LeaderboardTable): void {
    const rank = rows.find(({ playerId }) => playerId === this.settings?.own)?.rank;
    if (typeof rank !== 'number' || rank === this.ownRank) return;
    this.said.textContent = this.givenTexts.ownRank(rank, this.ownRank);
    this.ownRank = rank;
  }

  private render(): void {
    const texts = this.givenTexts;
    const table = this.subscription?.current;
    this.rows.element.hidden = !table || table.rows.length === 0;
    this.rows.show(table?.rows ?? [], {
      texts,
      heading: this.getAttribute('heading') ?? '',
      own: this.settings?.own,
      nameOf: this.nameOfPlayer,
      scoreOf: (score) => score.toLocaleString(),
    });
    this.stale.hidden = this.subscription?.state !== 'reconnecting';
    this.stale.textContent = this.stale.hidden ? '' : texts.reconnecting;
    this.renderNote(this.noteOf(table));
  }

  private noteOf(table: LeaderboardTable | undefined): string {
    const { error, givenTexts: texts } = this;
    if (error || !this.subscription) return texts.failed;
    if (!table) return texts.loading;
    if (table.warming) return texts.warming;
    return table.rows.length === 0 ? texts.empty : '';
  }

  private renderNote(text: string): void {
    this.note.hidden = text === '';
    this.note.textContent = text;
    this.note.title = this.error?.message ?? '';
    if (!this.error) return;
    const again = make('button', { part: 'again', type: 'button', text: this.givenTexts.again });
    again.addEventListener('click', () => this.change());
    this.note.append(again);
  }
}
