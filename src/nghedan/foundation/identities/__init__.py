"""Names and contacts of people outside office: apart, encrypted, read only with a journalled reason."""
