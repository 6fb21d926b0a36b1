-- Gives a list a number greater than any it had.
-- KEYS[1] the number; ARGV[1] how long it is known (milliseconds)
local known = redis.pcall('GET', KEYS[1])
local old = type(known) == 'string' and tonumber(known) or 0

local time = redis.call('TIME')
local number = string.format('%.0f', math.max(old + 1, time[1] * 1000000 + time[2]))
-- The old one goes first: a server without memory to spare refuses what comes after a deletion no more.
redis.call('DEL', KEYS[1])
redis.call('SET', KEYS[1], number, 'PX', ARGV[1])
return number
