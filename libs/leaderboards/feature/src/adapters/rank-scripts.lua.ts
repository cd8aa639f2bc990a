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

-- A list of texts as one: many small replies cost both ends more than the work behind them. No id, number or prefix holds the
-- separator.
local function pack(list) return table.concat(list, '\\31') end

-- Index of the row that still has this sort key; nil when it has moved or gone.
local function indexOf(score, member)
  local index = redis.call('ZRANK', ranks, member)
  if index and redis.call('ZSCORE', ranks, member) == score then return index end
  return nil
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
-- the first, for its equals may begin before the slice. The prefix holds columns alone then, or nothing.
local function answer(first, count, shared, prefixWidth)
  local slice, better = {}, first
  if count > 0 then slice = redis.call('ZRANGE', ranks, first, first + count - 1, 'WITHSCORES') end
  if shared and #slice > 0 then better = rowsBefore(slice[2], string.sub(slice[1], 1, prefixWidth)) end
  return { pack(redis.call('HGETALL', positions)), redis.call('ZCARD', ranks), first, better, pack(slice) }
end
`;

/**
 * One page. ARGV: limit, shared (1 or 0), prefix width, start (first | after | before), and for the latter two the sort key of
 * a row: score and member as in the sorted set.
 */
export const PAGE_LUA = `${HEAD}
local limit, shared, prefixWidth = tonumber(ARGV[1]), ARGV[2] == '1', tonumber(ARGV[3])
local start, score, member = ARGV[4], ARGV[5], ARGV[6]
if start == 'first' then return answer(0, limit, shared, prefixWidth) end
local index = indexOf(score, member)
if start == 'after' then
  -- No member lies between a member and the same with a zero byte behind it.
  local first = index and index + 1 or rowsBefore(score, member .. '\\0')
  return answer(first, limit, shared, prefixWidth)
end
local stop = index or rowsBefore(score, member)
local first = math.max(0, stop - limit)
return answer(first, stop - first, shared, prefixWidth)
`;

/**
 * The rows around a player: as many above as below where there are, a full page at the edges. No rows for an absent player.
 * ARGV: limit, shared, prefix width (0: the member is the player), player id.
 */
export const AROUND_LUA = `${HEAD}
local limit, shared, prefixWidth, player = tonumber(ARGV[1]), ARGV[2] == '1', tonumber(ARGV[3]), ARGV[4]
local member = player
if prefixWidth > 0 then
  local prefix = redis.call('HGET', rows, player)
  if not prefix then return answer(0, 0, shared, prefixWidth) end
  member = prefix .. player
end
local index = redis.call('ZRANK', ranks, member)
if not index then
  if prefixWidth == 0 then return answer(0, 0, shared, prefixWidth) end
  return redis.error_reply('LAUREL the rows and ranks of ' .. ranks .. ' disagree')
end
local lastStart = math.max(0, redis.call('ZCARD', ranks) - limit)
local first = math.min(math.max(0, index - math.floor(limit / 2)), lastStart)
return answer(first, limit, shared, prefixWidth)
`;
