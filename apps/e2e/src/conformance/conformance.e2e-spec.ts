import { LaurelStack } from '../stack/laurel-stack.js';
import { ConformanceGame } from './conformance-game.js';
import { orderAndTies } from './order-and-ties.js';
import { reads } from './reads.js';
import { removal } from './removal.js';
import { restartAndScale } from './restart-and-scale.js';
import { windows } from './windows.js';
import { writes } from './writes.js';

/** How a leaderboard must behave, each behaviour by its number. */
describe('conformance', () => {
  let stack: LaurelStack;
  let game: ConformanceGame;

  beforeAll(async () => {
    stack = await LaurelStack.start();
    game = await ConformanceGame.start(stack, 'conformance');
  }, 120_000);
  afterAll(() => stack.stop());

  describe('order and ties', () => orderAndTies(() => game));
  describe('writes', () => writes(() => game));
  describe('reads', () => reads(() => game));
  describe('removal', () => removal(() => game));
  describe('windows', () => windows(() => stack));
  describe('restart and scale', () =>
    restartAndScale(
      () => stack,
      () => game,
    ));
});
