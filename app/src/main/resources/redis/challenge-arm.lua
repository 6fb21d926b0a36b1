-- Gives a challenge its code, if it is still that challenge: 'armed', or nothing. Its time goes on.
-- KEYS[1] the challenge; ARGV: nonce, hash of the code
if redis.call('HGET', KEYS[1], 'nonce') ~= ARGV[1] then return false end
redis.call('HSET', KEYS[1], 'code', ARGV[2])
return 'armed'
