;;; steps.el --- uses Emacs as somebody who writes would  -*- lexical-binding: t; -*-

;; Runs after isms.el and tells each outcome as a line of JSON. Every wait is for a state, and bounded.
;;; Code:
(require 'json)
(require 'map)
(require 'isms)

(defvar steps-task
  (with-temp-buffer
    (insert-file-contents (getenv "ISMS_TASK"))
    (json-parse-buffer :object-type 'alist)))
(defvar steps-patience 60)

(defun steps-the (&rest keys)
  "What stands in the task under KEYS."
  (let ((value steps-task))
    (dolist (key keys value) (setq value (alist-get key value)))))

(defun steps-tell (result)
  "Write RESULT down."
  (write-region (concat (json-serialize result :false-object :json-false) "\n") nil (steps-the 'results) t 'quiet))

(defun steps-until (what condition)
  "Wait until CONDITION, which is named WHAT, gives something."
  (let ((end (+ (float-time) steps-patience)) (given nil))
    (while (not (setq given (funcall condition)))
      (when (> (float-time) end)
        (error "Waited in vain for %s; findings: %S" what
               (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
      (accept-process-output nil 0.05))
    given))

(defmacro steps-test (title &rest body)
  "Run BODY as the test TITLE."
  (declare (indent 1))
  `(let* ((start (float-time))
          (problem (condition-case caught (progn ,@body nil) (error (error-message-string caught)))))
     (steps-tell `((title . ,,title)
                   (passed . ,(if problem :json-false t))
                   (ms . ,(round (* 1000 (- (float-time) start))))
                   ,@(and problem (list (cons 'error problem)))))))

(defun steps-go (line column)
  "Move to LINE and COLUMN, both counted from 0."
  (goto-char (point-min))
  (forward-line line)
  (move-to-column column))

(defun steps-line (line)
  "The text of LINE."
  (save-excursion (steps-go line 0) (buffer-substring-no-properties (point) (line-end-position))))

(defun steps-set (line text)
  "Make TEXT the text of LINE."
  (steps-go line 0)
  (delete-region (point) (line-end-position))
  (insert text))

(defun steps-open (path)
  "Show the file at PATH with its server."
  (switch-to-buffer (find-file-noselect path))
  ;; `eglot-ensure' waits for a command loop, which a batch has not.
  (run-hooks 'post-command-hook)
  (steps-until "the server" #'eglot-managed-p))

(defun steps-findings (line)
  "The texts of the findings in LINE; the changes are sent first, as they are when nothing is typed for a moment."
  (save-excursion
    (steps-go line 0)
    (mapcar #'flymake-diagnostic-text (flymake-diagnostics (point) (line-end-position)))))

(defun steps-servers ()
  "The servers that run."
  (apply #'append (map-values eglot--servers-by-project)))

(defun steps-equal (actual expected)
  "Fail unless ACTUAL is EXPECTED."
  (unless (equal actual expected) (error "Expected %S, got %S" expected actual)))

(defvar steps-written nil "The line of the reference as it was.")
(defvar steps-at (steps-the 'reference 'line))
(defvar steps-start (steps-the 'reference 'start))

(defun steps-send ()
  "Send what was changed at once, and ask for findings to be shown."
  (eglot--signal-textDocument/didChange)
  (flymake-start))

(steps-test "starts the server for a file of an ISMS"
  (steps-open (steps-the 'reference 'path))
  (setq steps-written (steps-line steps-at))
  (steps-equal major-mode 'isms-mode)
  (steps-equal (directory-file-name (expand-file-name (project-root (project-current)))) (steps-the 'folder)))

(steps-test "shows what is wrong in a line, and applies its quick fix"
  (let ((old (steps-the 'former 'old)) (new (steps-the 'former 'new)))
    (steps-set steps-at (concat (substring steps-written 0 steps-start) old))
    (steps-send)
    (steps-until "the finding"
                 (lambda () (cl-some (lambda (text) (string-match-p (regexp-quote old) text)) (steps-findings steps-at))))
    (steps-go steps-at (1+ steps-start))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (or (cl-find-if (lambda (title) (string-match-p (regexp-quote new) title)) (mapcar #'car items))
                     (error "No fix names %s: %S" new (mapcar #'car items))))))
      ;; Not by the mouse, which would ask for a menu on the screen.
      (let ((last-nonmenu-event ?a)) (eglot-code-actions (point) nil nil t)))
    (steps-until "the fix" (lambda () (string-suffix-p new (steps-line steps-at))))
    (steps-send)
    (steps-until "the end of the finding" (lambda () (null (steps-findings steps-at))))
    (steps-set steps-at steps-written)))

(steps-test "completes a control by its number"
  (let ((wanted (steps-the 'completed)))
    (steps-set steps-at (concat (substring steps-written 0 steps-start) (substring wanted 0 -1)))
    (steps-go steps-at (+ steps-start (length wanted) -1))
    (let* ((capf (run-hook-with-args-until-success 'completion-at-point-functions))
           (offered (all-completions (buffer-substring-no-properties (nth 0 capf) (nth 1 capf)) (nth 2 capf))))
      (unless (cl-some (lambda (label) (string-match-p (regexp-quote wanted) label)) offered)
        (error "%s is not offered: %S" wanted offered)))
    (steps-set steps-at steps-written)))

(steps-test "shows a control on hover"
  (steps-go steps-at (1+ steps-start))
  (steps-send)
  (let ((said nil))
    (run-hook-with-args 'eldoc-documentation-functions (lambda (text &rest _) (when text (setq said (concat said text)))))
    (steps-until "the text" (lambda () (and said (string-match-p (regexp-quote (steps-the 'reference 'title)) said))))))

(steps-test "goes from the entry of a control to Annex A, which is read-only"
  (steps-open (steps-the 'entry 'path))
  (steps-go (steps-the 'entry 'line) (steps-the 'entry 'column))
  (xref-find-definitions (thing-at-point 'symbol t))
  (steps-until "the place" (lambda () (equal (file-name-nondirectory (or buffer-file-name "")) "annex-a.isms")))
  (steps-equal (and (string-match-p (regexp-quote (concat (steps-the 'entry 'id) " \"")) (steps-line (1- (line-number-at-pos)))) t) t)
  ;; To root every file can be written, so that Emacs would not mark it.
  (steps-equal (logand (file-modes buffer-file-name) #o222) 0)
  ;; No second server is started for it.
  (steps-until "its server" #'eglot-managed-p)
  (steps-equal (length (steps-servers)) 1))

(steps-test "renames in all files"
  (steps-open (steps-the 'rename 'path))
  (steps-go (steps-the 'rename 'line) (steps-the 'rename 'column))
  ;; Eglot asks whether files that are not open may be changed.
  (cl-letf (((symbol-function 'y-or-n-p) (lambda (_) t))) (eglot-rename (steps-the 'rename 'to)))
  (steps-equal (and (string-match-p (steps-the 'rename 'to) (steps-line (steps-the 'rename 'line))) t) t)
  (with-current-buffer (find-file-noselect (steps-the 'rename 'user))
    (steps-equal (and (string-match-p (steps-the 'rename 'to) (buffer-string)) t) t)))

(steps-test "formats on saving"
  (steps-open (steps-the 'reference 'path))
  (let ((before (buffer-substring-no-properties (point-min) (point-max))))
    (steps-set steps-at (concat "       " steps-written))
    (save-buffer)
    (steps-equal (buffer-substring-no-properties (point-min) (point-max)) before)
    (steps-equal (with-temp-buffer (insert-file-contents (steps-the 'reference 'path)) (buffer-string)) before)))

(steps-test "finds a risk by its title in the whole ISMS"
  (let ((found (xref-backend-apropos 'eglot (steps-the 'symbol 'query))))
    (unless (cl-some (lambda (item) (string-match-p (regexp-quote (steps-the 'symbol 'name)) (xref-item-summary item)))
                     (apply #'append (mapcar (lambda (item) (if (listp item) item (list item))) found)))
      (error "Not found: %S" found))))

(steps-test "ends its server"
  (dolist (server (steps-servers)) (eglot-shutdown server nil steps-patience))
  (steps-equal (steps-servers) nil))

(steps-tell '((finished . t)))
(kill-emacs 0)
;;; steps.el ends here
