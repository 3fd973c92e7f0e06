"""Pictures as SVG text: no script, no colour of their own (classes only), and a text for those who cannot see."""
