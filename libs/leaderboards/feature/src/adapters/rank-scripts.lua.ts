/**
 * The Lua that reads ranks: everything for one answer in one script, so rows, total and positions are of one moment.
 *
 * KEYS: positions, ranks, rows (see `rankKeys`), and where they are needed: places, the ranks of the whole board (when a part is
 * read), the player's parts. ARGV: how rows are numbered (ordinal | competition | dense), prefix width (0: the member is the
 * player), size limit (0: none), then what the script's own comment says.
 */
const HEAD = `
local positions, ranks, rows, places, whole = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local numbering, width, sizeLimit = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])

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

-- How many rows stand before (score, text): every better score, and equal scores whose member is before the text. The
-- member need not exist. Logarithmic in the number of rows.
local function rowsBefore(score, text, key)
  key = key or ranks
  local low = redis.call('ZCOUNT', key, '-inf', '(' .. score)
  if text == '' then return low end
  local high = low + redis.call('ZCOUNT', key, score, score)
  while low < high do
    local middle = math.floor((low + high) / 2)
    if precedes(redis.call('ZRANGE', key, middle, middle)[1], text) then
      low = middle + 1
    else
      high = middle
    end
  end
  return low
end

-- How many rows there are. The whole board ends at its size limit, and so does a part of it: at the same row.
local function count(key)
  local all = redis.call('ZCARD', key)
  if sizeLimit == 0 then return all end
  if not whole or key == whole then return math.min(all, sizeLimit) end
  local edge = redis.call('ZRANGE', whole, sizeLimit, sizeLimit, 'WITHSCORES')
  if #edge == 0 then return all end
  return rowsBefore(edge[2], edge[1], key)
end

-- Rank of the row at an index, less one. The prefix of shared ranks holds columns alone, or nothing: whoever has it is an equal.
local function ranksBefore(score, member, index)
  if numbering == 'ordinal' then return index end
  local prefix = string.sub(member, 1, width)
  if numbering == 'competition' then return rowsBefore(score, prefix) end
  return redis.call('ZRANK', places, prefix .. '\\31' .. string.format('%.17g', tonumber(score)))
end

-- The slice of so many rows from an index on, with the rank of its first row less one.
local function answer(total, first, limit)
  local slice, before = {}, first
  if limit > 0 then slice = redis.call('ZRANGE', ranks, first, first + limit - 1, 'WITHSCORES') end
  if #slice > 0 and first > 0 then before = ranksBefore(slice[2], slice[1], first) end
  return { pack(redis.call('HGETALL', positions)), total, first, before, pack(slice) }
end
`;

/** For what is asked of players. */
const MEMBER = `
-- The member of a player; nil for who has no row.
local function memberOf(player)
  if width == 0 then return player end
  local prefix = redis.call('HGET', rows, player)
  return prefix and prefix .. player
end
`;

/** For what lies around a row. */
const AROUND = `
-- A page of full length around an index, as near to its middle as can be.
local function around(total, index, limit)
  local first = math.min(math.max(0, index - math.floor(limit / 2)), math.max(0, total - limit))
  return answer(total, first, math.min(limit, total - first))
end
`;

/** Pages within [from, to). */
const WITHIN = `
-- Index of the row that still has this sort key; nil when it has moved or gone.
local function indexOf(score, member)
  local index = redis.call('ZRANK', ranks, member)
  if index and redis.call('ZSCORE', ranks, member) == score then return index end
  return nil
end

local function within(total, from, to, limit, start, score, member)
  if start == 'first' then return answer(total, from, math.min(limit, to - from)) end
  if start == 'at' then
    local first = math.min(to, from + tonumber(score))
    return answer(total, first, math.min(limit, to - first))
  end
  local index = indexOf(score, member)
  if start == 'after' then
    -- No member lies between a member and the same with a zero byte behind it.
    local first = math.min(to, math.max(from, index and index + 1 or rowsBefore(score, member .. '\\0')))
    return answer(total, first, math.min(limit, to - first))
  end
  local stop = math.min(to, index or rowsBefore(score, member))
  local first = math.max(from, stop - limit)
  return answer(total, first, stop - first)
end
`;

/**
 * One page. ARGV: limit, start (first | at | after | before), then for `at` how many rows stand before it, and for the latter two
 * the sort key of a row: score and member as in the sorted set.
 */
export const PAGE_LUA = `
-- The first page of a board without a size limit is by far the most read, and needs nothing of what is below.
if ARGV[5] == 'first' and ARGV[3] == '0' then
  local slice = redis.call('ZRANGE', KEYS[2], 0, ARGV[4] - 1, 'WITHSCORES')
  local marks = redis.call('HGETALL', KEYS[1])
  return { table.concat(marks, '\\31'), redis.call('ZCARD', KEYS[2]), 0, 0, table.concat(slice, '\\31') }
end
${HEAD}${WITHIN}
local total = count(ranks)
return within(total, 0, total, tonumber(ARGV[4]), ARGV[5], ARGV[6], ARGV[7])
`;

/**
 * The rows around a player: as many above as below where there are, a full page at the edges. No rows for an absent player.
 * ARGV: limit, player id.
 */
export const AROUND_LUA = `${HEAD}${MEMBER}${AROUND}
local total, member = count(ranks), memberOf(ARGV[5])
local index = member and redis.call('ZRANK', ranks, member)
-- Who is in no part of this name has a row all the same.
if member and not index and width > 0 and not whole then
  return redis.error_reply('LAUREL the rows and ranks of ' .. ranks .. ' disagree')
end
if not index or index >= total then return answer(total, 0, 0) end
return around(total, index, tonumber(ARGV[4]))
`;

/** The rows around the first one of this score or behind it. ARGV: limit, score in the sorted set that its best row has. */
export const AROUND_SCORE_LUA = `${HEAD}${AROUND}
local total = count(ranks)
return around(total, math.min(total, redis.call('ZCOUNT', ranks, '-inf', '(' .. ARGV[5])), tonumber(ARGV[4]))
`;

/**
 * A page of rows that lie together. ARGV: limit, start, score and member as for a page (empty for the first one), then the span:
 * `scores`, with the scores in the sorted set of its best and worst row; `ranks`, with the first and last rank; `top`, with
 * millionths of all.
 */
export const SPAN_LUA = `${HEAD}${WITHIN}
local total, kind = count(ranks), ARGV[8]

-- Index of the first row behind the one at this index that does not share its rank.
local function behindEquals(index)
  if index >= total then return total end
  if numbering == 'ordinal' then return index + 1 end
  local row = redis.call('ZRANGE', ranks, index, index, 'WITHSCORES')
  if width == 0 then return redis.call('ZCOUNT', ranks, '-inf', row[2]) end
  -- No UTF-8 has this byte.
  return rowsBefore(row[2], string.sub(row[1], 1, width) .. '\\255')
end

-- Index of the first row whose rank is this or behind it.
local function firstOfRank(rank)
  if rank > total then return total end
  if numbering == 'ordinal' then return rank - 1 end
  if numbering == 'dense' then
    local place = redis.call('ZRANGE', places, rank - 1, rank - 1, 'WITHSCORES')
    if #place == 0 then return total end
    return rowsBefore(place[2], string.sub(place[1], 1, width))
  end
  local row = redis.call('ZRANGE', ranks, rank - 1, rank - 1, 'WITHSCORES')
  local first = rowsBefore(row[2], string.sub(row[1], 1, width))
  if first == rank - 1 then return first end
  return behindEquals(first)
end

local from, to
if kind == 'scores' then
  from = redis.call('ZCOUNT', ranks, '-inf', '(' .. ARGV[9])
  to = redis.call('ZCOUNT', ranks, '-inf', ARGV[10])
elseif kind == 'ranks' then
  from, to = firstOfRank(tonumber(ARGV[9])), firstOfRank(tonumber(ARGV[10]) + 1)
else
  local best = math.max(1, math.ceil(total * tonumber(ARGV[9]) / 1000000))
  from, to = 0, total == 0 and 0 or behindEquals(best - 1)
end
from, to = math.min(total, from), math.min(total, to)
to = math.max(from, to)
local page = within(total, from, to, tonumber(ARGV[4]), ARGV[5], ARGV[6], ARGV[7])
page[6], page[7] = from, to
return page
`;

/** A row as it is answered when its neighbours are not: member, score, rank less one, index. */
const SCATTERED = `
local found = {}
local function add(member, score, index)
  found[#found + 1] = member
  found[#found + 1] = score
  found[#found + 1] = ranksBefore(score, member, index)
  found[#found + 1] = index
end
`;

/** The rows of some players, in the order that they are named. ARGV: player ids. */
export const PLAYERS_LUA = `${HEAD}${MEMBER}${SCATTERED}
local total = count(ranks)
for argument = 4, #ARGV do
  local member = memberOf(ARGV[argument])
  local index = member and redis.call('ZRANK', ranks, member)
  if index and index < total then add(member, redis.call('ZSCORE', ranks, member), index) end
end
return { pack(redis.call('HGETALL', positions)), total, pack(found) }
`;

/** The rows at percentiles, in the order that they are named. ARGV: millionths. */
export const PERCENTILES_LUA = `${HEAD}${SCATTERED}
local total = count(ranks)
if total > 0 then
  for argument = 4, #ARGV do
    local index = math.min(total - 1, math.floor(total * (1000000 - tonumber(ARGV[argument])) / 1000000))
    local row = redis.call('ZRANGE', ranks, index, index, 'WITHSCORES')
    add(row[1], row[2], index)
  end
end
return { pack(redis.call('HGETALL', positions)), total, pack(found) }
`;

/**
 * One player's row, how many rows are strictly better, and for each part that the player is in: its name, the rank there less one,
 * the rows there. ARGV: player id. A sixth key, the players' parts, only where parts are wanted. Where neither they are nor ranks are
 * dense, the rows around a player, one of them, say as much for less.
 */
export const STANDING_LUA = `${HEAD}${MEMBER}${SCATTERED}
local total, member, better, parts = count(ranks), memberOf(ARGV[4]), 0, {}
local index = member and redis.call('ZRANK', ranks, member)
if index and index < total then
  local score = redis.call('ZSCORE', ranks, member)
  add(member, score, index)
  better = index
  if numbering ~= 'ordinal' then better = rowsBefore(score, string.sub(member, 1, width)) end
  local named = KEYS[6] and redis.call('HGET', KEYS[6], ARGV[4])
  for part in string.gmatch(named or '', '[^\\31]+') do
    local inWhole, placesInWhole = ranks, places
    ranks, places = inWhole .. '|' .. part, placesInWhole .. '|' .. part
    local place = redis.call('ZRANK', ranks, member)
    if place then
      parts[#parts + 1] = part
      parts[#parts + 1] = ranksBefore(score, member, place)
      parts[#parts + 1] = count(ranks)
    end
    ranks, places = inWhole, placesInWhole
  end
end
return { pack(redis.call('HGETALL', positions)), total, pack(found), better, pack(parts) }
`;
