/** Colours follow the page: text is inherited, and lines are a part of it, so dark pages need nothing of their own. */
export const STYLES = `
:host {
  display: block;
  position: relative;
  font: var(--laurel-font, inherit);
  color: var(--laurel-color, inherit);
  background: var(--laurel-background, transparent);
  border-radius: var(--laurel-radius, 0);
  --line: var(--laurel-line, color-mix(in srgb, currentColor 18%, transparent));
}
:host([hidden]) { display: none; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: start; font-weight: 600; padding: var(--laurel-cell, 0.5em 0.75em); }
th, td { padding: var(--laurel-cell, 0.5em 0.75em); text-align: start; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--laurel-heading-color, inherit); }
.number { text-align: end; font-variant-numeric: tabular-nums; }
td.player { overflow-wrap: anywhere; font-weight: inherit; }
tr.own { background: var(--laurel-own-background, color-mix(in srgb, var(--laurel-accent, #2b8a3e) 16%, transparent)); font-weight: 600; }
.note { margin: 0; padding: var(--laurel-cell, 0.5em 0.75em); }
.note button { font: inherit; margin-inline-start: 0.75em; }
.stale { font-size: 0.875em; }
[hidden] { display: none; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
