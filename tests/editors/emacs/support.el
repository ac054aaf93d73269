;;; support.el --- The words that scripts are written in  -*- lexical-binding: t; -*-
;; What a user does, and what the editor shows then.

(require 'cl-lib)
(require 'eldoc)
(require 'json)
(require 'xref)

(defconst program default-directory)

(defun tell (name value)
  "One answer for the test: a line of JSON."
  (princ (concat (json-encode (vector name value)) "\n")))

(defun eventually (holds)
  "Wait until HOLDS does. Whoever waits in vain hears of it in the test."
  (let ((end (+ (float-time) (string-to-number (getenv "BOUNDARY_TEST_SECONDS")))))
    (while (not (or (funcall holds) (> (float-time) end)))
      (accept-process-output nil 0.02))))

(defun at (path pattern)
  "Visit PATH, and go to where PATTERN begins, or its first group."
  (find-file (expand-file-name path program))
  (run-hooks 'post-command-hook)        ; there are no commands where nobody types
  (eventually #'eglot-current-server)
  (goto-char (point-min))
  (re-search-forward pattern)
  (goto-char (or (match-beginning 1) (match-beginning 0))))

(defun pause ()
  "A moment without a key, in which what was typed in the buffer is sent."
  (eglot--signal-textDocument/didChange))

(defun marked ()
  "What Flymake marks in the buffer, in the order of its text."
  (mapcar (lambda (one)
            (format "%d: %s" (line-number-at-pos (flymake-diagnostic-beg one)) (flymake-diagnostic-text one)))
          (sort (flymake-diagnostics)
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun lines (path word)
  "The lines of the buffer of PATH that hold WORD, saved or not."
  (with-current-buffer (get-file-buffer (expand-file-name path program))
    (vconcat (cl-remove-if-not (lambda (line) (string-match-p word line))
                               (split-string (buffer-string) "\n")))))

(defun place ()
  "Where the cursor is."
  (format "%s:%d:%d" (file-relative-name buffer-file-name program)
          (line-number-at-pos) (1+ (current-column))))

(defun listed ()
  "The lines of the buffer in which places are listed."
  (with-current-buffer "*xref*"
    (vconcat (split-string (buffer-substring-no-properties (point-min) (point-max)) "\n" t))))

(defun said ()
  "What ElDoc says of the place of the cursor."
  (let (text)
    (eglot-hover-eldoc-function (lambda (given &rest _) (setq text (or given "nothing"))))
    (eventually (lambda () text))
    (substring-no-properties text)))
