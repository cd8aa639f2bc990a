import { Anchor } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { ComponentPropsWithRef, MouseEvent } from 'react';

/** A link to a page of the console by its address: for pages of another area, whose routes this one does not know. */
export function AppLink({ href = '', onClick, ...anchor }: ComponentPropsWithRef<'a'>) {
  const router = useRouter();
  const go = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    // A link inside a row that can be clicked is the one that was meant.
    event.stopPropagation();
    const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (event.defaultPrevented || isElsewhere) return;
    event.preventDefault();
    router.history.push(href);
  };
  return <a href={href} onClick={go} {...anchor} />;
}

/** Address of an event's page. Ids are unique to their players. */
export const eventHref = (eventId: string, playerId: string): string =>
  `/events/${encodeURIComponent(eventId)}?${new URLSearchParams({ playerId }).toString()}`;

/** Address of a player's page. */
export const playerHref = (playerId: string): string => `/players/${encodeURIComponent(playerId)}`;

/** A player's id, which leads to the player. */
export const PlayerLink = ({ playerId }: { readonly playerId: string }) => (
  <Anchor component={AppLink} href={playerHref(playerId)} inherit className="mono">
    {playerId}
  </Anchor>
);

/** An event's id, which leads to its story. */
export const EventLink = ({ eventId, playerId }: { readonly eventId: string; readonly playerId: string }) => (
  <Anchor component={AppLink} href={eventHref(eventId, playerId)} inherit className="mono">
    {eventId}
  </Anchor>
);
