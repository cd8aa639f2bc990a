/**
 * Begins a next generation, if no other rebuild is under way, and throws away what one that ended early left.
 *
 * KEYS: rebuild, positions of the next generation, its ranks and rows.
 * ARGV: token, lease (ms), mark for the partitions, partitions. The mark keeps live changes out until a partition is caught up.
 */
export const BEGIN_LUA = `
if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 0 end
redis.call('UNLINK', unpack(KEYS, 2))
for index = 4, #ARGV do redis.call('HSET', KEYS[2], ARGV[index], ARGV[3]) end
return 1
`;

/** Keeps the lease. KEYS: rebuild. ARGV: token, lease (ms). Answers 0 when it was lost. */
export const RENEW_LUA = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`;

/** Gives a rebuild up. KEYS: as for `BEGIN_LUA`. ARGV: token. */
export const ABANDON_LUA = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('UNLINK', unpack(KEYS))
`;

/**
 * Puts the next generation in the place of the one that is served, whole or not at all: only when no partition is further in
 * the latter. Old ranks are freed in the background.
 *
 * KEYS: rebuild, positions, next positions, then for each window its ranks, rows, next ranks and next rows.
 * ARGV: token, then partition and mark in turn: marks of the served generation that no commit stands behind.
 * Answers 'lost' when the lease was, else the partitions that are not far enough; none when it is done.
 */
export const SWAP_LUA = `
local rebuild, positions, nextPositions = KEYS[1], KEYS[2], KEYS[3]
if redis.call('GET', rebuild) ~= ARGV[1] then return 'lost' end

local function fieldsOf(key)
  local fields, flat = {}, redis.call('HGETALL', key)
  for index = 1, #flat, 2 do fields[flat[index]] = flat[index + 1] end
  return fields
end

local function parse(mark)
  local epoch, offset = string.match(mark or '', '^(%d+):(%d+)$')
  return tonumber(epoch), tonumber(offset)
end

local baseless = {}
for index = 2, #ARGV, 2 do baseless[ARGV[index]] = ARGV[index + 1] end

local served, rebuilt, behind = fieldsOf(positions), fieldsOf(nextPositions), {}
for partition, mark in pairs(served) do
  local epoch, offset = parse(mark)
  local ownEpoch, ownOffset = parse(rebuilt[partition])
  local isBehind = not ownEpoch or ownEpoch < (epoch or 0) or (ownEpoch == epoch and ownOffset < offset)
  if epoch and isBehind and baseless[partition] ~= mark then behind[#behind + 1] = partition end
end
for partition, mark in pairs(rebuilt) do
  if partition ~= 'asOf' and not parse(mark) then behind[#behind + 1] = partition end
end
if #behind > 0 then return behind end

if tonumber(served.asOf or '0') > tonumber(rebuilt.asOf or '0') and next(rebuilt) then
  redis.call('HSET', nextPositions, 'asOf', served.asOf)
end
for key = 4, #KEYS, 4 do
  redis.call('UNLINK', KEYS[key], KEYS[key + 1])
  for index = key, key + 1 do
    if redis.call('EXISTS', KEYS[index + 2]) == 1 then redis.call('RENAME', KEYS[index + 2], KEYS[index]) end
  end
end
redis.call('UNLINK', positions)
if redis.call('EXISTS', nextPositions) == 1 then redis.call('RENAME', nextPositions, positions) end
redis.call('UNLINK', rebuild)
return {}
`;
