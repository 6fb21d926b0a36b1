-- When those of a user's sessions were active that are known to live: 'id milliseconds id milliseconds …', or nothing.
-- KEYS[1] the index; ARGV[1] what the keys of its sessions begin with, which are of its slot
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
local ids = redis.pcall('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf')
if ids.err then return false end
local answer = {}
for _, id in ipairs(ids) do
  local active = redis.pcall('HGET', ARGV[1] .. id, 'active')
  if type(active) == 'string' then table.insert(answer, id .. ' ' .. active) end
end
return #answer > 0 and table.concat(answer, ' ')
