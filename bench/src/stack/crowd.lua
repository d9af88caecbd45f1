-- What wrk asks: the same again and again, each time for another of some ten thousand addresses, as a proxy before the stack tells them.
local number = 0
local headers = {}

function init(arguments)
  for _, line in ipairs(arguments) do
    local name, value = line:match("^(.-): (.*)$")
    headers[name] = value
  end
end

function request()
  number = number + 1
  headers["X-Forwarded-For"] = string.format("198.18.%d.%d", math.floor(number / 250) % 250, number % 250 + 1)
  return wrk.format("GET", nil, headers)
end
