import { createContext, useContext } from 'react';
import type { Design } from '../program.queries.js';

export const CatalogContext = createContext<Design['catalog'] | undefined>(undefined);

/** What a rule can be made of. */
export function useCatalog(): Design['catalog'] {
  const catalog = useContext(CatalogContext);
  if (!catalog) throw new Error('a field of a rule stands outside of an editor');
  return catalog;
}
