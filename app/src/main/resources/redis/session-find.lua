-- What is known of a session: 'ended', 'epoch role until' or nothing. One script, so that finding and staying known are
-- one round trip by the server's clock; it writes once in a while only.
-- KEYS[1] the session; ARGV: how long it stays known, how long it rests between two writes (milliseconds)
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
  redis.call('HSET', KEYS[1], 'active', string.format('%.0f', now))
  redis.call('PEXPIREAT', KEYS[1], string.format('%.0f', math.min(now + ARGV[1], ends)))
end
return known[2] .. ' ' .. known[3] .. ' ' .. known[4]
