import { WINDOWS_LUA } from './rank-windows.lua.js';

/**
 * Windows of the layouts that another one replaces: every partition that has a mark in them has a position in that one.
 *
 * KEYS: board. ARGV: layout that replaces. Answers layout and window in turn; a layout without windows has an empty one.
 */
export const REPLACED_WINDOWS_LUA = `
local board, own = KEYS[1], ARGV[1]
local positions = board .. ':' .. own .. ':positions'
local answer = {}
for _, layout in ipairs(redis.call('SMEMBERS', board .. ':layouts')) do
  local base, isReplaced = board .. ':' .. layout, layout ~= own
  for _, partition in ipairs(redis.call('HKEYS', base .. ':positions')) do
    local mark = redis.call('HGET', positions, partition)
    if not mark or (partition ~= 'asOf' and not string.match(mark, '^%d+:%d+$')) then isReplaced = false end
  end
  if isReplaced then
    local windows = redis.call('SMEMBERS', base .. ':windows')
    if #windows == 0 then windows = { '' } end
    for _, window in ipairs(windows) do
      answer[#answer + 1] = layout
      answer[#answer + 1] = window
    end
  end
end
return answer
`;

const HEAD = `${WINDOWS_LUA}
local board = KEYS[1]

-- A layout without windows that another one has replaced.
local function freeEmpty(layout)
  local base = board .. ':' .. layout
  if redis.call('SCARD', base .. ':windows') > 0 then return end
  freeGeneration(base)
  redis.call('SREM', board .. ':layouts', layout)
end
`;

/**
 * Frees windows of layouts, and layouts that have none. The marks of a layout that loses some say `left:`, so that who comes back
 * to it writes all of it anew.
 *
 * KEYS: board. ARGV: layout that is kept, then layout and window in turn.
 */
export const FREE_WINDOWS_LUA = `${HEAD}
local layouts = {}
for index = 2, #ARGV, 2 do
  local base = board .. ':' .. ARGV[index]
  layouts[ARGV[index]] = true
  if ARGV[index + 1] ~= '' then freeWindow(base, ARGV[index + 1]) end
end
for layout in pairs(layouts) do
  local base = board .. ':' .. layout
  freeGeneration(base .. ':next')
  redis.call('UNLINK', base .. ':rebuild')
  local marks = redis.call('HGETALL', base .. ':positions')
  for index = 1, #marks, 2 do
    if string.match(marks[index + 1], '^%d+:%d+$') then
      redis.call('HSET', base .. ':positions', marks[index], 'left:' .. marks[index + 1])
    end
  end
  freeEmpty(layout)
end
return 1
`;

/** Frees a window in all layouts, for good. KEYS: board. ARGV: window. */
export const DROP_WINDOW_LUA = `${HEAD}
local window = ARGV[1]
redis.call('SADD', board .. ':frozen', window)
for _, layout in ipairs(redis.call('SMEMBERS', board .. ':layouts')) do
  freeWindow(board .. ':' .. layout, window)
  freeWindow(board .. ':' .. layout .. ':next', window)
  for _, mark in ipairs(redis.call('HVALS', board .. ':' .. layout .. ':positions')) do
    if string.match(mark, '^left:') then
      freeEmpty(layout)
      break
    end
  end
end
return 1
`;

/** Takes a player off a board, in all layouts and generations. KEYS: board. ARGV: player. */
export const FORGET_LUA = `${HEAD}
local player = ARGV[1]
local function forget(base)
  for _, window in ipairs(redis.call('SMEMBERS', base .. ':windows')) do
    leave(base, window, player, true, redis.call('EXISTS', base .. ':places:' .. window) == 1)
  end
end
for _, layout in ipairs(redis.call('SMEMBERS', board .. ':layouts')) do
  forget(board .. ':' .. layout)
  forget(board .. ':' .. layout .. ':next')
end
return 1
`;
