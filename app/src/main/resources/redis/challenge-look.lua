-- What is left to a destination: how many milliseconds until a challenge may be opened, and how many tries of the day.
-- KEYS: cooldown, requests, tries (of one destination, and one slot)
-- ARGV: window (milliseconds), most in a window, day (milliseconds), most in a day, most tries in a day
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local times = redis.call('LRANGE', KEYS[2], 0, -1)

-- As in challenge-open.
local function wait(span, most)
  local last = times[#times - most + 1]
  return last and math.max(0, tonumber(last) + span - now) or 0
end

local left = tonumber(ARGV[5])
for _, at in ipairs(redis.call('LRANGE', KEYS[3], 0, -1)) do
  if tonumber(at) + ARGV[3] > now then left = left - 1 end
end
local waiting = math.max(
  redis.call('PTTL', KEYS[1]), wait(tonumber(ARGV[1]), tonumber(ARGV[2])), wait(tonumber(ARGV[3]), tonumber(ARGV[4])))
return string.format('%.0f %.0f', math.max(0, waiting), math.max(0, left))
