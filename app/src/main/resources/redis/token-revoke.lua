-- Says that a token was revoked, until nobody takes it any more.
-- KEYS[1] the token; ARGV[1] until when (milliseconds since 1970)
redis.call('SET', KEYS[1], '1', 'PXAT', ARGV[1])
return 'revoked'
