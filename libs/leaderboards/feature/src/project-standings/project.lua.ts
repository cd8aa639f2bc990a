/**
 * Brings one partition's changes of one board into its ranks, whole or not at all.
 *
 * KEYS: positions, then ranks and rows of each window.
 * ARGV: partition, mark that the change builds on ('' for none), mark that it leaves, decision time (ms), width of a row
 * code's columns and of its time, whether members leave the time out (1 or 0), then for each window: number of entries, and
 * for each entry: player, score, row code.
 *
 * The old member of a player is read from the rows rather than sent along: rows and ranks change only together, here, so they
 * can't disagree, and a repair needs nothing to be known of what stood before (docs/adr/0003).
 */
export const PROJECT_LUA = `
local positions = KEYS[1]
local partition, from, to, decidedAt = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local columnsWidth, timeWidth, shared = tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7] == '1'

local found = redis.call('HGET', positions, partition)
if (found or '') ~= from then return found or '' end

local function memberOf(code)
  if not shared then return code end
  return string.sub(code, 1, columnsWidth) .. string.sub(code, columnsWidth + timeWidth + 1)
end

-- Lua can't unpack more than some thousands of values at once.
local STEP = 500

local function project(ranks, rows, first, count)
  for start = first, first + (count - 1) * 3, STEP * 3 do
    local players, adds, sets, removes = {}, {}, {}, {}
    local last = math.min(start + (STEP - 1) * 3, first + (count - 1) * 3)
    for index = start, last, 3 do players[#players + 1] = ARGV[index] end
    local codes = redis.call('HMGET', rows, unpack(players))
    for entry = 1, #players do
      local index = start + (entry - 1) * 3
      local score, code = ARGV[index + 1], ARGV[index + 2]
      local member = memberOf(code)
      adds[#adds + 1], adds[#adds + 2] = score, member
      sets[#sets + 1], sets[#sets + 2] = players[entry], code
      if codes[entry] then
        local old = memberOf(codes[entry])
        if old ~= member then removes[#removes + 1] = old end
      end
    end
    if #removes > 0 then redis.call('ZREM', ranks, unpack(removes)) end
    redis.call('ZADD', ranks, unpack(adds))
    redis.call('HSET', rows, unpack(sets))
  end
end

local argument = 8
for key = 2, #KEYS, 2 do
  local count = tonumber(ARGV[argument])
  if count > 0 then project(KEYS[key], KEYS[key + 1], argument + 1, count) end
  argument = argument + 1 + count * 3
end

redis.call('HSET', positions, partition, to)
if decidedAt > tonumber(redis.call('HGET', positions, 'asOf') or '0') then redis.call('HSET', positions, 'asOf', ARGV[4]) end
return true
`;
