-- Writes an entry unless a newer one is there; a tombstone gives way to a value of its own version too. One script,
-- because between a look and a write of two commands another writer fits.
-- KEYS[1] the entry; KEYS[2] its lease, where it may be written under that alone
-- ARGV: how long it lives, how long a tombstone does (milliseconds), the ticket of the lease, the entry (format, flags,
-- 8 bytes of version, and the rest), and if the format is 2, which is a hash, its fields and values
local life, grave, ticket, entry = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local tombstone, hash = entry:byte(2) == 4, entry:byte(1) == 2

-- Half by half: a number here has 53 bits, and texts compare by the server's locale.
local function compare(a, b)
  local high, low = struct.unpack('>I4I4', a, 3)
  local otherHigh, otherLow = struct.unpack('>I4I4', b, 3)
  return high == otherHigh and low - otherLow or high - otherHigh
end

local function write(bytes, milliseconds, ...)
  if not hash then return redis.pcall('SET', KEYS[1], bytes, 'PX', milliseconds) end
  -- Refused before anything is gone, if it is refused.
  local done = redis.pcall('HSET', KEYS[1], ':', bytes)
  if type(done) == 'table' then return done end
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[1], ':', bytes, ...)
  redis.call('PEXPIRE', KEYS[1], milliseconds)
  return done
end

local function bury()
  redis.call('DEL', KEYS[1])
  return write(entry:sub(1, 1) .. '\4' .. entry:sub(3, 10), grave)
end

if KEYS[2] and redis.pcall('GET', KEYS[2]) ~= ticket then return false end

local there
if hash then there = redis.pcall('HGET', KEYS[1], ':') else there = redis.pcall('GETRANGE', KEYS[1], 0, 9) end
local foreign = type(there) ~= 'string' or #there < 10 or there:byte(1) ~= entry:byte(1)
local newer = foreign and -1 or compare(there, entry)
local stale = newer > 0 or (newer == 0 and tombstone)

local done
if stale then
  done = false
elseif tombstone then
  -- The old goes first: a server without memory to spare refuses what comes after a deletion no more.
  done = bury()
else
  if type(there) == 'table' then redis.call('DEL', KEYS[1]) end
  done = write(entry, life, unpack(ARGV, 5))
end
local refused = type(done) == 'table' and done.err
if refused and not KEYS[2] then bury() end
if KEYS[2] then redis.call('DEL', KEYS[2]) end
if refused or stale then return done end
return 'written'
