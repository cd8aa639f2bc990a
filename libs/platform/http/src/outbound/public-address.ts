import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's public server (IANA special-purpose registries): private, local, reserved, translated, documentation. */
const REFUSED: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];
const LOOPBACK: readonly (readonly [network: string, prefix: number])[] = [
  ['127.0.0.0', 8],
  ['::1', 128],
];

/** An IPv4 address written as IPv6 is checked as the IPv4 address that it is: `BlockList` sees through it. */
const listOf = (networks: typeof REFUSED): BlockList => {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, familyOf(network));
  return list;
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const refused = listOf(REFUSED);
const loopback = listOf(LOOPBACK);

/** Which addresses may be called: `public` ones, or this machine's own as well, for development. */
export type Reach = 'public' | 'loopback';

/** Whether an IP address may be called on behalf of somebody who chose where it leads. */
export function isReachable(address: string, reach: Reach): boolean {
  if (isIP(address) === 0) return false;
  const family = familyOf(address);
  if (reach === 'loopback' && loopback.check(address, family)) return true;
  return !refused.check(address, family);
}

/** Whether an IP address is this machine's own. */
export const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && loopback.check(address, familyOf(address));
