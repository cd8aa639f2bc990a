/**
 * What the scripts that write ranks have in common: how a row comes off a window, and how a window is freed. They build the names
 * of keys from that of the board, `<board>:<layout>` being the `base` of a generation; see `rankKeys`.
 */
export const WINDOWS_LUA = `
local SEPARATOR = '\\31'

-- The text of a place: rows that share it are equal in all that decides. Whatever form the number comes in, it is one text.
local function placeKey(score, prefix)
  return prefix .. SEPARATOR .. string.format('%.17g', tonumber(score))
end

local function each(parts) return string.gmatch(parts, '[^' .. SEPARATOR .. ']+') end

-- One row more or less at a place.
local function count(base, name, score, place, by)
  local rows = redis.call('HINCRBY', base .. ':counts:' .. name, place, by)
  if rows <= 0 then
    redis.call('HDEL', base .. ':counts:' .. name, place)
    redis.call('ZREM', base .. ':places:' .. name, place)
  elseif rows == by then
    redis.call('ZADD', base .. ':places:' .. name, score, place)
  end
end

local function takeOff(base, name, member, place)
  redis.call('ZREM', base .. ':ranks:' .. name, member)
  if place then count(base, name, 0, place, -1) end
end

-- A player leaves a window. isFull: there may be parts, or places.
local function leave(base, window, player, isFull, isDense)
  local prefix = redis.call('HGET', base .. ':rows:' .. window, player)
  local member = (prefix or '') .. player
  if isFull then
    local score = redis.call('ZSCORE', base .. ':ranks:' .. window, member)
    if not score then return end
    local place = isDense and placeKey(score, prefix or '')
    for part in each(redis.call('HGET', base .. ':parts:' .. window, player) or '') do
      takeOff(base, window .. '|' .. part, member, place)
    end
    redis.call('HDEL', base .. ':parts:' .. window, player)
    takeOff(base, window, member, place)
  else
    redis.call('ZREM', base .. ':ranks:' .. window, member)
  end
  if prefix then redis.call('HDEL', base .. ':rows:' .. window, player) end
end

local KINDS_OF_PART = { ':ranks:', ':places:', ':counts:' }
local KINDS_OF_WINDOW = { ':ranks:', ':places:', ':counts:', ':rows:', ':parts:', ':split:' }

-- Calls act(name) with what all keys of a window are called behind the base.
local function eachKey(base, window, act)
  for _, part in ipairs(redis.call('SMEMBERS', base .. ':split:' .. window)) do
    for _, kind in ipairs(KINDS_OF_PART) do act(kind .. window .. '|' .. part) end
  end
  for _, kind in ipairs(KINDS_OF_WINDOW) do act(kind .. window) end
end

-- Memory is given back in the background.
local function freeWindow(base, window)
  eachKey(base, window, function(name) redis.call('UNLINK', base .. name) end)
  redis.call('SREM', base .. ':windows', window)
end

local function freeGeneration(base)
  for _, window in ipairs(redis.call('SMEMBERS', base .. ':windows')) do freeWindow(base, window) end
  redis.call('UNLINK', base .. ':positions', base .. ':windows')
end
`;
