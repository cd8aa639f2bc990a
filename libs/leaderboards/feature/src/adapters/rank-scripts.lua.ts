/**
 * The Lua that reads ranks: everything for one answer in one script, so rows, total and positions are of one moment.
 *
 * KEYS: positions, ranks, rows (see `rankKeys`).
 */
const HEAD = `
local positions, ranks, rows = KEYS[1], KEYS[2], KEYS[3]

-- Whether the bytes of a come before those of b. Lua's own < follows the locale that the server was started in; the sorted
-- set does not.
local function precedes(a, b)
  local length = math.min(#a, #b)
  for index = 1, length do
    local mine, theirs = string.byte(a, index), string.byte(b, index)
    if mine ~= theirs then return mine < theirs end
  end
  return #a < #b
end

-- How many rows stand before (score, text): every better score, and equal scores whose member is before the text. The
-- member need not exist. Logarithmic in the number of rows.
local function rowsBefore(score, text)
  local low = redis.call('ZCOUNT', ranks, '-inf', '(' .. score)
  if text == '' then return low end
  local high = low + redis.call('ZCOUNT', ranks, score, score)
  while low < high do
    local middle = math.floor((low + high) / 2)
    if precedes(redis.call('ZRANGE', ranks, middle, middle)[1], text) then
      low = middle + 1
    else
      high = middle
    end
  end
  return low
end

-- The slice [first, first + count) with what ranking it takes. Where ties are shared: how many rows are strictly better than
-- the first (its equals may begin before the slice), and the row codes, which hold the times that members leave out.
local function answer(first, count, shared, columnsWidth)
  local slice, better, codes = {}, first, {}
  if count > 0 then slice = redis.call('ZRANGE', ranks, first, first + count - 1, 'WITHSCORES') end
  if shared and #slice > 0 then
    better = rowsBefore(slice[2], string.sub(slice[1], 1, columnsWidth))
    local players = {}
    for index = 1, #slice, 2 do players[#players + 1] = string.sub(slice[index], columnsWidth + 1) end
    codes = redis.call('HMGET', rows, unpack(players))
  end
  return { redis.call('HGETALL', positions), redis.call('ZCARD', ranks), first, better, slice, codes }
end
`;

/**
 * One page. ARGV: limit, shared (1 or 0), columns width, start (first | after | before), and for the latter two the sort key
 * of a row: score and member as in the sorted set.
 */
export const PAGE_LUA = `${HEAD}
local limit, shared, columnsWidth = tonumber(ARGV[1]), ARGV[2] == '1', tonumber(ARGV[3])
local start, score, member = ARGV[4], ARGV[5], ARGV[6]
if start == 'first' then return answer(0, limit, shared, columnsWidth) end
-- No member lies between a member and the same with a zero byte behind it.
if start == 'after' then return answer(rowsBefore(score, member .. '\\0'), limit, shared, columnsWidth) end
local stop = rowsBefore(score, member)
local first = math.max(0, stop - limit)
return answer(first, stop - first, shared, columnsWidth)
`;

/**
 * The rows around a player: as many above as below where there are, a full page at the edges. No rows for an absent player.
 * ARGV: limit, shared, columns width, player id.
 */
export const AROUND_LUA = `${HEAD}
local limit, shared, columnsWidth, player = tonumber(ARGV[1]), ARGV[2] == '1', tonumber(ARGV[3]), ARGV[4]
local code = redis.call('HGET', rows, player)
if not code then return answer(0, 0, shared, columnsWidth) end
local member = code
if shared then member = string.sub(code, 1, columnsWidth) .. player end
local index = redis.call('ZRANK', ranks, member)
if not index then return redis.error_reply('LAUREL the rows and ranks of ' .. ranks .. ' disagree') end
local lastStart = math.max(0, redis.call('ZCARD', ranks) - limit)
local first = math.min(math.max(0, index - math.floor(limit / 2)), lastStart)
return answer(first, limit, shared, columnsWidth)
`;
