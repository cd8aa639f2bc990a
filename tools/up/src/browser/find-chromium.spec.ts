import { findChromium } from './find-chromium.ts';

describe('the browser', () => {
  it('is the one that is named, or none where it is not there', () => {
    expect(findChromium({ LAUREL_CHROMIUM: process.execPath })).toBe(process.execPath);
    expect(findChromium({ LAUREL_CHROMIUM: '/nowhere/chromium' })).toBeUndefined();
  });
});
