const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('laurel-session');

/** Other windows of the console share the session's cookie: they begin anew, so that none shows one environment and changes another. */
export const tellOtherTabs = (): void => channel?.postMessage('changed');

/** Calls back when another window has signed in or out, or switched the environment. */
export function onOtherTabs(changed: () => void): void {
  channel?.addEventListener('message', changed);
}
