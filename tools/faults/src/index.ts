export { Chance } from './chance.ts';
export type { FaultMode } from './proxy/fault-mode.ts';
export { TcpFaultProxy } from './proxy/tcp-fault-proxy.ts';
