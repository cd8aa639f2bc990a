/** A number of a release as text: the first is 1. */
export const RELEASE_NUMBER = /^[1-9]\d{0,8}$/;
