import fc from 'fast-check';
import { comparePositions, formatPosition, parsePosition } from './position.js';

const positions = fc.record({ epoch: fc.nat(), offset: fc.maxSafeNat() });

describe('a position', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(positions, (position) => {
        expect(parsePosition(formatPosition(position))).toEqual(position);
      }),
    );
  });

  it.each(['', '1', '1:', ':1', '1:2:3', '1:-2', '-1:2', ' 1:2', '1:2\n', '1:2.5', 'repair:4d1c', '1e3:2', '0x1:2'])(
    'is not what %j says',
    (text) => {
      expect(parsePosition(text)).toBeUndefined();
    },
  );

  it('lies before another by epoch, then by offset', () => {
    expect(comparePositions({ epoch: 1, offset: 9 }, { epoch: 2, offset: 0 })).toBeLessThan(0);
    expect(comparePositions({ epoch: 2, offset: 3 }, { epoch: 2, offset: 4 })).toBeLessThan(0);
    expect(comparePositions({ epoch: 2, offset: 4 }, { epoch: 2, offset: 4 })).toBe(0);
  });
});
