-- Grants the lease of a key to one caller, unless an entry is there whose load began late enough.
-- KEYS: the entry, its lease; ARGV: the header that an entry must be later than (format, 9 bytes, 8 of milliseconds), a
-- ticket, how long it is good (milliseconds)
local bar = ARGV[1]

-- Half by half, as in cache-write.
local function later(a, b)
  local high, low = struct.unpack('>I4I4', a, 11)
  local otherHigh, otherLow = struct.unpack('>I4I4', b, 11)
  return otherHigh > high or (otherHigh == high and otherLow > low)
end

local there
if bar:byte(1) == 2 then there = redis.pcall('HGET', KEYS[1], ':') else there = redis.pcall('GETRANGE', KEYS[1], 0, 17) end
-- A tombstone is shorter.
local entry = type(there) == 'string' and #there >= 18 and there:byte(1) == bar:byte(1)
if entry and later(bar, there) then return 'filled' end
return redis.call('SET', KEYS[2], ARGV[2], 'NX', 'PX', ARGV[3]) and 'granted' or 'taken'
