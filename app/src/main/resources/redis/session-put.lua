-- Says that a session lives, unless it is known to have ended or to be of a later epoch: whoever read the store before
-- an end must not undo it. Never outlives the session.
-- KEYS[1] the session; ARGV: epoch, role, until (microseconds), how long it stays known (milliseconds)

-- Epochs as decimal texts, since a number here has 53 bits.
local function later(a, b)
  return #a > #b or (#a == #b and a > b)
end

local known = redis.pcall('HMGET', KEYS[1], 'ended', 'epoch')
if known.err then
  redis.call('DEL', KEYS[1])
elseif known[1] or (known[2] and later(known[2], ARGV[1])) then
  return false
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local ends = math.min(now + ARGV[4], math.floor(ARGV[3] / 1000))
if ends <= now then return false end
redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'role', ARGV[2], 'until', ARGV[3], 'active', string.format('%.0f', now))
redis.call('PEXPIREAT', KEYS[1], string.format('%.0f', ends))
return 'put'
