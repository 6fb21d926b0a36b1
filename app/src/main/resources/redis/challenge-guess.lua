-- Counts a try at a challenge, and compares after that: 'gone', 'wrong', or the challenge's own fields, a line each. A
-- server that cannot count fails here, and compares nothing.
-- KEYS: challenge, tries (of one destination, and one slot)
-- ARGV: nonce, who guesses, hash of the guess, most tries at a challenge, day (milliseconds), most tries in a day
local known = redis.call('HMGET', KEYS[1], 'nonce', 'requester', 'tries', 'code', 'purpose', 'language', 'destination')
if known[1] ~= ARGV[1] or (known[2] ~= '' and known[2] ~= ARGV[2]) then return 'gone' end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local nth = redis.call('LINDEX', KEYS[2], -tonumber(ARGV[6]))
if tonumber(known[3]) >= tonumber(ARGV[4]) or (nth and tonumber(nth) + ARGV[5] > now) then return 'gone' end

redis.call('HINCRBY', KEYS[1], 'tries', 1)
redis.call('RPUSH', KEYS[2], string.format('%.0f', now))
redis.call('LTRIM', KEYS[2], -tonumber(ARGV[6]), -1)
redis.call('PEXPIRE', KEYS[2], ARGV[5])
if known[4] ~= ARGV[3] then return 'wrong' end

-- The right one is no wrong try.
redis.call('RPOP', KEYS[2])
redis.call('DEL', KEYS[1])
return known[5] .. '\n' .. known[2] .. '\n' .. known[6] .. '\n' .. known[7]
