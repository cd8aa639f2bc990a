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

-- What is to be done to the rows of a window, or of a part of it; batches are by name.
local function batchOf(batches, name)
  if not batches[name] then batches[name] = { adds = {}, removes = {}, moves = {}, scores = {} } end
  return batches[name]
end

-- A row comes (there is no old one), moves, or leaves (there is no new one).
local function note(batch, old, row)
  local before, after = old and old.place, row and row.place
  if old and not (row and row.member == old.member) then batch.removes[#batch.removes + 1] = old.member end
  if row then batch.adds[#batch.adds + 1], batch.adds[#batch.adds + 2] = row.score, row.member end
  if before == after then return end
  if before then batch.moves[before] = (batch.moves[before] or 0) - 1 end
  if after then batch.moves[after], batch.scores[after] = (batch.moves[after] or 0) + 1, row.score end
end

local function flush(base, name, batch)
  local ranks = base .. ':ranks:' .. name
  if #batch.removes > 0 then redis.call('ZREM', ranks, unpack(batch.removes)) end
  if #batch.adds > 0 then redis.call('ZADD', ranks, unpack(batch.adds)) end
  for place, by in pairs(batch.moves) do
    if by ~= 0 then count(base, name, batch.scores[place], place, by) end
  end
end

local function setOf(parts)
  local set = {}
  for part in each(parts) do set[part] = true end
  return set
end

-- Rows of players as they stand, in their order; false for one that has none.
local function standing(base, window, isDense, players)
  local prefixes = redis.call('HMGET', base .. ':rows:' .. window, unpack(players))
  local parts = redis.call('HMGET', base .. ':parts:' .. window, unpack(players))
  local members, rows = {}, {}
  for index, player in ipairs(players) do members[index] = (prefixes[index] or '') .. player end
  local scores = redis.call('ZMSCORE', base .. ':ranks:' .. window, unpack(members))
  for index, member in ipairs(members) do
    local score, prefix = scores[index], prefixes[index] or ''
    rows[index] = score and {
      member = member, prefix = prefix, parts = parts[index] or '', place = isDense and placeKey(score, prefix)
    }
  end
  return rows
end

-- The parts of a row that are not what they were.
local function noteParts(batches, split, window, old, row, own)
  local from, to = setOf(old and old.parts or ''), setOf(own)
  for part in pairs(from) do
    if not to[part] then note(batchOf(batches, window .. '|' .. part), old, nil) end
  end
  for part in pairs(to) do
    if not from[part] then split[part] = true end
    note(batchOf(batches, window .. '|' .. part), from[part] and old, row)
  end
end

-- With parts, or places. One step at most.
local function writeFull(base, window, isDense, first, last)
  local players, batches, prefixes, parts, left = {}, {}, {}, {}, {}
  for index = first + 2, last, 4 do players[#players + 1] = ARGV[index] end
  local before = standing(base, window, isDense, players)
  local split = {}
  for entry, player in ipairs(players) do
    local index, old = first + (entry - 1) * 4, before[entry]
    local score, prefix, own = ARGV[index], ARGV[index + 1], ARGV[index + 3]
    local row = { score = score, member = prefix .. player, place = isDense and placeKey(score, prefix) }
    note(batchOf(batches, window), old, row)
    if old and old.parts == own then
      for part in each(own) do note(batchOf(batches, window .. '|' .. part), old, row) end
    else
      noteParts(batches, split, window, old, row, own)
    end
    if prefix ~= '' and not (old and old.prefix == prefix) then
      prefixes[#prefixes + 1], prefixes[#prefixes + 2] = player, prefix
    end
    if own == '' then
      if old and old.parts ~= '' then left[#left + 1] = player end
    elseif not (old and old.parts == own) then
      parts[#parts + 1], parts[#parts + 2] = player, own
    end
  end
  for name, batch in pairs(batches) do flush(base, name, batch) end
  for part in pairs(split) do redis.call('SADD', base .. ':split:' .. window, part) end
  if #prefixes > 0 then redis.call('HSET', base .. ':rows:' .. window, unpack(prefixes)) end
  if #parts > 0 then redis.call('HSET', base .. ':parts:' .. window, unpack(parts)) end
  if #left > 0 then redis.call('HDEL', base .. ':parts:' .. window, unpack(left)) end
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
    for start = first + 1, last, STEP * 4 do
      writeFull(base, window, isDense, start, math.min(start + STEP * 4 - 1, last))
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
