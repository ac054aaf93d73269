at('actions/wishlist.ts', 'addWish')
eventually(function() return #marked('actions/wishlist.ts') == 2 end)
tell('at first', marked('actions/wishlist.ts'))

-- The page takes another function, and is not saved.
at('app/wishlist/page.tsx', 'addWish')
vim.cmd('%s/addWish/removeWish/g')
eventually(function() return (marked('actions/wishlist.ts')[1] or ''):find('addWish') end)
tell('after an edit elsewhere', marked('actions/wishlist.ts'))
