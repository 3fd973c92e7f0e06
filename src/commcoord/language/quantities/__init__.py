"""The figures of a text that are read back: dates, amounts, percentages, times and quantities with a unit."""

from commcoord.language.quantities.finding import quantities_in
from commcoord.language.quantities.quantity import Kind, Quantity, same

__all__ = ["Kind", "Quantity", "quantities_in", "same"]
