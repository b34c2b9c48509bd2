"""What every table shares: public ids, versions, and the one clock."""
