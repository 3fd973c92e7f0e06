"""A form as a document, one format a file; the folder is the registry of `render --to`.

Each has `rendered(composed, company)`, the document as text or bytes; `company` is the folder of a company's own
templates.
"""
