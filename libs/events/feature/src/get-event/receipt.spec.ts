import { parseReceipt } from './receipt.js';

describe('a receipt in a query', () => {
  it('names a partition and an offset', () => {
    expect(parseReceipt('3:1042')).toEqual({ partition: 3, offset: 1042 });
  });

  it.each(['', '3', ':', '3:', ':4', '-1:4', '3:x', '3:4:5', ' 3:4', '3:9999999999999999'])('is not %j', (text) => {
    expect(parseReceipt(text)).toBeUndefined();
  });
});
