-- What is known of a session: 'revoked' for the token that asks, 'ended', 'epoch role until' or nothing. One script, so
-- that finding and staying known are one round trip by the server's clock; it writes once in a while only.
-- KEYS: the session, which ends in its id, the index of its user's sessions, the token if it was revoked
-- ARGV: how long it stays known, how long it rests between two writes (milliseconds)
if redis.call('EXISTS', KEYS[3]) == 1 then return 'revoked' end
local known = redis.pcall('HMGET', KEYS[1], 'ended', 'epoch', 'role', 'until', 'active')
if known.err then return false end
if known[1] then return 'ended' end

local ends, active = tonumber(known[4] or ''), tonumber(known[5] or '')
if not (known[2] and known[3] and ends and active) then return false end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
ends = math.floor(ends / 1000)
if ends <= now then return false end
if now - active >= tonumber(ARGV[2]) then
  local forgotten = string.format('%.0f', math.min(now + ARGV[1], ends))
  redis.call('HSET', KEYS[1], 'active', string.format('%.0f', now))
  redis.call('PEXPIREAT', KEYS[1], forgotten)
  if redis.call('TYPE', KEYS[2]).ok ~= 'zset' then redis.call('DEL', KEYS[2]) end
  redis.call('ZADD', KEYS[2], forgotten, string.sub(KEYS[1], -36))
  redis.call('PEXPIREAT', KEYS[2], redis.call('ZREVRANGE', KEYS[2], 0, 0, 'WITHSCORES')[2])
end
return known[2] .. ' ' .. known[3] .. ' ' .. known[4]
