-- Writes an envelope unless a newer one is there; a tombstone gives way to a value of its own version too. One script,
-- because between a look and a write of two commands another writer fits.
-- KEYS[1] the entry; ARGV: the envelope (format, flags, 8 bytes of version, payload), how long it lives (milliseconds)

-- Bytes one by one: a number here has 53 bits, and texts compare by the server's locale.
local function compare(a, b)
  for i = 3, 10 do
    local difference = a:byte(i) - b:byte(i)
    if difference ~= 0 then return difference end
  end
  return 0
end

local there = redis.pcall('GETRANGE', KEYS[1], 0, 9)
local comparable = type(there) == 'string' and #there == 10 and there:byte(1) == ARGV[1]:byte(1)
if comparable then
  local newer = compare(there, ARGV[1])
  local tombstone = ARGV[1]:byte(2) == 1
  if newer > 0 or (newer == 0 and tombstone) then return false end
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 'written'
