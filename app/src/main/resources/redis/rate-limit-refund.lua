-- Gives back what was taken, to the millisecond where it was. The formats are those of rate-limit.lua; what has run out,
-- or is of another format by now, is left alone.
-- KEYS: the states; ARGV: of each when it was taken (ms), how much, and the quota and window (ms) of its limit

local pack, read = struct.pack, struct.unpack

local function log(state, stamp)
  for i = #state - 5, 2, -6 do
    if read('>I6', state, i) == stamp then return state:sub(1, i - 1) .. state:sub(i + 6) end
  end
  return state
end

local function costs(state, stamp, cost)
  for i = #state - 7, 2, -8 do
    local at, sum = read('>I6I2', state, i)
    if at == stamp and cost > 0 then
      local left = sum > cost and pack('>I6I2', at, sum - cost) or ''
      cost = cost - math.min(sum, cost)
      state = state:sub(1, i - 1) .. left .. state:sub(i + 8)
    end
  end
  return state
end

local function tenths(state, stamp, cost)
  local length, newest = read('>I4I6', state, 2)
  local bytes = state:byte(1) == 3 and 2 or 4
  local back = newest - math.floor(stamp / length)
  if back < 0 or back > 10 then return state end
  local from = 12 + back * (bytes + 1)
  local sum = read('>I' .. bytes, state, from)
  return state:sub(1, from - 1) .. pack('>I' .. bytes, math.max(0, sum - cost)) .. state:sub(from + bytes)
end

local function spacing(state, cost, quota, window)
  return pack('>BI8', 5, read('>I8', state, 2) - cost * math.floor((window * 1000 + quota - 1) / quota))
end

local function aligned(state, stamp, cost, window)
  local begin, count = read('>I6I4', state, 2)
  if stamp < begin or stamp >= begin + window then return state end
  return pack('>BI6I4', 6, begin, math.max(0, count - cost))
end

local function refunded(state, stamp, cost, quota, window)
  local format = state:byte(1)
  if format == 1 and cost == 1 and #state % 6 == 1 then return log(state, stamp) end
  if format == 2 and #state % 8 == 1 then return costs(state, stamp, cost) end
  if format == 3 and #state == 44 or format == 4 and #state == 66 then return tenths(state, stamp, cost) end
  if format == 5 and #state == 9 then return spacing(state, cost, quota, window) end
  if format == 6 and #state == 11 then return aligned(state, stamp, cost, window) end
  return state
end

for i, key in ipairs(KEYS) do
  local before = redis.call('MGET', key)[1]
  if before and #before > 1 then
    local arguments = {}
    for j = 1, 4 do arguments[j] = tonumber(ARGV[4 * i - 4 + j]) end
    local state = refunded(before, unpack(arguments))
    if #state == 1 then
      redis.call('DEL', key)
    elseif state ~= before then
      redis.call('SET', key, state, 'KEEPTTL')
    end
  end
end
return 'refunded'
