export { hashText, isInSample } from './hash-text.js';
