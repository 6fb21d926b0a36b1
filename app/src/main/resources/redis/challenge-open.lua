-- Opens a challenge in the place of the one before, unless one was opened too lately or too often: 'opened', or how many
-- milliseconds to wait. The times of all that were opened within a day are kept, by the server's clock.
-- KEYS: cooldown, requests, challenge (of one destination, and one slot)
-- ARGV: nonce, purpose, requester, language, sealed destination; life, cooldown, window (milliseconds), most in a window,
-- day (milliseconds), most in a day
local cooling = redis.call('PTTL', KEYS[1])
if cooling > 0 then return string.format('%.0f', cooling) end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local times = redis.call('LRANGE', KEYS[2], 0, -1)

-- How long until fewer than most of the times are within a span: 0 where they are. The oldest come first.
local function wait(span, most)
  local last = times[#times - most + 1]
  return last and math.max(0, tonumber(last) + span - now) or 0
end

local waiting = math.max(wait(tonumber(ARGV[8]), tonumber(ARGV[9])), wait(tonumber(ARGV[10]), tonumber(ARGV[11])))
if waiting > 0 then return string.format('%.0f', waiting) end

redis.call('RPUSH', KEYS[2], string.format('%.0f', now))
redis.call('LTRIM', KEYS[2], -math.max(tonumber(ARGV[9]), tonumber(ARGV[11])), -1)
redis.call('PEXPIRE', KEYS[2], ARGV[10])
redis.call('SET', KEYS[1], '1', 'PX', ARGV[7])
redis.call('DEL', KEYS[3])
redis.call('HSET', KEYS[3], 'nonce', ARGV[1], 'purpose', ARGV[2], 'requester', ARGV[3], 'language', ARGV[4],
  'destination', ARGV[5], 'tries', '0')
redis.call('PEXPIRE', KEYS[3], ARGV[6])
return 'opened'
