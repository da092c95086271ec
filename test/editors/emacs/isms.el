;;; isms.el --- ISMS as code in Emacs, with Eglot  -*- lexical-binding: t; -*-

(require 'eglot)

;; A mode of its own, so that Eglot knows what to start.
(define-derived-mode isms-mode prog-mode "ISMS"
  "Major mode for an information security management system as text."
  (setq-local comment-start "// "
              comment-end ""
              indent-tabs-mode nil)
  ;; `-' and `.' are parts of names: R-001, A.8.13.
  (modify-syntax-entry ?- "_")
  (modify-syntax-entry ?. "_")
  (modify-syntax-entry ?/ ". 12")
  (modify-syntax-entry ?\n ">"))

(add-to-list 'auto-mode-alist '("\\.isms\\'" . isms-mode))
(add-to-list 'eglot-server-programs '(isms-mode . ("isms" "lsp" "--stdio")))

;; The folder with isms.config.json is a project, also without version control.
(defun isms-project (folder)
  "The ISMS around FOLDER as a project, or nil."
  (let ((root (locate-dominating-file folder "isms.config.json")))
    (and root (cons 'transient (expand-file-name root)))))
(add-hook 'project-find-functions #'isms-project t)

(defun isms-format-on-save ()
  "Format before saving, where a server is there to do so."
  (when (eglot-managed-p) (eglot-format-buffer)))

(defun isms-set-up ()
  "What a buffer of an ISMS is given."
  (add-hook 'before-save-hook #'isms-format-on-save nil t)
  (eglot-ensure))
(add-hook 'isms-mode-hook #'isms-set-up)

;; Annex A and what else comes with the tool is shown by the server of the ISMS that named it, not by one of its own.
(setq eglot-extend-to-xref t)

;; As in docs/editor.md, "Settings".
(setq-default eglot-workspace-configuration '((isms . (:preset ""))))

(with-eval-after-load 'eglot
  (define-key eglot-mode-map (kbd "C-c a") #'eglot-code-actions)
  (define-key eglot-mode-map (kbd "C-c r") #'eglot-rename))

(provide 'isms)
;;; isms.el ends here
