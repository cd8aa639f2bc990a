import { WINDOWS_LUA } from '../adapters/rank-windows.lua.js';

/**
 * `projectAll(base, frozen, at)` brings changes into a generation: it reads ARGV from `at` on as `windowChanges` writes it.
 *
 * A packed member is the player id, so `ZADD` alone does it. Else a player's old member goes when the prefix has changed; it is
 * found in the rows rather than sent along: rows and ranks change only together, here, so they can't disagree, and a repair
 * needs nothing to be known of what stood before (docs/adr/0003). So it is with the parts that the player was in.
 */
const PROJECT = `${WINDOWS_LUA}
-- Lua can't unpack more than some thousands of values at once.
local STEP = 1000

local function writePacked(ranks, first, last)
  for start = first, last, STEP * 2 do
    redis.call('ZADD', ranks, unpack(ARGV, start, math.min(start + STEP * 2 - 1, last)))
  end
end

local function writePrefixed(ranks, rows, first, last)
  for start = first, last, STEP * 3 do
    local stop = math.min(start + STEP * 3 - 1, last)
    local players, adds, sets, removes = {}, {}, {}, {}
    for index = start + 2, stop, 3 do players[#players + 1] = ARGV[index] end
    local before = redis.call('HMGET', rows, unpack(players))
    for entry = 1, #players do
      local index, player, old = start + (entry - 1) * 3, players[entry], before[entry]
      local prefix = ARGV[index + 1]
      adds[entry * 2 - 1], adds[entry * 2] = ARGV[index], prefix .. player
      if old ~= prefix then
        sets[#sets + 1], sets[#sets + 2] = player, prefix
        if old then removes[#removes + 1] = old .. player end
      end
    end
    if #removes > 0 then redis.call('ZREM', ranks, unpack(removes)) end
    redis.call('ZADD', ranks, unpack(adds))
    if #sets > 0 then redis.call('HSET', rows, unpack(sets)) end
  end
end

-- The row in a window or in a part of it. old: its member and place there, as far as it has them.
local function put(base, name, row, oldMember, oldPlace)
  if oldMember and oldMember ~= row.member then redis.call('ZREM', base .. ':ranks:' .. name, oldMember) end
  redis.call('ZADD', base .. ':ranks:' .. name, row.score, row.member)
  if not row.place or oldPlace == row.place then return end
  if oldPlace then count(base, name, 0, oldPlace, -1) end
  count(base, name, row.score, row.place, 1)
end

local function setOf(parts)
  local set = {}
  for part in each(parts) do set[part] = true end
  return set
end

local function writeFull(base, window, isDense, row, player, prefix, parts)
  local rows, partsKey = base .. ':rows:' .. window, base .. ':parts:' .. window
  local oldPrefix = redis.call('HGET', rows, player) or ''
  local oldMember, oldPlace, oldParts = oldPrefix .. player, false, ''
  local oldScore = redis.call('ZSCORE', base .. ':ranks:' .. window, oldMember)
  if oldScore then
    oldPlace = isDense and placeKey(oldScore, oldPrefix)
    oldParts = redis.call('HGET', partsKey, player) or ''
  else
    oldMember = nil
  end
  row.place = isDense and placeKey(row.score, prefix)
  put(base, window, row, oldMember, oldPlace)
  local before, after = setOf(oldParts), setOf(parts)
  for part in pairs(before) do
    if not after[part] then takeOff(base, window .. '|' .. part, oldMember, oldPlace) end
  end
  for part in pairs(after) do
    local wasIn = before[part]
    if not wasIn then redis.call('SADD', base .. ':split:' .. window, part) end
    put(base, window .. '|' .. part, row, wasIn and oldMember, wasIn and oldPlace)
  end
  if prefix ~= '' and prefix ~= oldPrefix then redis.call('HSET', rows, player, prefix) end
  if parts == oldParts then return end
  if parts == '' then redis.call('HDEL', partsKey, player) else redis.call('HSET', partsKey, player, parts) end
end

local VALUES_PER_ENTRY = { packed = 2, prefixed = 3, full = 4 }

-- One window; answers where in ARGV the next one begins.
local function project(base, frozen, isFull, isDense, at)
  local window, kind, leaving = ARGV[at], ARGV[at + 1], tonumber(ARGV[at + 2])
  local first = at + 3 + leaving
  local entries = tonumber(ARGV[first])
  local last = first + entries * VALUES_PER_ENTRY[kind]
  if redis.call('SISMEMBER', frozen, window) == 1 then return last + 1 end
  for index = at + 3, first - 1 do leave(base, window, ARGV[index], isFull, isDense) end
  if entries == 0 then return last + 1 end
  redis.call('SADD', base .. ':windows', window)
  if kind == 'packed' then
    writePacked(base .. ':ranks:' .. window, first + 1, last)
  elseif kind == 'prefixed' then
    writePrefixed(base .. ':ranks:' .. window, base .. ':rows:' .. window, first + 1, last)
  else
    for index = first + 1, last, 4 do
      local prefix, player = ARGV[index + 1], ARGV[index + 2]
      writeFull(base, window, isDense, { score = ARGV[index], member = prefix .. player }, player, prefix, ARGV[index + 3])
    end
  end
  return last + 1
end

local function projectAll(base, frozen, at)
  local isFull, isDense, gone = ARGV[at] == '1', ARGV[at + 1] == '1', tonumber(ARGV[at + 2])
  if gone > 0 then
    for _, window in ipairs(redis.call('SMEMBERS', base .. ':windows')) do
      for index = at + 3, at + 2 + gone do leave(base, window, ARGV[index], isFull, isDense) end
    end
  end
  at = at + 3 + gone
  while at <= #ARGV do at = project(base, frozen, isFull, isDense, at) end
end

local function setMark(positions, partition, mark, decidedAt)
  redis.call('HSET', positions, partition, mark)
  if tonumber(decidedAt) > tonumber(redis.call('HGET', positions, 'asOf') or '0') then
    redis.call('HSET', positions, 'asOf', decidedAt)
  end
end

local board, layout, partition, from, to, decidedAt = KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local base, frozen = board .. ':' .. layout, board .. ':frozen'
local nextBase = base .. ':next'
`;

/**
 * Brings one partition's changes of one board into its ranks, whole or not at all.
 *
 * KEYS: board, what the names of all its keys begin with.
 * ARGV: layout, partition, mark that the change builds on ('' for none), mark that it leaves, decision time (ms), then the changes.
 *
 * While a rebuild is under way, the change also goes into the next generation where it builds on the partition's mark there:
 * once a partition is caught up, it stays so.
 */
export const PROJECT_LUA = `${PROJECT}
if redis.call('EXISTS', base .. ':rebuild') == 1
  and (redis.call('HGET', nextBase .. ':positions', partition) or '') == from then
  projectAll(nextBase, frozen, 6)
  setMark(nextBase .. ':positions', partition, to, decidedAt)
end

local found = redis.call('HGET', base .. ':positions', partition)
if (found or '') ~= from then return found or '' end
if not found then redis.call('SADD', board .. ':layouts', layout) end
projectAll(base, frozen, 6)
setMark(base .. ':positions', partition, to, decidedAt)
return true
`;

/** Writes into the next generation, by what its partition's mark there says. KEYS and ARGV: as for `PROJECT_LUA`. */
export const FILL_LUA = `${PROJECT}
local found = redis.call('HGET', nextBase .. ':positions', partition)
if (found or '') ~= from then return found or '' end
projectAll(nextBase, frozen, 6)
setMark(nextBase .. ':positions', partition, to, decidedAt)
return true
`;
