-- Runs inside Neovim, after init.lua: uses the editor as somebody who writes would, and tells each outcome as a line of JSON.
-- Every wait is for a state, and bounded.
local task = vim.fn.json_decode(table.concat(vim.fn.readfile(vim.env.ISMS_TASK), '\n'))
local patience = 60000

local function tell(result) vim.fn.writefile({ vim.fn.json_encode(result) }, task.results, 'a') end

local function until_true(what, condition)
  if not vim.wait(patience, condition, 50) then
    local said = {}
    for _, each in ipairs(vim.diagnostic.get()) do table.insert(said, each.lnum .. ': ' .. each.message) end
    error('waited in vain for ' .. what .. '; findings: ' .. table.concat(said, ' | '))
  end
end

local function test(title, run)
  local start = vim.loop.hrtime()
  local passed, problem = xpcall(run, debug.traceback)
  tell({
    title = title,
    passed = passed,
    ms = math.floor((vim.loop.hrtime() - start) / 1e6),
    error = not passed and tostring(problem) or nil,
  })
end

local function equal(actual, expected)
  if not vim.deep_equal(actual, expected) then
    error('expected ' .. vim.inspect(expected) .. ', got ' .. vim.inspect(actual))
  end
end

local function line(number) return vim.api.nvim_buf_get_lines(0, number, number + 1, false)[1] end
local function set(number, text) vim.api.nvim_buf_set_lines(0, number, number + 1, false, { text }) end
local function at(number, column) vim.api.nvim_win_set_cursor(0, { number + 1, column }) end
local function open(file) vim.cmd('edit ' .. vim.fn.fnameescape(file)) end
local function contains(text, part) return text ~= nil and text:find(part, 1, true) ~= nil end

local function finding_at(number)
  for _, each in ipairs(vim.diagnostic.get(0)) do
    if each.lnum == number then return each end
  end
end

local reference = task.reference
local written

test('starts the server for a file of an ISMS', function()
  open(reference.path)
  written = line(reference.line)
  equal(vim.bo.filetype, 'isms')
  until_true('the server', function()
    local ready = false
    for _, client in pairs(vim.lsp.buf_get_clients(0)) do ready = ready or client.initialized end
    return ready
  end)
  for _, client in pairs(vim.lsp.buf_get_clients(0)) do equal(client.config.root_dir, task.folder) end
end)

test('shows what is wrong in a line, and applies its quick fix', function()
  set(reference.line, written:sub(1, reference.start) .. task.former.old)
  until_true('the finding', function()
    local finding = finding_at(reference.line)
    return finding and contains(finding.message, task.former.old)
  end)
  at(reference.line, reference.start + 1)
  vim.ui.select = function(items, options, chosen)
    for index, item in ipairs(items) do
      if contains(options.format_item(item), task.former.new) then return chosen(item, index) end
    end
    error('no fix names ' .. task.former.new .. ': ' .. vim.inspect(vim.tbl_map(options.format_item, items)))
  end
  vim.lsp.buf.code_action()
  until_true('the fix', function() return line(reference.line):find(task.former.new .. '$') ~= nil end)
  until_true('the end of the finding', function() return finding_at(reference.line) == nil end)
  set(reference.line, written)
end)

test('completes a control by its number', function()
  local typed = task.completed:sub(1, -2)
  set(reference.line, written:sub(1, reference.start) .. typed)
  at(reference.line, reference.start)
  local offered
  local seen = {}
  function _G.ISMS_OFFERED()
    vim.wait(patience, function()
      seen = vim.fn.complete_info()
      for _, item in ipairs(vim.fn.complete_info({ 'items' }).items) do
        offered = offered or contains(item.word .. item.abbr, task.completed)
      end
      return offered
    end, 50)
  end
  -- As somebody types it: at the end of the line, Ctrl-X Ctrl-O; then what is offered is looked at, and Esc.
  local keys = vim.api.nvim_replace_termcodes('A<C-x><C-o><Cmd>lua ISMS_OFFERED()<CR><Esc>', true, false, true)
  vim.api.nvim_feedkeys(keys, 'ntx', false)
  if not offered then error(task.completed .. ' is not offered: ' .. vim.inspect(seen)) end
  set(reference.line, written)
end)

test('shows a control on hover', function()
  at(reference.line, reference.start + 1)
  vim.lsp.buf.hover()
  until_true('the text', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        local text = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
        if contains(text, reference.title) then return true end
      end
    end
  end)
end)

test('goes from the entry of a control to Annex A, which is read-only', function()
  open(task.entry.path)
  at(task.entry.line, task.entry.column)
  until_true('the place', function()
    if vim.api.nvim_buf_get_name(0) == task.entry.path then vim.lsp.buf.definition() end
    return vim.wait(2000, function() return vim.fn.expand('%:t') == 'annex-a.isms' end, 50)
  end)
  equal(contains(vim.api.nvim_get_current_line(), task.entry.id .. ' "'), true)
  equal(vim.bo.readonly, true)
end)

test('renames in all files', function()
  open(task.rename.path)
  at(task.rename.line, task.rename.column)
  vim.lsp.buf.rename(task.rename.to)
  until_true('the new name', function() return contains(line(task.rename.line), task.rename.to) end)
  until_true('the new name elsewhere', function()
    local user = vim.fn.bufnr(task.rename.user)
    return user > 0 and contains(table.concat(vim.api.nvim_buf_get_lines(user, 0, -1, false), '\n'), task.rename.to)
  end)
end)

test('formats on saving', function()
  open(reference.path)
  local before = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  set(reference.line, '       ' .. written)
  vim.cmd('write')
  equal(vim.api.nvim_buf_get_lines(0, 0, -1, false), before)
  equal(vim.fn.readfile(reference.path), before)
end)

test('finds a risk by its title in the whole ISMS', function()
  vim.lsp.buf.workspace_symbol(task.symbol.query)
  until_true('the symbol', function()
    for _, item in ipairs(vim.fn.getqflist()) do
      if contains(item.text, task.symbol.name) then return true end
    end
  end)
end)

tell({ finished = true })
vim.cmd('qall!')
