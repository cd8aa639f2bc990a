export { partitionOf, partitionOfBytes } from '@laurel/contracts';
