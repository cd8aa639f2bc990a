import { generateKeyPairSync, sign } from 'node:crypto';

const SEQUENCE = 0x30;
const UTC_TIME = 0x17;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
/** Ed25519: 1.3.101.112. */
const ALGORITHM = Buffer.from('300506032b6570', 'hex');
const NOBODY = Buffer.from('3000', 'hex');

/** A value in DER; each of those here is shorter than 256 bytes. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [0x81, content.length];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

/** A key and a certificate for it that nobody has reason to trust, in PEM. */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const years = ['250101000000Z', '490101000000Z'].map((time) => der(UTC_TIME, Buffer.from(time)));
  const subject = publicKey.export({ type: 'spki', format: 'der' });
  const about = der(SEQUENCE, der(INTEGER, Buffer.of(1)), ALGORITHM, NOBODY, der(SEQUENCE, ...years), NOBODY, subject);
  const signature = der(BIT_STRING, Buffer.of(0), sign(null, about, privateKey));
  const body = der(SEQUENCE, about, ALGORITHM, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
  };
}
