"""The words that typer's parser says itself, so that the catalogues have them."""

from commcoord.language.messages import mark

mark("Options")
