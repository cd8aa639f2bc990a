/**
 * `project(ranks, rows, at)` writes one window: it reads its part of ARGV from `at` on and returns where the next one begins.
 * The part: width of the prefix, number of entries, for each entry score and player (packed) or score, prefix and player; then
 * how many players leave the window before that, and who.
 *
 * A packed member is the player id, so `ZADD` alone does it. Else a player's old member goes when the prefix has changed; it is
 * found in the rows rather than sent along: rows and ranks change only together, here, so they can't disagree, and a repair
 * needs nothing to be known of what stood before (docs/adr/0003).
 */
const PROJECT = `
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

local function remove(ranks, rows, isPacked, first, last)
  for index = first, last do
    local player = ARGV[index]
    if isPacked then
      redis.call('ZREM', ranks, player)
    else
      local prefix = redis.call('HGET', rows, player)
      if prefix then redis.call('ZREM', ranks, prefix .. player) end
      redis.call('HDEL', rows, player)
    end
  end
end

local function project(ranks, rows, at)
  local isPacked, count = ARGV[at] == '0', tonumber(ARGV[at + 1])
  local first = at + 2
  local stop = first + count * (isPacked and 2 or 3)
  local gone = tonumber(ARGV[stop])
  remove(ranks, rows, isPacked, stop + 1, stop + gone)
  if isPacked then writePacked(ranks, first, stop - 1) else writePrefixed(ranks, rows, first, stop - 1) end
  return stop + gone + 1
end

local function projectAll(firstKey, keysPerWindow, at)
  for key = firstKey, #KEYS, keysPerWindow do at = project(KEYS[key], KEYS[key + 1], at) end
end

local function setMark(positions, partition, mark, decidedAt)
  redis.call('HSET', positions, partition, mark)
  if tonumber(decidedAt) > tonumber(redis.call('HGET', positions, 'asOf') or '0') then
    redis.call('HSET', positions, 'asOf', decidedAt)
  end
end
`;

/**
 * Brings one partition's changes of one board into its ranks, whole or not at all.
 *
 * KEYS: rebuild, positions, positions of the next generation, then for each window its ranks and rows and those of the next
 * generation.
 * ARGV: partition, mark that the change builds on ('' for none), mark that it leaves, decision time (ms), then the windows as
 * `project` reads them.
 *
 * While a rebuild is under way, the change also goes into the next generation where it builds on the partition's mark there:
 * once a partition is caught up, it stays so.
 */
export const PROJECT_LUA = `${PROJECT}
local rebuild, positions, nextPositions = KEYS[1], KEYS[2], KEYS[3]
local partition, from, to, decidedAt = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

if redis.call('EXISTS', rebuild) == 1 and (redis.call('HGET', nextPositions, partition) or '') == from then
  projectAll(6, 4, 5)
  setMark(nextPositions, partition, to, decidedAt)
end

local found = redis.call('HGET', positions, partition)
if (found or '') ~= from then return found or '' end
projectAll(4, 4, 5)
setMark(positions, partition, to, decidedAt)
return true
`;

/**
 * Writes into the next generation, by whom its partition's mark there says. KEYS: its positions, then for each window its
 * ranks and rows. ARGV: as for `PROJECT_LUA`.
 */
export const FILL_LUA = `${PROJECT}
local positions = KEYS[1]
local partition, from, to, decidedAt = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local found = redis.call('HGET', positions, partition)
if (found or '') ~= from then return found or '' end
projectAll(2, 2, 5)
setMark(positions, partition, to, decidedAt)
return true
`;
