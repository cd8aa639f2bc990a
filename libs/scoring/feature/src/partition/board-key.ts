import { joinId } from '@laurel/contracts';
import type { BoardRef } from './partition-state.js';

export const boardKey = ({ workspace, board }: BoardRef): string => joinId(workspace, board);
