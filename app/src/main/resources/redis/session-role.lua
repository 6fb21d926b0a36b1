-- Says which role a user has: the pictures of their sessions that live show it from then on. None is made, and none lives
-- longer for it.
-- KEYS[1] the index of the user's sessions; ARGV: what the keys of these begin with, which are of its slot, the role
local ids = redis.pcall('ZRANGE', KEYS[1], 0, -1)
if ids.err then return false end
for _, id in ipairs(ids) do
  local key = ARGV[1] .. id
  local known = redis.pcall('HEXISTS', key, 'role')
  if known == 1 then redis.call('HSET', key, 'role', ARGV[2]) end
end
return 'changed'
