import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { CompressionCodecs, CompressionTypes } from 'kafkajs';

/** kafkajs's buffer under construction. */
interface Encoder {
  readonly buffer: Buffer;
}

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
const FASTEST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Teaches kafkajs Zstandard, which Kafka and Node have and it does not: https://kafka.js.org/docs/producing#compression */
export function registerZstd(): void {
  CompressionCodecs[CompressionTypes.ZSTD] = () => ({
    compress: ({ buffer }: Encoder) => compress(buffer, FASTEST),
    decompress: (buffer: Buffer) => decompress(buffer),
  });
}
