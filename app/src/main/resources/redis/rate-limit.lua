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
-- ARGV: of each limit the algorithm (l, t, s, w; n for none), quota, window (ms), cost, burst, whether it is enforced (1, 0), and its
-- penalty: base, max, decay (ms; base 0 for none)
-- Answers 'blocked <limit> <strikes> <ms>', or '1' or '0' for all or none, the time (microseconds), and for each limit:
-- whether it has room, what is left, ms until there is room (-1 never), when all of it is there again (ms), when it was
-- taken (ms; 0 if not), strikes and ms of a block that it gave (0 if not)

local FIELDS = 9
local pack, read = struct.pack, struct.unpack
local time = redis.call('TIME')
local micros = time[1] * 1000000 + time[2]
local now = math.floor(micros / 1000)

-- One by one: Redis keeps the second argument of a script's command for that of the next, and SET would store a state in
-- the room of a whole key. By MGET, for which what is no string is nothing.
local values = {}
for i, key in ipairs(KEYS) do values[i] = redis.call('MGET', key)[1] end

local function integer(number) return string.format('%.0f', number) end

local function ceil_div(a, b) return math.floor((a + b - 1) / b) end

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

-- The fast way, for a log of which every entry is one unit: of hundreds of them a dozen are looked at.
local function look_at_log(state, quota, window, cost)
  local count = (#state - 1) / 6
  local function at(i) return (read('>I6', state, 6 * i - 4)) end
  local last = at(count)
  if last > now + window then return quota, nil, now, '\1', now end
  local stamp = math.max(now, last)
  local first, after = 1, count + 1
  while first < after do
    local middle = math.floor((first + after) / 2)
    if at(middle) > stamp - window then after = middle else first = middle + 1 end
  end
  local used = count - first + 1
  local left = quota - used
  local retry = cost > left and cost <= quota and at(first + cost - left - 1) + window - now or nil
  local reset = used > 0 and last + window or now
  return left, retry, reset, first == 1 and state or '\1' .. state:sub(6 * first - 4), used > 0 and stamp or now
end

local function tenths(at, cost, window)
  local length = ceil_div(window, 10)
  local sums, parts, newest = {}, {}, math.floor(at[#at] / length)
  local most = 0
  for i = 1, #at do
    local number = math.floor(at[i] / length)
    sums[number] = (sums[number] or 0) + cost[i]
    parts[number] = math.floor((at[i] - number * length) * 256 / length)
    most = math.max(most, sums[number])
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

-- A window that slides: left, retry, reset, and a function for what is written if it is taken.
local function sliding(state, algorithm, quota, window, cost)
  if not is_timed(state) then state = '\1' end
  if algorithm == 'l' and state:byte(1) == 1 and cost <= 1 then
    local left, retry, reset, live, stamp = quota, nil, now, state, now
    if #state > 1 then left, retry, reset, live, stamp = look_at_log(state, quota, window, cost) end
    return left, retry, reset, function() return live .. pack('>I6', stamp), stamp + window, stamp end
  end
  local at, weight = entries(state)
  if #at > 0 and at[#at] > now + window then at, weight = {}, {} end
  local stamp = math.max(now, at[#at] or 0)
  local used = 0
  local live_at, live_weight = {}, {}
  for i = 1, #at do
    if at[i] > stamp - window then
      used = used + weight[i]
      live_at[#live_at + 1], live_weight[#live_weight + 1] = at[i], weight[i]
    end
  end
  if #live_at == 0 then stamp = now end
  local left, retry = quota - used, nil
  if cost > left and cost <= quota then
    local i, freed = 1, live_weight[1]
    while freed < cost - left do
      i = i + 1
      freed = freed + live_weight[i]
    end
    retry = live_at[i] + window - now
  end
  local reset = #live_at > 0 and live_at[#live_at] + window or now
  return left, retry, reset, function()
    live_at[#live_at + 1], live_weight[#live_weight + 1] = stamp, cost
    if algorithm == 'l' then return costs(live_at, live_weight), stamp + window, stamp end
    local state, last = tenths(live_at, live_weight, window)
    return state, last + window, stamp
  end
end

local function spacing(state, quota, window, cost, burst)
  local interval = ceil_div(window * 1000, quota)
  local arrival = state and #state == 9 and state:byte(1) == 5 and read('>I8', state, 2) or 0
  if arrival < micros or arrival > micros + 2000 * window then arrival = micros end
  local left = math.floor((interval * burst - (arrival - micros)) / interval)
  local retry = cost > left and cost <= burst and ceil_div(arrival + interval * (cost - burst) - micros, 1000) or nil
  return left, retry, ceil_div(arrival, 1000), function()
    local next = arrival + interval * cost
    return pack('>BI8', 5, next), ceil_div(next, 1000), now
  end
end

local function aligned(state, quota, window, cost)
  local begin, used = now - now % window, 0
  if state and #state == 11 and state:byte(1) == 6 then
    local began, count = read('>I6I4', state, 2)
    if began >= begin and began <= now + window then begin, used = began, count end
  end
  local ends = begin + window
  local left = quota - used
  local retry = cost > left and cost <= quota and ends - now or nil
  return left, retry, used > 0 and ends or now, function()
    return pack('>BI6I4', 6, begin, used + cost), ends, math.max(now, begin)
  end
end

local function sentence(value)
  if value and #value == 20 and value:byte(1) == 7 then return read('>I6BI6I6', value, 2) end
  return 0, 0, 0, 1
end

local limits, admitted = {}, true
for i = 1, #KEYS / 2 do
  local from = (i - 1) * FIELDS
  local algorithm, quota, window = ARGV[from + 1], tonumber(ARGV[from + 2]), tonumber(ARGV[from + 3])
  local cost, burst, enforced = tonumber(ARGV[from + 4]), tonumber(ARGV[from + 5]), ARGV[from + 6] == '1'
  if cost > 0 then
    local ends, strikes = sentence(values[2 * i])
    if ends > now then return string.format('blocked %d %d %.0f', i, strikes, ends - now) end
  end
  local state = values[2 * i - 1] or nil
  local left, retry, reset, take
  if algorithm == 's' then left, retry, reset, take = spacing(state, quota, window, cost, burst)
  elseif algorithm == 'w' then left, retry, reset, take = aligned(state, quota, window, cost)
  elseif algorithm == 'n' then left, reset = quota, now
  else left, retry, reset, take = sliding(state, algorithm, quota, window, cost) end
  local room = cost <= left
  local refuses = enforced and not room
  if refuses then admitted = false end
  limits[i] = { room = room, cost = cost, left = left, retry = retry, reset = reset, take = take, refuses = refuses }
end

local answer, struck = { admitted and '1' or '0', integer(micros) }, {}
for i, limit in ipairs(limits) do
  local stamp, strikes, block = 0, 0, 0
  local sentenced = KEYS[2 * i]
  if admitted and limit.room and limit.cost > 0 and limit.take then
    local state, ends
    state, ends, stamp = limit.take()
    limit.left, limit.reset = limit.left - limit.cost, ends
    redis.call('SET', KEYS[2 * i - 1], state, 'PXAT', integer(ends))
  elseif limit.refuses and limit.cost > 0 and tonumber(ARGV[i * FIELDS - 2]) > 0 and not struck[sentenced] then
    local base, most, decay = tonumber(ARGV[i * FIELDS - 2]), tonumber(ARGV[i * FIELDS - 1]), tonumber(ARGV[i * FIELDS])
    local _, before, last, forgets = sentence(values[2 * i])
    strikes = math.min(32, 1 + math.max(0, before - math.floor(math.max(0, now - last) / forgets)))
    block = math.min(base * 2 ^ (strikes - 1), most)
    struck[sentenced] = block
    redis.call('SET', sentenced, pack('>BI6BI6I6', 7, now + block, strikes, now, decay),
      'PX', integer(math.max(block, strikes * decay)))
  end
  limit.stamp, limit.strikes, limit.block = stamp, strikes, block
end
for i, limit in ipairs(limits) do
  local retry = limit.room and 0 or limit.retry or -1
  local block = not limit.room and struck[KEYS[2 * i]] or 0
  if retry >= 0 then retry = math.max(retry, block) end
  answer[#answer + 1] = string.format('%d %.0f %.0f %.0f %.0f %d %.0f', limit.room and 1 or 0, math.max(0, limit.left),
    retry, limit.reset, limit.stamp, limit.strikes, limit.block)
end
return table.concat(answer, ' ')
