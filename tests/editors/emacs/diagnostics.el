(at "actions/wishlist.ts" "addWish")
(flymake-start)
(eventually (lambda () (= (length (marked)) 2)))
(tell "at first" (marked))

;; The page takes another function, and is not saved.
(at "app/wishlist/page.tsx" "addWish")
(goto-char (point-min))
(while (search-forward "addWish" nil t) (replace-match "removeWish" t t))
(pause)
(at "actions/wishlist.ts" "addWish")
(eventually (lambda () (string-match-p "addWish" (car (marked)))))
(tell "after an edit elsewhere" (marked))
