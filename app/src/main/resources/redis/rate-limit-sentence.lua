-- Blocks a subject, or only looks; its strikes stay. The format is 7 of rate-limit.lua.
-- KEYS[1] the sentence; ARGV[1] for how long (ms); none to look
-- Answers '<strikes> <ms>' of what there is against it then
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local value = redis.call('MGET', KEYS[1])[1]
local ends, strikes, last, decay = 0, 0, 0, 1
if value and #value == 20 and value:byte(1) == 7 then
  ends, strikes, last, decay = struct.unpack('>I6BI6I6', value, 2)
end
if ARGV[1] then
  ends = now + ARGV[1]
  redis.call('SET', KEYS[1], struct.pack('>BI6BI6I6', 7, ends, strikes, last, decay),
    'PX', string.format('%.0f', math.max(ARGV[1], last + strikes * decay - now)))
end
local left = math.max(0, strikes - math.floor(math.max(0, now - last) / decay))
return string.format('%d %.0f', left, math.max(0, ends - now))
