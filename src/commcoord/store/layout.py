"""What files and folders of a records repository are called; apart, since a look at them must not wait for more."""

SETTINGS = "commcoord.yaml"
RECORDS = "records"
DERIVED = ".commcoord"
