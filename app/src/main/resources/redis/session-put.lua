-- Says that a session lives, unless it is known to have ended or to be of a later epoch: whoever read the store before
-- an end must not undo it. Never outlives the session. The index of its user's sessions has each with the time at which it
-- is forgotten, and is rid of those that were.
-- KEYS: the session, which ends in its id, the index; ARGV: epoch, role, until (microseconds), how long it stays known
-- (milliseconds)

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
ends = string.format('%.0f', ends)
redis.call('PEXPIREAT', KEYS[1], ends)
if redis.call('TYPE', KEYS[2]).ok ~= 'zset' then redis.call('DEL', KEYS[2]) end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', string.format('%.0f', now))
redis.call('ZADD', KEYS[2], ends, string.sub(KEYS[1], -36))
redis.call('PEXPIREAT', KEYS[2], redis.call('ZREVRANGE', KEYS[2], 0, 0, 'WITHSCORES')[2])
return 'put'
