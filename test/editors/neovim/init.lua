-- ISMS as code in Neovim 0.7 and newer, with nothing but Neovim's own client.

local group = vim.api.nvim_create_augroup('isms', {})

-- Files that end in .isms are of the type isms. Neovim 0.7 asks vim.filetype only if it is told to.
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  group = group,
  pattern = '*.isms',
  callback = function() vim.bo.filetype = 'isms' end,
})

-- The repository around a file, else its ISMS: one server serves all files in it.
local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local repository = vim.fn.finddir('.git', folder .. ';')
  if repository ~= '' then return vim.fn.fnamemodify(repository, ':p:h:h') end
  local config = vim.fn.findfile('isms.config.json', folder .. ';')
  if config ~= '' then return vim.fn.fnamemodify(config, ':p:h') end
  return folder
end

local function on_attach(_, buffer)
  local function map(keys, run) vim.keymap.set('n', keys, run, { buffer = buffer }) end
  vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc' -- Ctrl-X Ctrl-O completes
  vim.bo[buffer].commentstring = '// %s'
  map('K', vim.lsp.buf.hover)
  map('gd', vim.lsp.buf.definition)
  map('gr', vim.lsp.buf.references)
  map('<F2>', vim.lsp.buf.rename)
  map('<leader>a', vim.lsp.buf.code_action)
  map('[d', vim.diagnostic.goto_prev)
  map(']d', vim.diagnostic.goto_next)
  vim.api.nvim_create_autocmd('BufWritePre', {
    group = group,
    buffer = buffer,
    callback = function()
      if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 5000 }) -- 0.8 and newer
      else vim.lsp.buf.formatting_sync(nil, 5000) end
    end,
  })
end

local clients = {}

vim.api.nvim_create_autocmd('FileType', {
  group = group,
  pattern = 'isms',
  callback = function(event)
    -- As parts of names, R-001 and A.8.13: completion in Neovim 0.7 goes by what is a word.
    vim.opt_local.iskeyword:append({ '.', '-' })
    local root = root_of(vim.api.nvim_buf_get_name(event.buf))
    local config = {
      name = 'isms',
      cmd = { 'isms', 'lsp', '--stdio' },
      root_dir = root,
      settings = { isms = { preset = '' } }, -- as in docs/editor.md, "Settings"
      on_attach = on_attach,
    }
    if vim.lsp.start then return vim.lsp.start(config, { bufnr = event.buf }) end
    -- Neovim 0.7 has to remember its clients itself.
    local id = clients[root]
    if not id or not vim.lsp.get_client_by_id(id) then id = vim.lsp.start_client(config) end
    clients[root] = id
    if id then vim.lsp.buf_attach_client(event.buf, id) end
  end,
})
