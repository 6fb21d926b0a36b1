-- Forgets what there is under a key, whatever its type. KEYS[1] the key
return tostring(redis.call('DEL', KEYS[1]))
