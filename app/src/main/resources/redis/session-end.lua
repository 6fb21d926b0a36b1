-- Says that a session has ended. The old picture goes first, and alone: a server without memory to spare refuses what
-- comes after a deletion no more, and one that fails in between leaves nothing known, which is safe.
-- KEYS: the session, which ends in its id, the index of its user's sessions; ARGV[1] how long the end stays known
-- (milliseconds)
redis.call('DEL', KEYS[1])
redis.pcall('ZREM', KEYS[2], string.sub(KEYS[1], -36))
redis.call('HSET', KEYS[1], 'ended', '1')
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 'ended'
