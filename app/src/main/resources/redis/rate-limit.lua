-- Decides several limits together, all or none, by the clock of the server. Their state is in strings that begin with a
-- format byte; what is of no format of ours counts as nothing, and gives way:
--   1 log       6 bytes for each unit: when it was taken (ms)
--   2 costs     8 bytes for each time something was taken: when (ms), how much
--   3, 4 tenths the length of a sub-window (4 bytes, ms), the number of the newest (6), and of each of 11, the newest
--               first, how much was taken in it (2 bytes, with format 4 four) and in which 256th of it the last (1)
--   5 spacing   when the next unit would come if all came at even distances (8 bytes, microseconds)
--   6 window    when it began (6 bytes, ms), how much was taken (4)
--   7 sentence  until when a subject is blocked (6 bytes, ms), its strikes (1), the last one (6), their decay (6)
-- KEYS: of each limit its state, then the sentence of its subject
-- ARGV: of each limit its algorithm (l, t, s, w; n for none), whether it is enforced (1 byte), quota (4), window (6, ms),
-- cost (4), burst (4), and its penalty: base, max, decay (6 each, ms; base 0 for none)
-- Answers, as bytes, 2 and of whoever is blocked the number of the limit (1), the strikes (1) and for how long (6, ms). Or
-- else 1 or 0 for all or none, the time (8, microseconds), and of each limit whether it has room (1), what is left (4), in
-- how long there is room (6, ms and one more; 0 never), when all of it is there again (6, ms), when it was taken (6, ms; 0
-- if not), and the strikes (1) and length (6, ms) of a block that it gave (0 if not)

local ADMITTED, DENIED, BLOCKED = 1, 0, 2
local pack, read, floor, max = struct.pack, struct.unpack, math.floor, math.max
local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local now = floor(micros / 1000)

-- One by one: Redis keeps the second argument of a script's command for that of the next, and SET would store a state in
-- the room of a whole key. By MGET, for which what is no string is nothing.
local values = {}
for i = 1, #KEYS do values[i] = redis.call('MGET', KEYS[i])[1] end

-- An algorithm gives what is left before, in how long there is room (nil for never), when all of it is there again; and, for
-- what is to be written if it is taken: the state, when that ends, and when the units count as taken.

-- Of a log of which every entry is one unit: of hundreds of them a dozen are looked at.
local function log(state, quota, window, cost)
  local count = (#state - 1) / 6
  local last = read('>I6', state, 6 * count - 4)
  if last > now + window then return quota, nil, now, '\1' .. pack('>I6', now), now + window, now end
  local stamp = max(now, last)
  local first, after = 1, count + 1
  while first < after do
    local middle = floor((first + after) / 2)
    if read('>I6', state, 6 * middle - 4) > stamp - window then after = middle else first = middle + 1 end
  end
  local used = count - first + 1
  if used == 0 then return quota, nil, now, '\1' .. pack('>I6', now), now + window, now end
  local left = quota - used
  if cost > left then
    local retry = cost <= quota and read('>I6', state, 6 * (first + cost - left - 1) - 4) + window - now or nil
    return left, retry, last + window
  end
  local live = first == 1 and state or '\1' .. state:sub(6 * first - 4)
  return left, nil, last + window, live .. pack('>I6', stamp), stamp + window, stamp
end

-- Of tenths, if the newest is that of now: nothing but that one changes, and of the others only the eleventh may be over.
local function newest_tenth(state, quota, window, cost)
  local wide = #state == 66
  local _, length, newest, s0, p0, s1, _, s2, _, s3, _, s4, _, s5, _, s6, _, s7, _, s8, _, s9, _, s10, p10 =
    read(wide and '>BI4I6I4BI4BI4BI4BI4BI4BI4BI4BI4BI4BI4B' or '>BI4I6I2BI2BI2BI2BI2BI2BI2BI2BI2BI2BI2B', state)
  local sum = s0 + cost
  if floor(now / length) ~= newest or length * 10 ~= window or s0 == 0 or not wide and sum > 65535 then return end
  local begin = newest * length
  local last = begin + floor(((p0 + 1) * length + 255) / 256) - 1
  local stamp = max(now, last)
  local used = s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9
  if begin - 10 * length + floor(((p10 + 1) * length + 255) / 256) - 1 > stamp - window then used = used + s10 end
  local left = quota - used
  if cost > left then return end
  local part = floor((stamp - begin) * 256 / length)
  local ends = begin + floor(((part + 1) * length + 255) / 256) - 1 + window
  return left, nil, last + window,
    state:sub(1, 11) .. (wide and pack('>I4B', sum, part) or pack('>I2B', sum, part)) .. state:sub(wide and 17 or 15), ends, stamp
end

-- All other ways, made only where one of them is needed.
local function others()
  local function ceil_div(a, b) return floor((a + b - 1) / b) end

  -- The entries of formats 1 to 4, the oldest first: when, how much.
  local function entries(state)
    local at, cost, format = {}, {}, state:byte(1)
    if format == 1 or format == 2 then
      local size = format == 1 and 6 or 8
      for i = 2, #state, size do
        at[#at + 1] = read('>I6', state, i)
        cost[#cost + 1] = format == 1 and 1 or read('>I2', state, i + 6)
      end
    else
      local length, newest = read('>I4I6', state, 2)
      local bytes = format == 3 and 2 or 4
      for back = 10, 0, -1 do
        local sum, part = read('>I' .. bytes .. 'B', state, 12 + back * (bytes + 1))
        if sum > 0 then
          at[#at + 1] = (newest - back) * length + ceil_div((part + 1) * length, 256) - 1
          cost[#cost + 1] = sum
        end
      end
    end
    return at, cost
  end

  -- Whether a state is of formats 1 to 4, and whole.
  local function is_timed(state)
    local format = state and state:byte(1)
    return (format == 1 and #state % 6 == 1 and #state > 1)
      or (format == 2 and #state % 8 == 1 and #state > 1)
      or (format == 3 and #state == 44) or (format == 4 and #state == 66)
  end

  local function tenths(at, cost, window)
    local length = ceil_div(window, 10)
    local sums, parts, newest = {}, {}, floor(at[#at] / length)
    local most = 0
    for i = 1, #at do
      local number = floor(at[i] / length)
      sums[number] = (sums[number] or 0) + cost[i]
      parts[number] = floor((at[i] - number * length) * 256 / length)
      most = max(most, sums[number])
    end
    local format = most > 65535 and 4 or 3
    local form, all = format == 3 and '>I2B' or '>I4B', { pack('>BI4I6', format, length, newest) }
    for number = newest, newest - 10, -1 do
      all[#all + 1] = pack(form, sums[number] or 0, parts[number] or 0)
    end
    return table.concat(all), newest * length + ceil_div((parts[newest] + 1) * length, 256) - 1
  end

  local function costs(at, cost)
    local all = { '\2' }
    for i = 1, #at do all[#all + 1] = pack('>I6I2', at[i], math.min(cost[i], 65535)) end
    return table.concat(all)
  end

  local function sliding(state, algorithm, quota, window, cost)
    local at, weight = entries(is_timed(state) and state or '\1')
    if #at > 0 and at[#at] > now + window then at, weight = {}, {} end
    local stamp = max(now, at[#at] or 0)
    local used = 0
    local live_at, live_weight = {}, {}
    for i = 1, #at do
      if at[i] > stamp - window then
        used = used + weight[i]
        live_at[#live_at + 1], live_weight[#live_weight + 1] = at[i], weight[i]
      end
    end
    if #live_at == 0 then stamp = now end
    local left, reset = quota - used, #live_at > 0 and live_at[#live_at] + window or now
    if cost > left then
      if cost > quota then return left, nil, reset end
      local i, freed = 1, live_weight[1]
      while freed < cost - left do
        i = i + 1
        freed = freed + live_weight[i]
      end
      return left, live_at[i] + window - now, reset
    end
    if cost == 0 then return left, nil, reset end
    live_at[#live_at + 1], live_weight[#live_weight + 1] = stamp, cost
    if algorithm == 't' then
      local state, last = tenths(live_at, live_weight, window)
      return left, nil, reset, state, last + window, stamp
    end
    -- One unit in an empty log is of the smaller format; a log with costs keeps its own until it is empty.
    local units = #live_at == 1 and cost == 1
    return left, nil, reset, units and '\1' .. pack('>I6', stamp) or costs(live_at, live_weight), stamp + window, stamp
  end

  local function spacing(state, _, quota, window, cost, burst)
    local interval = ceil_div(window * 1000, quota)
    local arrival = state and #state == 9 and state:byte(1) == 5 and read('>I8', state, 2) or 0
    if arrival < micros or arrival > micros + 2000 * window then arrival = micros end
    local left = floor((interval * burst - (arrival - micros)) / interval)
    local retry = cost > left and cost <= burst and ceil_div(arrival + interval * (cost - burst) - micros, 1000) or nil
    local next = arrival + interval * cost
    return left, retry, ceil_div(arrival, 1000), pack('>BI8', 5, next), ceil_div(next, 1000), now
  end

  local function aligned(state, _, quota, window, cost)
    local begin, used = now - now % window, 0
    if state and #state == 11 and state:byte(1) == 6 then
      local began, count = read('>I6I4', state, 2)
      if began >= begin and began <= now + window then begin, used = began, count end
    end
    local ends = begin + window
    local left = quota - used
    return left, cost > left and cost <= quota and ends - now or nil, used > 0 and ends or now,
      pack('>BI6I4', 6, begin, used + cost), ends, max(now, begin)
  end

  return { l = sliding, t = sliding, s = spacing, w = aligned }
end

local function sentence(value)
  if value and #value == 20 and value:byte(1) == 7 then return read('>I6BI6I6', value, 2) end
  return 0, 0, 0, 1
end

local ways
local limits, admitted = {}, true
for i = 1, #ARGV do
  local algorithm, enforced, quota, window, cost, burst, base, most, decay = read('>c1BI4I6I4I4I6I6I6', ARGV[i])
  local state, sentenced = values[2 * i - 1] or nil, values[2 * i]
  if sentenced and cost > 0 then
    local ends, strikes = sentence(sentenced)
    if ends > now then return pack('>BBBI6', BLOCKED, i, strikes, ends - now) end
  end
  local left, retry, reset, take, ends, stamp
  if algorithm == 'n' then
    left, reset = quota, now
  elseif state and algorithm == 'l' and cost <= 1 and state:byte(1) == 1 and #state % 6 == 1 and #state > 1 then
    left, retry, reset, take, ends, stamp = log(state, quota, window, cost)
  elseif state and algorithm == 't'
    and ((#state == 44 and state:byte(1) == 3) or (#state == 66 and state:byte(1) == 4)) then
    left, retry, reset, take, ends, stamp = newest_tenth(state, quota, window, cost)
  end
  if not left then
    ways = ways or others()
    left, retry, reset, take, ends, stamp = ways[algorithm](state, algorithm, quota, window, cost, burst)
  end
  local room = cost <= left
  local refuses = enforced == 1 and not room
  if refuses then admitted = false end
  limits[i] = { room, cost, left, retry, reset, take, ends, stamp, refuses, base, most, decay }
end

-- Whoever goes on where a limit with a penalty refuses gets a strike; once, whatever refuses.
local strikes, blocks, longest = {}, {}, {}
if not admitted then
  for i = 1, #limits do
    local _, cost, _, _, _, _, _, _, refuses, base, most, decay = unpack(limits[i], 1, 12)
    local key = KEYS[2 * i]
    if refuses and cost > 0 and base > 0 and not longest[key] then
      local _, before, last, forgets = sentence(values[2 * i])
      strikes[i] = math.min(32, 1 + max(0, before - floor(max(0, now - last) / forgets)))
      blocks[i] = math.min(base * 2 ^ (strikes[i] - 1), most)
      longest[key] = blocks[i]
      redis.call('SET', key, pack('>BI6BI6I6', 7, now + blocks[i], strikes[i], now, decay),
        'PX', max(blocks[i], strikes[i] * decay))
    end
  end
end

local answer = { pack('>BI8', admitted and ADMITTED or DENIED, micros) }
for i = 1, #limits do
  local room, cost, left, retry, reset, take, ends, stamp = unpack(limits[i], 1, 8)
  local taken = 0
  if admitted and room and cost > 0 and take then
    left, reset, taken = left - cost, ends, stamp
    redis.call('SET', KEYS[2 * i - 1], take, 'PXAT', ends)
  end
  if room then retry = 0 elseif retry then retry = max(retry, longest[KEYS[2 * i]] or 0) end
  answer[i + 1] = pack('>BI4I6I6I6BI6', room and 1 or 0, max(0, left), retry and retry + 1 or 0, reset, taken,
    strikes[i] or 0, blocks[i] or 0)
end
return table.concat(answer)
