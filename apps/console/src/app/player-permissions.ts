/** What the token of a player can open, whoever signs it. */
export const PLAYER_PERMISSIONS = ['boards:read', 'players:read', 'events:write', 'rewards:claim'] as const;
