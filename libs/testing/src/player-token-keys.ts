import { generateKeyPairSync } from 'node:crypto';

/** A fresh EC P-256 pair in PEM, as the services are given one: the private key signs player tokens, the public one verifies. */
export const playerTokenKeyPair = (): { readonly publicKey: string; readonly privateKey: string } =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
