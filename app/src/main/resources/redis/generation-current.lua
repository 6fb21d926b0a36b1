-- The number of a list. Where it is not known it is the time, which is greater than any it had.
-- KEYS[1] the number; ARGV[1] how long it is known (milliseconds)
local known = redis.pcall('GET', KEYS[1])
if type(known) == 'string' and known:match('^%d+$') then return known end

local time = redis.call('TIME')
local number = string.format('%.0f', time[1] * 1000000 + time[2])
redis.call('SET', KEYS[1], number, 'PX', ARGV[1])
return number
