-- What a person does in Neovim with the record that the environment names; what happens is printed as JSON.
local seen = {}

local function wait_for(what, is_so)
  assert(vim.wait(30000, is_so, 20), "waited in vain for " .. what)
end

local function go_to(words)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. words) > 0, "no " .. words)
end

local function answer(client, method, more)
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local answered = assert(client:request_sync(method, vim.tbl_extend("force", params, more or {}), 30000, 0))
  assert(not answered.err, vim.inspect(answered.err))
  return answered.result
end

local function work()
  vim.cmd.edit(vim.fn.fnameescape(vim.env.RECORD))
  wait_for("the server", function() return #vim.lsp.get_clients({ bufnr = 0 }) == 1 end)
  wait_for("a diagnostic", function() return #vim.diagnostic.get(0) > 0 end)
  seen.codes = vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(0))
  seen.lines = vim.tbl_map(function(each) return each.lnum + 1 end, vim.diagnostic.get(0))

  go_to("revewed")
  vim.lsp.buf.code_action({ apply = true, filter = function(each) return each.title:find("Replace", 1, true) == 1 end })
  wait_for("the fix", function() return vim.fn.search("revewed", "nw") == 0 end)
  wait_for("no diagnostic", function() return #vim.diagnostic.get(0) == 0 end)
  vim.cmd("silent write")

  local client = vim.lsp.get_clients({ bufnr = 0 })[1]
  seen.root = client.root_dir
  go_to("li-qiang")
  seen.hover = answer(client, "textDocument/hover").contents.value
  seen.references = #answer(client, "textDocument/references", { context = { includeDeclaration = false } })
  vim.cmd.normal("w")
  seen.offered = #answer(client, "textDocument/completion").items
  go_to("li-qiang")
  vim.lsp.buf.definition()
  wait_for("the definition", function() return vim.fn.expand("%:t") == "people.yaml" end)
  seen.definition = vim.trim(vim.fn.getline("."))
  client:stop()
  wait_for("the end of the server", function() return client:is_stopped() end)
end

local worked, why = pcall(work)
seen.error = not worked and tostring(why) or nil
vim.fn.writefile({ vim.json.encode(seen) }, vim.env.SEEN)
vim.cmd("qa!")
