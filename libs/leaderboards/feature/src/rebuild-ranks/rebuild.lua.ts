import { WINDOWS_LUA } from '../adapters/rank-windows.lua.js';

/** KEYS of all: board, what the names of all its keys begin with. ARGV: layout, token of the rebuild. */
const HEAD = `${WINDOWS_LUA}
local board, layout, token = KEYS[1], ARGV[1], ARGV[2]
local base = board .. ':' .. layout
local nextBase, rebuild = base .. ':next', base .. ':rebuild'
`;

/**
 * Begins a next generation, if no other rebuild is under way, and throws away what one that ended early left.
 *
 * ARGV: layout, token, lease (ms), mark for the partitions, partitions. The mark keeps live changes out until a partition is caught
 * up.
 */
export const BEGIN_LUA = `${HEAD}
if not redis.call('SET', rebuild, token, 'NX', 'PX', ARGV[3]) then return 0 end
redis.call('SADD', board .. ':layouts', layout)
freeGeneration(nextBase)
for index = 5, #ARGV do redis.call('HSET', nextBase .. ':positions', ARGV[index], ARGV[4]) end
return 1
`;

/** Keeps the lease. ARGV: layout, token, lease (ms). Answers 0 when it was lost. */
export const RENEW_LUA = `${HEAD}
if redis.call('GET', rebuild) ~= token then return 0 end
return redis.call('PEXPIRE', rebuild, ARGV[3])
`;

/** Gives a rebuild up. ARGV: layout, token. */
export const ABANDON_LUA = `${HEAD}
if redis.call('GET', rebuild) ~= token then return 0 end
freeGeneration(nextBase)
return redis.call('UNLINK', rebuild)
`;

/**
 * Puts the next generation in the place of the one that is served, whole or not at all: only when no partition is further in
 * the latter. Old ranks are freed in the background.
 *
 * ARGV: layout, token, then partition and mark in turn: marks of the served generation that no commit stands behind.
 * Answers 'lost' when the lease was, else the partitions that are not far enough; none when it is done.
 */
export const SWAP_LUA = `${HEAD}
local positions, nextPositions = base .. ':positions', nextBase .. ':positions'
if redis.call('GET', rebuild) ~= token then return 'lost' end

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
for index = 3, #ARGV, 2 do baseless[ARGV[index]] = ARGV[index + 1] end

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
freeGeneration(base)
local function take(name)
  if redis.call('EXISTS', nextBase .. name) == 1 then redis.call('RENAME', nextBase .. name, base .. name) end
end
for _, window in ipairs(redis.call('SMEMBERS', nextBase .. ':windows')) do eachKey(nextBase, window, take) end
take(':positions')
take(':windows')
redis.call('UNLINK', rebuild)
return {}
`;
